import type { Blocker } from './blocker.ts';
import { portsText } from './ports.ts';
import { openPortsText } from './problem.ts';

const fullyClosed = (blocker: Extract<Blocker, { kind: 'network-acl' }>): boolean =>
  portsText(blocker.closed) === portsText(blocker.wanted);

const networkAclText = (blocker: Extract<Blocker, { kind: 'network-acl' }>): string => {
  const { networkAclId, leg, direction, decidedBy, closed, wanted, side } = blocker;
  const where = side === 'function' ? '' : " of the NAT device's subnet";
  const rules = decidedBy.join(', ');
  const way = direction === 'ingress' ? 'in' : 'out';
  if (leg === 'request')
    return `${networkAclId}${where} does not let the request ${way}: ${rules} denies tcp ${portsText(closed)}`;
  if (fullyClosed(blocker))
    return `${networkAclId}${where} drops every reply on its way ${way}: ${rules} denies tcp ${portsText(closed)}`;
  return `${networkAclId}${where} lets replies ${way} on only ${openPortsText(closed, wanted)}: ${rules}`;
};

/** What a blocker is, as a clause that names the resource and the deciding rule or route. */
export const blockerText = (blocker: Blocker): string => {
  switch (blocker.kind) {
    case 'security-group-egress':
      return blocker.rules === 0
        ? 'the security groups of the function have no egress rule'
        : "no egress rule of the function's security groups lets tcp 443 out to these addresses";
    case 'network-acl':
      return networkAclText(blocker);
    case 'no-route':
      return `${blocker.routeTableId} has no route to the internet`;
    case 'blackhole':
      return `${blocker.routeTableId} has ${blocker.destination} → ${blocker.target} in state blackhole`;
    case 'public-subnet':
      return `${blocker.internetGatewayId} serves only interfaces with a public IPv4 address, and Lambda gives its interfaces none`;
    case 'internet-gateway-not-attached':
      return `${blocker.internetGatewayId} is not attached to the VPC`;
    case 'nat-gateway-not-available': {
      if (blocker.state === 'missing') return `${blocker.natGatewayId} does not exist any more`;
      return `${blocker.natGatewayId} is ${blocker.state}${blocker.failure === null ? '' : ` (${blocker.failure})`}`;
    }
    case 'nat-gateway-address':
      return `the primary address of ${blocker.natGatewayId} failed${blocker.failure === null ? '' : ` (${blocker.failure})`}`;
    case 'regional-nat-zone':
      return `${blocker.natGatewayId} does not cover zone ${blocker.availabilityZoneId}, only ${blocker.coveredZones.join(', ')}`;
    case 'vpc-endpoint-missing':
      return `${blocker.vpcEndpointId}, the target of ${blocker.destination} in ${blocker.routeTableId}, ${blocker.state === 'missing' ? 'does not exist any more' : `is ${blocker.state}`}`;
    case 'nat-gateway-private':
      return `${blocker.natGatewayId} is a private NAT gateway, whose packets ${blocker.internetGatewayId} drops`;
    case 'nat-gateway-no-way-out':
      return blocker.why === 'loop'
        ? `${blocker.natGatewayId} sits in a subnet whose own route (${blocker.line}) leads back to it`
        : `${blocker.natGatewayId} sits in ${blocker.subnetId}, which has no way to an internet gateway (${blocker.routeTableId}: ${blocker.line})`;
    case 'nat-instance-source-dest-check':
      return `${blocker.networkInterfaceId} has its source/destination check on, so it drops what is not addressed to it`;
    case 'nat-instance-not-running':
      return `the NAT instance behind ${blocker.networkInterfaceId} is ${blocker.state}`;
    case 'nat-instance-no-public-address':
      return `the NAT instance behind ${blocker.networkInterfaceId} has no public address`;
    case 'nat-instance-security-group':
      return blocker.direction === 'ingress'
        ? `the security groups of ${blocker.networkInterfaceId} do not let the function in on tcp 443`
        : `the security groups of ${blocker.networkInterfaceId} do not let tcp 443 out`;
    case 'nat-instance-no-way-out':
      return `the subnet of ${blocker.networkInterfaceId} has no way to an internet gateway (${blocker.routeTableId}: ${blocker.line})`;
    case 'default-route-to-peering':
      return `${blocker.peeringConnectionId} carries only traffic between the two VPCs, never to the internet`;
    case 'transit-gateway-zone':
      return blocker.attachmentIds.length === 0
        ? `the VPC has no attachment to ${blocker.transitGatewayId}`
        : `${blocker.attachmentIds.join(', ')} has no subnet in zone ${blocker.availabilityZoneId}`;
    case 'ipv6-outside-vpc':
      return `${blocker.functionName} is not attached to a VPC, and only functions in a VPC can send IPv6`;
    case 'ipv6-flag-off':
      return `${blocker.functionName} may not send IPv6: Ipv6AllowedForDualStack is off`;
    case 'ipv6-subnet':
      return blocker.ipv6Native
        ? `${blocker.subnetId} has IPv6 only, which Lambda does not support`
        : `${blocker.subnetId} has no IPv6 range`;
    case 'ipv6-private-range':
      return `${blocker.cidr} of ${blocker.subnetId} is a private IPv6 range, which is never advertised to the internet`;
    case 'egress-only-internet-gateway-not-attached':
      return `${blocker.gatewayId} is not attached to the VPC`;
    case 'nat-gateway-ipv6':
      return `${blocker.natGatewayId} does not translate IPv6 to the internet, only 64:ff9b::/96 to IPv4`;
    case 'block-public-access':
      return `VPC Block Public Access is ${blocker.mode} for ${blocker.subnetId}`;
    default:
      return blocker satisfies never;
  }
};
