import type { RouteTarget } from '../../src/model/kinds/route-tables.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { type Random, randomFrom } from '../fuzz/random.ts';
import { Network } from '../support/network.ts';
import { addNatInstance, addPeering, addPrefixList } from '../support/resources.ts';
import { blocks } from './random-ranges.ts';
import { randomCallerRules, randomGroupRules, ruleTwists } from './random-rules.ts';
import { applyTwists, type Twist } from './twists.ts';

const zones = ['a', 'b', 'c'] as const;

const randomTarget = (n: Network, random: Random): RouteTarget => {
  if (random.chance(0.6)) return { kind: 'nat-gateway', id: random.pick(n.all.natGateways).id };
  if (random.chance(0.5)) return { kind: 'internet-gateway', id: n.internetGateway().id };
  if (random.chance(0.5)) return { kind: 'nat-gateway', id: 'nat-0deadbeefdeadbeef' };
  return addPeering(n);
};

const privateTable = (random: Random): string => `private-${random.pick(zones)}`;

const redirect: Twist = (n, random) => {
  n.route(privateTable(random)).target = { ...randomTarget(n, random) };
};

const blackhole: Twist = (n, random) => {
  n.route(privateTable(random)).state = 'blackhole';
};

/** A second route, more or less specific than others, that may be a blackhole or of a lower preference. */
const addRoute: Twist = (n, random) => {
  const table = random.pick([privateTable(random), privateTable(random), 'public']);
  const known = n.routeTable(table).routes.map(({ destination }) => JSON.stringify(destination));
  const block = random.pick(blocks);
  const isTie = known.includes(JSON.stringify({ kind: 'ipv4', cidr: block }));
  n.addRoute(table, block, randomTarget(n, random), {
    state: random.chance(0.3) ? 'blackhole' : 'active',
    origin: isTie ? 'EnableVgwRoutePropagation' : 'CreateRoute',
  });
};

const addPrefixListRoute: Twist = (n, random) => {
  const name = `routed${n.all.prefixLists.length}`;
  const id = addPrefixList(n, name, [...new Set([random.pick(blocks), random.pick(blocks)])]);
  n.addRoute(random.pick([privateTable(random), 'public']), id, randomTarget(n, random));
};

/** The default route in two halves, one of which leads elsewhere. */
const halves: Twist = (n, random) => {
  const table = privateTable(random);
  n.removeRoute(table);
  n.addRoute(table, '0.0.0.0/1', randomTarget(n, random));
  if (random.chance(0.7)) n.addRoute(table, '128.0.0.0/1', randomTarget(n, random));
};

const useMainTable: Twist = (n, random) => {
  n.disassociate(privateTable(random));
  if (random.chance(0.5)) n.addRoute('main', random.pick(blocks), randomTarget(n, random));
};

const breakNatGateway: Twist = (n, random) => {
  const nat = random.pick(n.all.natGateways);
  const [address] = nat.addresses;
  const kind = random.below(4);
  if (kind === 0) nat.state = random.pick(['failed', 'deleted']);
  if (kind === 1 && n.all.natGateways.length > 1) n.remove(nat);
  if (kind === 2) nat.connectivityType = 'private';
  if (kind === 2 && address !== undefined) address.publicIp = null;
  if (kind === 3 && address !== undefined) address.status = 'failed';
};

/** Without a public address the interface of the NAT gateway has none either. */
const forgetPublicAddresses = (n: Network): void => {
  for (const { connectivityType, addresses } of n.all.natGateways)
    for (const { privateIp } of connectivityType === 'private' ? addresses : [])
      for (const eni of n.all.networkInterfaces)
        for (const own of eni.privateIpAddresses) if (own.address === privateIp) own.publicIp = null;
};

/** A NAT gateway in a subnet of the function, whose routes may lead back to it. */
const moveNatGateway: Twist = (n, random) => {
  random.pick(n.all.natGateways).subnetId = n.subnet(random.pick(['private-a', 'private-b', 'public-b'])).id;
};

const changeInternetGateway: Twist = (n, random) => {
  if (random.chance(0.5)) n.internetGateway().attachments = [];
  const other = { id: 'igw-0other0other0othe', name: 'other', attachments: [] } as const;
  n.all.internetGateways.push({ ...other, attachments: [] });
  n.addRoute('public', random.pick(blocks.slice(2)), { kind: 'internet-gateway', id: other.id });
};

const useNatInstance: Twist = (n, random) => {
  if (n.all.instances.length > 0) return;
  const nic = addNatInstance(n);
  nic.sourceDestCheck = random.chance(0.15);
  if (random.chance(0.4)) n.securityGroup('nat-instance').ingress = randomCallerRules(random, n);
  if (random.chance(0.4)) n.securityGroup('nat-instance').egress = randomGroupRules(random, n);
  if (random.chance(0.2)) nic.subnetId = n.subnet('public-c').id;
  if (random.chance(0.1)) n.instance('nat-instance').state = 'stopped';
  if (random.chance(0.1)) for (const own of nic.privateIpAddresses) own.publicIp = null;
  if (random.chance(0.3)) n.route('private-b').target = { kind: 'instance', id: n.instance('nat-instance').id };
  if (random.chance(0.5)) n.securityGroup('nat-instance').ingress.push(...randomCallerRules(random, n));
};

/** Lambda lets a function into any subnet, public ones too. */
const moveFunction: Twist = (n, random) => {
  const names = ['private-b', random.pick(['public-a', 'public-b']), random.pick(['private-a', 'private-c'])];
  n.network().subnetIds = names.slice(random.below(2)).map((name) => n.subnet(name).id);
};

const routeTwists = [redirect, blackhole, addRoute, addRoute, addPrefixListRoute, halves, useMainTable];
const deviceTwists = [
  breakNatGateway,
  moveNatGateway,
  changeInternetGateway,
  useNatInstance,
  useNatInstance,
  moveFunction,
];
const twists: readonly Twist[] = [...ruleTwists, ...ruleTwists, ...routeTwists, ...deviceTwists];

/** The correct network with one to four random changes; equal seeds give equal networks. */
export const randomNetwork = (seed: number): Snapshot => {
  const random = randomFrom(seed);
  const n = new Network();
  applyTwists(n, random, twists);
  forgetPublicAddresses(n);
  return n.snapshot();
};
