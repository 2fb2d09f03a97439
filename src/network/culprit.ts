import type { Blocker } from './blocker.ts';

/** The resource at fault, and for a route its destination: half of a finding's identity. */
export const culpritOf = (blocker: Blocker): { readonly resource: string; readonly destination?: string } => {
  switch (blocker.kind) {
    case 'security-group-egress':
      return { resource: blocker.securityGroupIds.toSorted().join(', ') || 'no security group' };
    case 'target-security-group':
      return { resource: blocker.securityGroupIds.toSorted().join(', ') || blocker.hostId };
    case 'no-subnet':
      return { resource: blocker.vpcId };
    case 'private-address':
      return { resource: blocker.gatewayId };
    case 'peering':
      return { resource: blocker.peeringConnectionId };
    case 'network-acl':
      return { resource: blocker.networkAclId };
    case 'no-route':
      return { resource: blocker.routeTableId };
    case 'blackhole':
    case 'public-subnet':
    case 'default-route-to-peering':
    case 'vpc-endpoint-missing':
    case 'nat-gateway-ipv6':
      return { resource: blocker.routeTableId, destination: blocker.destination };
    case 'internet-gateway-not-attached':
      return { resource: blocker.internetGatewayId };
    case 'nat-gateway-not-available':
    case 'nat-gateway-private':
    case 'nat-gateway-address':
    case 'regional-nat-zone':
      return { resource: blocker.natGatewayId };
    case 'nat-instance-source-dest-check':
    case 'nat-instance-not-running':
    case 'nat-instance-no-public-address':
    case 'nat-instance-security-group':
      return { resource: blocker.networkInterfaceId };
    case 'nat-gateway-no-way-out':
      return { resource: blocker.why === 'loop' ? blocker.natGatewayId : blocker.routeTableId };
    case 'nat-instance-no-way-out':
      return { resource: blocker.routeTableId };
    case 'transit-gateway-zone':
      return { resource: blocker.attachmentIds[0] ?? blocker.waitingIds[0] ?? blocker.transitGatewayId };
    case 'transit-gateway-route': {
      const resource = blocker.routeTableId ?? blocker.attachmentId;
      return blocker.destination === null ? { resource } : { resource, destination: blocker.destination };
    }
    case 'outside-vpc':
    case 'ipv6-outside-vpc':
    case 'ipv6-flag-off':
      return { resource: blocker.functionName };
    case 'egress-only-internet-gateway-not-attached':
      return { resource: blocker.gatewayId };
    case 'ipv6-subnet':
    case 'ipv6-private-range':
    case 'block-public-access':
      return { resource: blocker.subnetId };
    default:
      return blocker satisfies never;
  }
};
