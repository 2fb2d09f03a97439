import type { Blocker, BlockerOf, Side } from './blocker.ts';
import { countPorts, type PortSet, portsText, subtractPorts } from './ports.ts';
import { allOf, percentText, targetWords } from './words.ts';

const ruleText = (rules: readonly string[], verb: 'deny' | 'allow only', ports: PortSet): string => {
  const one = verb === 'deny' ? 'denies' : 'allows only';
  return `${allOf(rules)} ${rules.length === 1 ? one : verb} tcp ${portsText(ports)}`;
};

/** The rules that decide: those that deny by name, or those that allow too little before the final deny. */
const decisionText = ({ decidedBy, allowedBy, closed, wanted }: BlockerOf<'network-acl'>): string =>
  decidedBy.every((rule) => rule === 'rule *') && allowedBy.length > 0
    ? ruleText(allowedBy, 'allow only', subtractPorts(wanted, closed))
    : ruleText(decidedBy, 'deny', closed);

const places: Readonly<Record<Side, string>> = {
  function: '',
  nat: " of the NAT device's subnet",
  target: " of the target's subnet",
};

const networkAclText = (blocker: BlockerOf<'network-acl'>): string => {
  const { networkAclId, leg, direction, closed, wanted, side } = blocker;
  const acl = `${networkAclId}${places[side]}`;
  const way = direction === 'ingress' ? 'in' : 'out';
  const share = countPorts(closed) / countPorts(wanted);
  if (leg === 'request') return `${acl} does not let the request ${way}: ${decisionText(blocker)}`;
  if (share === 1) return `${acl} drops every reply on its way ${way}: ${decisionText(blocker)}`;
  return `${acl} closes ${percentText(share)} of the ports that replies may come back to, on their way ${way}: ${decisionText(blocker)}`;
};

const noWayOutText = ({ natGatewayId, subnetId, why, routeTableId, line }: BlockerOf<'nat-gateway-no-way-out'>) => {
  if (why === 'loop')
    return `${natGatewayId} ${subnetId === null ? 'has a route table' : 'sits in a subnet'} whose own route (${line}) leads back to it`;
  const place = subnetId === null ? `uses ${routeTableId}` : `sits in ${subnetId}`;
  return `${natGatewayId} ${place}, which has no way to an internet gateway (${subnetId === null ? '' : `${routeTableId}: `}${line})`;
};

const peeringText = ({ peeringConnectionId, why, seen, destination }: BlockerOf<'peering'>): string => {
  if (why === 'state') return `${peeringConnectionId} is ${seen}`;
  if (why === 'no-route-back')
    return `${seen} on the far side of ${peeringConnectionId} has no route back to the function's subnet`;
  return `${peeringConnectionId} leads to ${seen} only, and ${destination} sends other addresses there`;
};

const transitRouteText = (blocker: BlockerOf<'transit-gateway-route'>): string => {
  const { why, transitGatewayId, attachmentId, routeTableId, destination, target } = blocker;
  if (why === 'no-association')
    return `attachment ${attachmentId} is associated with no route table of ${transitGatewayId}, which drops what comes from it`;
  return why === 'blackhole'
    ? `${routeTableId} of ${transitGatewayId} has ${destination} in state blackhole`
    : `${routeTableId} of ${transitGatewayId} has no route to ${targetWords(target)}`;
};

/** An endpoint stands for its interfaces where these could not be read. */
const endpointNoun = (hostId: string): string => (hostId.startsWith('vpce-') ? 'endpoint ' : 'endpoint interface ');

/** What a blocker is, as a clause that names the resource and the deciding rule or route. */
export const blockerText = (blocker: Blocker): string => {
  switch (blocker.kind) {
    case 'security-group-egress':
      return blocker.rules === 0
        ? 'the security groups of the function have no egress rule'
        : `no egress rule of the function's security groups lets tcp ${blocker.port} out to these addresses`;
    case 'target-security-group':
      return `the security groups of ${blocker.ofEndpoint ? endpointNoun(blocker.hostId) : ''}${blocker.hostId} (${blocker.securityGroupIds.join(', ') || 'none'}) do not let the function in on tcp ${blocker.port}`;
    case 'outside-vpc':
      return `${blocker.functionName} is not attached to a VPC, and only functions in a VPC reach ${blocker.target}`;
    case 'no-subnet':
      return `${blocker.address} lies in ${blocker.vpcId} and in none of its subnets, so nothing can have this address (inferred: every interface has its addresses from a subnet)`;
    case 'private-address':
      return `${blocker.gatewayId} carries only public addresses, which ${blocker.address} is not`;
    case 'peering':
      return peeringText(blocker);
    case 'network-acl':
      return networkAclText(blocker);
    case 'no-route':
      return `${blocker.routeTableId} has no route to ${targetWords(blocker.target)}`;
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
      return noWayOutText(blocker);
    case 'nat-instance-source-dest-check':
      return `${blocker.networkInterfaceId} has its source/destination check on, so it drops what is not addressed to it`;
    case 'nat-instance-not-running':
      return `the NAT instance behind ${blocker.networkInterfaceId} is ${blocker.state}`;
    case 'nat-instance-no-public-address':
      return `the NAT instance behind ${blocker.networkInterfaceId} has no public address`;
    case 'nat-instance-security-group':
      return blocker.direction === 'ingress'
        ? `the security groups of ${blocker.networkInterfaceId} do not let the function in on tcp ${blocker.port}`
        : `the security groups of ${blocker.networkInterfaceId} do not let tcp ${blocker.port} out`;
    case 'nat-instance-no-way-out':
      return `the subnet of ${blocker.networkInterfaceId} has no way to an internet gateway (${blocker.routeTableId}: ${blocker.line})`;
    case 'default-route-to-peering':
      return `${blocker.peeringConnectionId} carries only traffic between the two VPCs, never to the internet`;
    case 'transit-gateway-route':
      return transitRouteText(blocker);
    case 'transit-gateway-zone':
      if (blocker.attachmentIds.length === 0 && blocker.waitingIds.length > 0)
        return `attachment ${blocker.waitingIds.join(', ')} to ${blocker.transitGatewayId} waits to be accepted`;
      return blocker.attachmentIds.length === 0
        ? `the VPC has no attachment to ${blocker.transitGatewayId}`
        : `attachment ${blocker.attachmentIds.join(', ')} has no subnet in zone ${blocker.availabilityZoneId}`;
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
