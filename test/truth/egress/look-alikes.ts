import type { Network } from '../../support/network.ts';
import { aclRule, addAclRules, setAclRules } from '../../support/resources.ts';
import { pages } from '../pages.ts';
import { allThree, firstOnly, shareOfAll, type TruthRow } from '../row.ts';

const reachable = allThree('reachable');
const uneven = { 'inconsistent-subnet-egress': 'warning' } as const;
const zones = ['a', 'b', 'c'];
const otherVpc = 'vpc-0f0e0d0c0b0a09080';

/** A VPC beside the function's own, whose main table leads to an internet gateway; first in the list. */
const addOtherVpc = (n: Network): void => {
  const gateway = 'igw-0f0e0d0c0b0a09080';
  const association = { id: 'rtbassoc-0f0e0d0c0b0a0908', main: true, subnetId: null, gatewayId: null } as const;
  n.all.vpcs.unshift({ ...n.vpc(), id: otherVpc, name: 'other', isDefault: true, cidrs: ['172.31.0.0/16'] });
  n.all.internetGateways.unshift({
    id: gateway,
    name: 'other',
    attachments: [{ vpcId: otherVpc, state: 'available' }],
  });
  const associations = [{ ...association, state: 'associated' as const }];
  n.all.routeTables.unshift({ id: 'rtb-0f0e0d0c0b0a09080', name: 'other', vpcId: otherVpc, associations, routes: [] });
  n.addRoute('other', '172.31.0.0/16', { kind: 'local' }, { origin: 'CreateRouteTable' });
  n.addRoute('other', '0.0.0.0/0', { kind: 'internet-gateway', id: gateway });
};

/** A table that no subnet uses and that leads straight to the internet gateway; first in the list. */
const addUnusedTable = (n: Network, name: string): void => {
  const id = 'rtb-0a0b0c0d0e0f01020';
  n.all.routeTables.unshift({ id, name, vpcId: n.vpc().id, associations: [], routes: [] });
  n.addRoute(name, '10.0.0.0/16', { kind: 'local' }, { origin: 'CreateRouteTable' });
  n.addRoute(name, '0.0.0.0/0', { kind: 'internet-gateway', id: n.internetGateway().id });
};

/** A published version of orders-api, which keeps the VPC configuration that it was published with. */
const addVersion = (n: Network, name: string): ReturnType<Network['network']> => {
  const network = n.addFunction(name);
  Object.assign(n.function(name), { qualifier: '7', version: '7' });
  return network;
};

/** Networks that look like others: where a tool that compares the wrong things goes astray. */
export const lookAlikes: readonly TruthRow[] = [
  {
    name: 'subnets on the main table of their own VPC, beside a VPC whose main table leads to an internet gateway',
    change: (n) => {
      for (const zone of zones) n.disassociate(`private-${zone}`);
      addOtherVpc(n);
    },
    ...allThree('blocked'),
    speaks: { 'no-internet-route': 'warning' },
    silent: ['public-subnet-no-nat', 'path-blocked', 'inconsistent-subnet-egress'],
    page: pages.subnetRouteTables,
  },
  {
    name: 'a main table that leads to a NAT gateway, beside a VPC whose main table leads to an internet gateway',
    change: (n) => {
      n.addRoute('main', '0.0.0.0/0', n.route('private-a').target);
      n.disassociate('private-a');
      addOtherVpc(n);
    },
    ...reachable,
    speaks: {},
    silent: ['public-subnet-no-nat', 'no-internet-route', 'path-blocked'],
    page: pages.subnetRouteTables,
  },
  {
    name: 'the default network ACL of another VPC lets nothing through',
    change: (n) => {
      const own = n.networkAcl('private');
      own.subnetIds = [];
      n.all.networkAcls.unshift({ ...own, id: 'acl-0f0e0d0c0b0a09080', name: 'other', vpcId: otherVpc, entries: [] });
    },
    ...reachable,
    speaks: {},
    silent: ['nacl-blocks-outbound', 'nacl-blocks-return-traffic'],
    page: pages.networkAcls,
  },
  {
    name: 'a table that no subnet uses leads to the internet gateway',
    change: (n) => addUnusedTable(n, 'unused'),
    ...reachable,
    exceptions: false,
    speaks: {},
    silent: ['public-subnet-no-nat', 'inconsistent-subnet-egress', 'path-blocked'],
    page: pages.subnetRouteTables,
  },
  {
    name: 'the main table is known by its flag and not by its name',
    change: (n) => {
      n.addRoute('main', '0.0.0.0/0', n.route('private-a').target);
      n.disassociate('private-a');
      n.routeTable('main').name = 'shared-services';
      addUnusedTable(n, 'main');
    },
    ...reachable,
    speaks: {},
    silent: ['public-subnet-no-nat', 'no-internet-route', 'inconsistent-subnet-egress'],
    page: pages.subnetRouteTables,
  },
  {
    name: 'one port of 64,512 is open for the replies',
    change: (n) => setAclRules(n, 'private', 'ingress', aclRule(100, 'allow', '0.0.0.0/0', [1024, 1024])),
    ...allThree('partial'),
    shares: shareOfAll(1, 64512),
    speaks: { 'nacl-blocks-return-traffic': 'warning' },
    silent: ['path-blocked', 'inconsistent-subnet-egress'],
    page: pages.lambdaTroubleshooting,
  },
  {
    name: 'only the ports that a spot check would try are open for the replies',
    change: (n) =>
      setAclRules(
        n,
        'private',
        'ingress',
        aclRule(100, 'allow', '0.0.0.0/0', [1024, 1024]),
        aclRule(110, 'allow', '0.0.0.0/0', [32768, 32768]),
        aclRule(120, 'allow', '0.0.0.0/0', [65535, 65535]),
      ),
    ...allThree('partial'),
    shares: shareOfAll(3, 64512),
    speaks: { 'nacl-blocks-return-traffic': 'warning' },
    silent: ['path-blocked', 'inconsistent-subnet-egress'],
    page: pages.lambdaTroubleshooting,
  },
  {
    name: 'a NAT gateway in each zone, two of which failed',
    change: (n) => {
      for (const zone of ['b', 'c']) n.natGateway(`nat-${zone}`).state = 'failed';
    },
    verdicts: { 'private-a': 'reachable', 'private-b': 'blocked', 'private-c': 'blocked' },
    verdict: 'partial',
    speaks: { 'nat-gateway-not-available': 'error', ...uneven },
    silent: ['path-blocked', 'single-az'],
    page: pages.natGatewayTroubleshooting,
  },
  {
    name: 'a range that only begins with the same letters is denied',
    change: (n) => addAclRules(n, 'public', 'ingress', aclRule(90, 'deny', '10.0.110.0/24', 'all')),
    ...reachable,
    speaks: {},
    silent: ['nat-subnet-nacl-blocks', 'path-blocked'],
    page: pages.networkAclRules,
  },
  {
    name: "two halves of the function's subnet are denied, its range itself is in no rule",
    change: (n) => {
      addAclRules(n, 'public', 'ingress', aclRule(90, 'deny', '10.0.11.0/25', [443, 443]));
      addAclRules(n, 'public', 'ingress', aclRule(91, 'deny', '10.0.11.128/25', [443, 443]));
    },
    ...firstOnly('blocked'),
    speaks: { 'nat-subnet-nacl-blocks': 'error', ...uneven },
    silent: ['path-blocked', 'nacl-blocks-outbound'],
    page: pages.networkAclRules,
  },
  {
    name: 'a published version keeps the subnets that it was published with',
    change: (n) => {
      addVersion(n, 'orders-api-7').subnetIds = zones.map((zone) => n.subnet(`public-${zone}`).id);
    },
    function: 'orders-api-7',
    verdicts: { 'public-a': 'blocked', 'public-b': 'blocked', 'public-c': 'blocked' },
    verdict: 'blocked',
    speaks: { 'public-subnet-no-nat': 'error' },
    silent: ['path-blocked', 'inconsistent-subnet-egress'],
    page: pages.functionVersions,
  },
  {
    name: '$LATEST works whatever a published version was published with',
    change: (n) => {
      addVersion(n, 'orders-api-7').subnetIds = zones.map((zone) => n.subnet(`public-${zone}`).id);
    },
    ...reachable,
    speaks: {},
    silent: ['public-subnet-no-nat', 'inconsistent-subnet-egress'],
    page: pages.functionVersions,
  },
];
