import type { Blocker } from '../network/blocker.ts';
import { countPorts } from '../network/ports.ts';

const percent = (share: number): string => {
  const rounded = Math.round(share * 1000) / 10;
  return `${Math.min(Math.max(rounded, 0.1), 99.9)} %`;
};

const networkAclClause = (blocker: Extract<Blocker, { kind: 'network-acl' }>): string => {
  const { networkAclId, leg, closed, wanted } = blocker;
  if (leg === 'request') return `network ACL ${networkAclId} does not let its requests through`;
  const open = countPorts(wanted) - countPorts(closed);
  if (open === 0) return `its requests get out, and network ACL ${networkAclId} drops the replies`;
  return `network ACL ${networkAclId} lets replies in on ${percent(open / countPorts(wanted))} of the ports only, so connections time out at random`;
};

/** The cause in words for the first sentence; ids where the reader has to find the resource. */
export const clauseOf = (blocker: Blocker): string => {
  switch (blocker.kind) {
    case 'security-group-egress':
      return blocker.rules === 0
        ? 'its security group lets nothing out'
        : 'its security group does not let tcp 443 out to the internet';
    case 'network-acl':
      return networkAclClause(blocker);
    case 'no-route':
      return `route table ${blocker.routeTableId} has no route to it`;
    case 'blackhole':
      return `the route ${blocker.destination} → ${blocker.target} leads nowhere, because its target is gone or detached`;
    case 'public-subnet':
      return 'a public subnet gives a Lambda function no way out';
    case 'internet-gateway-not-attached':
      return `internet gateway ${blocker.internetGatewayId} is not attached to the VPC`;
    case 'nat-gateway-not-available':
      return blocker.state === 'missing'
        ? `NAT gateway ${blocker.natGatewayId} does not exist any more`
        : `NAT gateway ${blocker.natGatewayId} is ${blocker.state}`;
    case 'nat-gateway-address':
      return `NAT gateway ${blocker.natGatewayId} has no working address`;
    case 'regional-nat-zone':
      return `regional NAT gateway ${blocker.natGatewayId} does not cover zone ${blocker.availabilityZoneId}`;
    case 'vpc-endpoint-missing':
      return `endpoint ${blocker.vpcEndpointId} ${blocker.state === 'missing' ? 'does not exist any more' : `is ${blocker.state}`}`;
    case 'nat-gateway-private':
      return `NAT gateway ${blocker.natGatewayId} is a private one, which cannot reach the internet`;
    case 'nat-gateway-no-way-out':
      return `NAT gateway ${blocker.natGatewayId} is itself in a subnet without a way out`;
    case 'nat-instance-source-dest-check':
      return `the NAT instance drops its packets, since the source/destination check of ${blocker.networkInterfaceId} is on`;
    case 'nat-instance-not-running':
      return `the NAT instance behind ${blocker.networkInterfaceId} is ${blocker.state}`;
    case 'nat-instance-no-public-address':
      return `the NAT instance behind ${blocker.networkInterfaceId} has no public address`;
    case 'nat-instance-security-group':
      return blocker.direction === 'ingress'
        ? 'the security group of the NAT instance does not let the function in'
        : 'the security group of the NAT instance does not let tcp 443 out';
    case 'nat-instance-no-way-out':
      return `the NAT instance behind ${blocker.networkInterfaceId} is itself in a subnet without a way out`;
    case 'default-route-to-peering':
      return `its route leads into ${blocker.peeringConnectionId}, and a peering connection never leads to the internet`;
    case 'transit-gateway-zone':
      return blocker.attachmentIds.length === 0
        ? `the VPC is not attached to ${blocker.transitGatewayId}`
        : `the attachment to ${blocker.transitGatewayId} does not cover zone ${blocker.availabilityZoneId}`;
    case 'ipv6-outside-vpc':
      return 'only functions in a VPC can send IPv6';
    case 'ipv6-flag-off':
      return 'it may not send IPv6, since Ipv6AllowedForDualStack is off';
    case 'ipv6-subnet':
      return blocker.ipv6Native
        ? `subnet ${blocker.subnetId} has IPv6 only, which Lambda does not support`
        : `subnet ${blocker.subnetId} has no IPv6 range`;
    case 'ipv6-private-range':
      return `subnet ${blocker.subnetId} has a private IPv6 range only`;
    case 'egress-only-internet-gateway-not-attached':
      return `egress-only internet gateway ${blocker.gatewayId} is not attached to the VPC`;
    case 'nat-gateway-ipv6':
      return `NAT gateway ${blocker.natGatewayId} has no way to the internet for IPv6`;
    case 'block-public-access':
      return `VPC Block Public Access (${blocker.mode}) shuts the internet gateway for ${blocker.subnetId}`;
    default:
      return blocker satisfies never;
  }
};
