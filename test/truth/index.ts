import { blockPublicAccess } from './block-public-access.ts';
import { functions } from './functions.ts';
import { internetGateways } from './internet-gateways.ts';
import { natGateways } from './nat-gateways.ts';
import { natInstances } from './nat-instances.ts';
import { natSubnetNetworkAcls, networkAcls } from './network-acls.ts';
import { otherNetworks } from './other-networks.ts';
import { permissions } from './permissions.ts';
import { routes } from './routes.ts';
import type { TruthRow } from './row.ts';
import { securityGroups } from './security-groups.ts';

/** All networks whose outcome was worked out by hand, by topic. */
export const truth: Readonly<Record<string, readonly TruthRow[]>> = {
  routes,
  'internet gateways': internetGateways,
  'NAT gateways': natGateways,
  'NAT instances': natInstances,
  'network ACLs': networkAcls,
  "network ACLs of the NAT gateways' subnets": natSubnetNetworkAcls,
  'security groups': securityGroups,
  'VPC Block Public Access': blockPublicAccess,
  'other networks': otherNetworks,
  functions,
  permissions,
};
