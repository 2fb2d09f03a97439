import type { RouteTableAssociation } from '../../../src/model/kinds/route-tables.ts';
import type { Network } from '../../support/network.ts';
import { sendAll, setAclRules, shareVpc } from '../../support/resources.ts';
import { pages } from '../pages.ts';
import { allThree, firstOnly, type TruthRow } from '../row.ts';

const page = pages.routeTableAssociation;
const uneven = { 'inconsistent-subnet-egress': 'warning' } as const;
const mattersNot = { 'missing-permission': 'note' } as const;
const either = 'AWS does not say which table serves a subnet while an association is changing';

/** The association of private-a with its own table. */
const change = (n: Network, state: RouteTableAssociation['state']): void => {
  for (const association of n.routeTable('private-a').associations) association.state = state;
};

/** A second association of private-a, beside the one that it has. */
const alsoAssociate = (n: Network, table: string): void => {
  const association = { id: 'rtbassoc-0a0b0c0d0e0f01020', main: false, gatewayId: null, state: 'associating' } as const;
  n.routeTable(table).associations.push({ ...association, subnetId: n.subnet('private-a').id });
};

const toNatGateway = (n: Network, table: string): void =>
  n.addRoute(table, '0.0.0.0/0', { kind: 'nat-gateway', id: n.natGateway('nat-a').id });

const hideMainTable = (n: Network): void => {
  n.all.routeTables = n.all.routeTables.filter(({ name }) => name !== 'main');
};

/** Which table serves the function's subnet, where that cannot be told: all that can be the one are followed. */
export const ownRouteTables: readonly TruthRow[] = [
  {
    name: 'route tables may not be read while the network ACL lets no reply in',
    change: (n) => {
      n.deny('routeTables');
      setAclRules(n, 'private', 'ingress');
    },
    ...allThree('blocked'),
    speaks: { 'nacl-blocks-return-traffic': 'error', ...mattersNot },
    silent: ['no-internet-route', 'path-blocked'],
    page: pages.networkAcls,
  },
  {
    name: 'route tables may not be read while the network ACL lets no request out',
    change: (n) => {
      n.deny('routeTables');
      setAclRules(n, 'private', 'egress');
    },
    ...allThree('blocked'),
    speaks: { 'nacl-blocks-outbound': 'error', ...mattersNot },
    silent: ['no-internet-route', 'path-blocked'],
    page: pages.networkAcls,
  },
  {
    name: 'a table that is being disassociated works, and so does the main table',
    change: (n) => {
      change(n, 'disassociating');
      n.routeTable('main').routes.push(...n.routeTable('private-a').routes.slice(1));
    },
    ...allThree('reachable'),
    exceptions: false,
    speaks: {},
    silent: ['egress-path-unverified', 'inconsistent-subnet-egress', 'no-internet-route'],
    page,
  },
  {
    name: 'a table that is being disassociated works, and so does the main table, which has no gateway endpoint for S3',
    change: (n) => {
      change(n, 'disassociating');
      toNatGateway(n, 'main');
    },
    ...allThree('reachable'),
    exceptions: false,
    speaks: {},
    silent: ['egress-path-unverified', 'inconsistent-subnet-egress', 'no-internet-route'],
    page,
  },
  {
    name: 'a table that is being disassociated works, and the main table leads nowhere',
    change: (n) => change(n, 'disassociating'),
    ...firstOnly('unknown'),
    speaks: uneven,
    silent: ['no-internet-route', 'path-blocked'],
    open: ['egress-path-unverified'],
    page,
    uncertain: either,
  },
  {
    name: 'a table that is being disassociated has no default route, and the main table has none either',
    change: (n) => {
      change(n, 'disassociating');
      n.removeRoute('private-a');
    },
    ...firstOnly('blocked'),
    speaks: { 'no-internet-route': 'warning', ...uneven },
    silent: ['path-blocked', 'egress-path-unverified'],
    page,
  },
  {
    name: 'a table that is being disassociated is a blackhole, and the main table leads to the internet gateway',
    change: (n) => {
      change(n, 'disassociating');
      n.route('private-a').state = 'blackhole';
      n.addRoute('main', '0.0.0.0/0', { kind: 'internet-gateway', id: n.internetGateway().id });
    },
    ...firstOnly('blocked'),
    speaks: { 'blackhole-route': 'error', ...uneven },
    silent: ['path-blocked', 'egress-path-unverified', 'public-subnet-no-nat'],
    page,
  },
  {
    name: 'one table takes the place of another and both work',
    change: (n) => {
      change(n, 'disassociating');
      alsoAssociate(n, 'private-b');
    },
    ...allThree('reachable'),
    speaks: {},
    silent: ['egress-path-unverified', 'inconsistent-subnet-egress', 'no-internet-route'],
    open: ['nat-gateway-cross-az'],
    page,
  },
  {
    name: 'a table that still serves works, and the one that is being associated in its place leads to the internet gateway',
    change: (n) => alsoAssociate(n, 'public'),
    ...firstOnly('unknown'),
    speaks: uneven,
    silent: ['public-subnet-no-nat', 'path-blocked'],
    open: ['egress-path-unverified'],
    page,
    uncertain: either,
  },
  {
    name: 'a table that is only being associated in a VPC in which every table leads to the internet gateway',
    change: (n) => {
      const target = { kind: 'internet-gateway', id: n.internetGateway().id } as const;
      sendAll(n, target);
      n.addRoute('main', '0.0.0.0/0', target);
      change(n, 'associating');
    },
    ...allThree('blocked'),
    speaks: { 'public-subnet-no-nat': 'error' },
    findings: 3,
    silent: ['path-blocked', 'egress-path-unverified'],
    page,
  },
  {
    name: 'in a shared VPC a table that is being disassociated works, and so does the main table that is visible',
    change: (n) => {
      shareVpc(n);
      change(n, 'disassociating');
      toNatGateway(n, 'main');
    },
    ...firstOnly('unknown'),
    speaks: uneven,
    silent: ['no-internet-route', 'path-blocked'],
    open: ['egress-path-unverified', 'shared-vpc-limited-visibility'],
    page: pages.vpcSharingPermissions,
    uncertain: 'a participant may not see all tables of the VPC',
  },
  {
    name: 'in a shared VPC the main table of one subnet is not visible',
    change: (n) => {
      shareVpc(n);
      n.disassociate('private-a');
      hideMainTable(n);
    },
    ...firstOnly('unknown'),
    speaks: uneven,
    silent: ['no-internet-route', 'path-blocked'],
    open: ['egress-path-unverified', 'shared-vpc-limited-visibility'],
    page: pages.vpcSharingPermissions,
    uncertain: 'only the owner of the VPC can describe it',
  },
  {
    name: 'in a shared VPC the main table of one subnet is not visible, and the network ACL lets no reply in',
    change: (n) => {
      shareVpc(n);
      n.disassociate('private-a');
      hideMainTable(n);
      setAclRules(n, 'private', 'ingress');
    },
    ...allThree('blocked'),
    speaks: { 'nacl-blocks-return-traffic': 'error' },
    silent: ['no-internet-route', 'path-blocked'],
    page: pages.networkAcls,
  },
];
