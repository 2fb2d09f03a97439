import type { Network } from '../support/network.ts';
import { aclRule, setAclRules } from '../support/resources.ts';
import { pages } from './pages.ts';
import { allThree, firstOnly, shareOfAll, type TruthRow } from './row.ts';

const zones = ['a', 'b', 'c'] as const;

const withoutWayOut = (n: Network): void => {
  for (const zone of zones) n.removeRoute(`private-${zone}`);
};

const blackhole = (n: Network): void => {
  n.natGateway('nat-a').state = 'deleted';
  n.route('private-a').state = 'blackhole';
};

const halfOfTheReplies = (n: Network): void =>
  setAclRules(n, 'private', 'ingress', aclRule(100, 'allow', '0.0.0.0/0', [32768, 65535]));

const trespass = { 'forbidden-target-reachable': 'error' } as const;

/** Why a path is blocked is no news where it is meant to be. */
const causes = ['no-internet-route', 'blackhole-route', 'inconsistent-subnet-egress', 'path-blocked'] as const;

const wantedFor = 'forbidden-target-reachable';

/** What a configuration expects decides what is a finding; the verdicts are the same whoever asks. */
export const intent: readonly TruthRow[] = [
  {
    name: 'the correct network, and the internet is forbidden',
    change: null,
    asked: 'forbidden',
    ...allThree('reachable'),
    speaks: trespass,
    findings: 1,
    silent: [...causes],
    page: pages.lambdaInternet,
  },
  {
    name: 'the internet is forbidden and no table has a route to it',
    change: withoutWayOut,
    asked: 'forbidden',
    ...allThree('blocked'),
    speaks: {},
    silent: [...causes, wantedFor],
    page: pages.subnetRouteTables,
  },
  {
    name: 'the internet is forbidden and reached from two of three subnets',
    change: (n) => n.removeRoute('private-a'),
    asked: 'forbidden',
    ...firstOnly('blocked'),
    speaks: trespass,
    findings: 1,
    silent: [...causes],
    page: pages.subnetRouteTables,
  },
  {
    name: 'the internet is forbidden and half of the replies come back',
    change: halfOfTheReplies,
    asked: 'forbidden',
    ...allThree('partial'),
    shares: shareOfAll(32768, 64512),
    speaks: trespass,
    silent: [...causes, 'nacl-blocks-return-traffic'],
    page: pages.customNetworkAcl,
  },
  {
    name: 'the internet is forbidden and whether there is a way out may not be read',
    change: (n) => n.deny('natGateways'),
    asked: 'forbidden',
    ...allThree('unknown'),
    speaks: { 'missing-permission': 'warning' },
    silent: [...causes, wantedFor],
    page: pages.ec2Permissions,
  },
  {
    name: 'the internet is forbidden, one subnet has no way to it and of the others it may not be read',
    change: (n) => {
      n.removeRoute('private-a');
      n.deny('natGateways');
    },
    asked: 'forbidden',
    verdicts: { 'private-a': 'blocked', 'private-b': 'unknown', 'private-c': 'unknown' },
    verdict: 'partial',
    speaks: { 'missing-permission': 'warning' },
    silent: [...causes, wantedFor],
    page: pages.ec2Permissions,
  },
  {
    name: 'the internet is forbidden and a small part of it has a route to a NAT gateway',
    change: (n) => {
      withoutWayOut(n);
      n.addRoute('private-a', '8.8.8.0/24', { kind: 'nat-gateway', id: n.natGateway('nat-a').id });
    },
    asked: 'forbidden',
    ...allThree('blocked'),
    exceptions: true,
    speaks: trespass,
    silent: [...causes],
    page: pages.routeTablePriority,
  },
  {
    name: 'the internet is forbidden to a function that is not in a VPC',
    change: (n) => {
      n.function().network = { kind: 'none' };
    },
    asked: 'forbidden',
    verdicts: {},
    verdict: 'reachable',
    speaks: { ...trespass, 'not-in-vpc': 'note' },
    silent: ['no-internet-route', 'path-blocked'],
    page: pages.lambdaInternet,
  },
  {
    name: 'S3 is forbidden and there is a gateway endpoint',
    change: null,
    target: 's3',
    asked: 'forbidden',
    ...allThree('reachable'),
    speaks: trespass,
    silent: [...causes],
    page: pages.gatewayEndpoints,
  },
  {
    name: 'the internet is required and one subnet is cut off',
    change: blackhole,
    asked: 'required',
    ...firstOnly('blocked'),
    speaks: { 'blackhole-route': 'error', 'inconsistent-subnet-egress': 'warning' },
    silent: ['path-blocked', wantedFor],
    page: pages.natGateway,
  },
  {
    name: 'the internet is required and half of the replies come back',
    change: halfOfTheReplies,
    asked: 'required',
    ...allThree('partial'),
    speaks: { 'nacl-blocks-return-traffic': 'error' },
    silent: ['path-blocked', wantedFor],
    page: pages.customNetworkAcl,
  },
  {
    name: 'the internet is required and no table has a route to it',
    change: withoutWayOut,
    asked: 'required',
    ...allThree('blocked'),
    speaks: { 'no-internet-route': 'error' },
    silent: ['path-blocked', wantedFor],
    page: pages.subnetRouteTables,
  },
  ...(['any', 'detected'] as const).flatMap((asked): readonly TruthRow[] => [
    {
      name: `a blackhole towards a target that is asked as ${asked}`,
      change: blackhole,
      asked,
      ...firstOnly('blocked'),
      speaks: { 'blackhole-route': 'warning', 'inconsistent-subnet-egress': 'warning' },
      silent: ['path-blocked', wantedFor],
      page: pages.natGateway,
    },
    {
      name: `no route to a target that is asked as ${asked}`,
      change: withoutWayOut,
      asked,
      ...allThree('blocked'),
      speaks: { 'no-internet-route': 'warning' },
      silent: ['path-blocked', wantedFor],
      page: pages.subnetRouteTables,
    },
  ]),
];
