import { blackholes } from './blackholes.ts';
import { blockPublicAccess } from './block-public-access.ts';
import { disagreements } from './disagreements/index.ts';
import { durableFunctions } from './durable-functions.ts';
import { egress } from './egress/index.ts';
import { engine } from './engine.ts';
import { eventSources } from './event-sources.ts';
import { executionRoles } from './execution-roles.ts';
import { functionVersions } from './function-versions.ts';
import { functions } from './functions.ts';
import { intent } from './intent.ts';
import { internetGateways } from './internet-gateways.ts';
import { managedInstances } from './managed-instances.ts';
import { natGatewayWaysOut } from './nat-gateway-ways-out.ts';
import { natGateways } from './nat-gateways.ts';
import { natInstances } from './nat-instances.ts';
import { natSubnetNetworkAcls } from './nat-subnet-network-acls.ts';
import { networkAcls } from './network-acls.ts';
import { otherNetworks } from './other-networks.ts';
import { overlappingPrefixLists } from './overlapping-prefix-lists.ts';
import { permissions } from './permissions.ts';
import { replyPorts } from './reply-ports.ts';
import { routes } from './routes.ts';
import type { TruthRow } from './row.ts';
import { securityGroups } from './security-groups.ts';
import { staleSecurityGroupRules } from './stale-security-group-rules.ts';
import { targets } from './targets/index.ts';
import { zones } from './zones.ts';

/** All networks whose outcome was worked out by hand, by topic. */
export const truth: Readonly<Record<string, readonly TruthRow[]>> = {
  routes,
  blackholes,
  'internet gateways': internetGateways,
  'NAT gateways': natGateways,
  'ways out of NAT gateways': natGatewayWaysOut,
  'NAT instances': natInstances,
  'network ACLs': networkAcls,
  'ports of the replies': replyPorts,
  "network ACLs of the NAT gateways' subnets": natSubnetNetworkAcls,
  'security groups': securityGroups,
  'VPC Block Public Access': blockPublicAccess,
  'other networks': otherNetworks,
  'newer ways out': engine,
  functions,
  'managed instances': managedInstances,
  'zones of subnets': zones,
  permissions,
  'what a configuration expects': intent,
  ...disagreements,
  ...egress,
  'overlapping prefix lists': overlappingPrefixLists,
  ...targets,
  'published versions': functionVersions,
  'event sources': eventSources,
  'durable functions': durableFunctions,
  'stale security group rules': staleSecurityGroupRules,
  'execution roles': executionRoles,
};

/** The rules that this table proves. A rule that comes later proves itself in the table test of its own. */
export const provenRules: readonly string[] = [
  'aws-service-unreachable',
  'blackhole-route',
  'bpa-blocks-egress',
  'custom-dns-unreachable',
  'dedicated-tenancy-vpc',
  'default-route-to-peering',
  'dns64-without-nat64-route',
  'durable-function-lambda-api-unreachable',
  'egress-path-unverified',
  'eip-on-lambda-interface',
  'endpoint-not-available',
  'esm-vpc-source-egress',
  'execution-role-missing-eni-permissions',
  'firewall-return-asymmetric',
  'forbidden-target-reachable',
  'function-inactive-idle',
  'function-vpc-state-failed',
  'gateway-endpoint-not-associated',
  'igw-not-attached',
  'inconsistent-subnet-egress',
  'interface-endpoint-private-dns-off',
  'interface-endpoint-sg-blocks-function',
  'ipv6-flag-off-with-ipv6-egress',
  'ipv6-no-egress',
  'ipv6-only-egress',
  'ipv6-subnet-not-dual-stack',
  'last-update-failed',
  'missing-permission',
  'more-specific-route-diverts',
  'nacl-blocks-outbound',
  'nacl-blocks-return-traffic',
  'nat-address-failed',
  'nat-gateway-cross-az',
  'nat-gateway-no-igw-path',
  'nat-gateway-not-available',
  'nat-instance-no-public-ip',
  'nat-instance-not-running',
  'nat-instance-sg-blocks-function',
  'nat-instance-source-dest-check',
  'nat-subnet-nacl-blocks',
  'no-internet-route',
  'not-in-vpc',
  'path-blocked',
  'peering-problem',
  'private-nat-used-for-internet',
  'private-target-sg-ingress-missing',
  'public-subnet-no-nat',
  'regional-nat-az-gap',
  's3-dynamodb-via-nat',
  'sg-egress-blocks-destination',
  'shared-vpc-limited-visibility',
  'single-az',
  'stale-security-group-rule',
  'subnet-low-free-ips',
  'target-subnet-nacl-blocks',
  'tgw-attachment-az-gap',
  'vpc-dns-disabled',
  'version-vpc-drift',
  'vpc-encryption-control-blocks',
];
