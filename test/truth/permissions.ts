import type { Kind } from '../../src/model/sections.ts';
import { setAclRules } from '../support/resources.ts';
import { pages } from './pages.ts';
import { allThree, type TruthRow } from './row.ts';

const page = pages.ec2Permissions;

/** Sections that every path through a NAT gateway needs, each denied alone. */
const needed: readonly Kind[] = ['subnets', 'routeTables', 'networkAcls', 'natGateways', 'internetGateways'];

/** Sections that this network's paths do without, each denied alone. */
const unneeded: readonly Kind[] = [
  'dhcpOptions',
  'egressOnlyInternetGateways',
  'instances',
  'networkInterfaces',
  'transitGatewayVpcAttachments',
  'vpcBlockPublicAccessExclusions',
  'vpcEndpoints',
  'vpcPeeringConnections',
];

/** What may not be read, and whether it matters. */
export const permissions: readonly TruthRow[] = [
  ...needed.map(
    (kind): TruthRow => ({
      name: `${kind} may not be read`,
      change: (n) => n.deny(kind),
      ...allThree('unknown'),
      speaks: { 'missing-permission': 'warning' },
      silent: [
        'path-blocked',
        'no-internet-route',
        'nat-gateway-not-available',
        'igw-not-attached',
        'nacl-blocks-outbound',
        'inconsistent-subnet-egress',
        'nat-gateway-cross-az',
        'single-az',
      ],
      page,
    }),
  ),
  ...unneeded.map(
    (kind): TruthRow => ({
      name: `${kind} may not be read and this network does without`,
      change: (n) => n.deny(kind),
      ...allThree('reachable'),
      speaks: { 'missing-permission': 'note' },
      silent: ['path-blocked', 'egress-path-unverified', 'bpa-blocks-egress'],
      page,
    }),
  ),
  {
    name: 'internet gateways may not be read while the group lets nothing out',
    change: (n) => {
      n.deny('internetGateways');
      n.securityGroup().egress = [];
    },
    ...allThree('blocked'),
    speaks: { 'sg-egress-blocks-destination': 'error', 'missing-permission': 'note' },
    silent: ['igw-not-attached', 'path-blocked'],
    page: pages.securityGroupRules,
  },
  {
    name: 'NAT gateways may not be read while the network ACL lets no reply in',
    change: (n) => {
      n.deny('natGateways');
      setAclRules(n, 'private', 'ingress');
    },
    ...allThree('blocked'),
    speaks: { 'nacl-blocks-return-traffic': 'error', 'missing-permission': 'note' },
    silent: ['nat-gateway-not-available', 'path-blocked'],
    page: pages.lambdaTroubleshooting,
  },
  {
    name: 'route tables may not be read while the group lets nothing out',
    change: (n) => {
      n.deny('routeTables');
      n.securityGroup().egress = [];
    },
    ...allThree('blocked'),
    speaks: { 'sg-egress-blocks-destination': 'error', 'missing-permission': 'note' },
    silent: ['no-internet-route', 'path-blocked'],
    page: pages.securityGroupRules,
  },
  {
    name: 'network ACLs may not be read in subnets without a default route',
    change: (n) => {
      n.deny('networkAcls');
      for (const zone of ['a', 'b', 'c']) n.removeRoute(`private-${zone}`);
    },
    ...allThree('blocked'),
    speaks: { 'no-internet-route': 'warning', 'missing-permission': 'note' },
    silent: ['nacl-blocks-outbound', 'path-blocked'],
    page: pages.lambdaInternet,
  },
  {
    name: 'a throttled read of NAT gateways is no missing NAT gateway',
    change: (n) => n.deny('natGateways', 'throttled'),
    ...allThree('unknown'),
    speaks: {},
    silent: ['nat-gateway-not-available', 'path-blocked'],
    open: ['missing-permission'],
    page,
  },
];
