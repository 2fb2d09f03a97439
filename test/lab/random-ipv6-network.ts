import type { Snapshot } from '../../src/model/snapshot.ts';
import { type Random, randomFrom } from '../fuzz/random.ts';
import { Network } from '../support/network.ts';
import { groupReference, groupRule } from '../support/resources.ts';
import { addInterface, addIpv6Database, moveToOwnAcl } from '../support/targets.ts';
import { rulesFor } from './random-hosts.ts';
import { ipv6RouteTwists, privateTable } from './random-ipv6-routes.ts';
import {
  everywhereIpv6,
  hostIpv6Blocks,
  ipv6Blocks,
  ownIpv6Blocks,
  replyPorts,
  requestPorts,
} from './random-ranges.ts';
import { anyAclRule, surround } from './random-rules.ts';
import { applyTwists, inTurn, type Twist } from './twists.ts';

/** The main table has no way out over IPv6. */
const useMainTable: Twist = (n, random) => n.disassociate(random.pick(['data-a', privateTable(random)]));

const detach: Twist = (n, random) => {
  for (const gateway of n.all.egressOnlyInternetGateways) gateway.attachments = [];
  if (random.chance(0.5)) for (const gateway of n.all.internetGateways) gateway.attachments = [];
};

const flagOff: Twist = (n, random) => {
  if (random.chance(0.5)) n.network().ipv6AllowedForDualStack = false;
};

const changeRange: Twist = (n, random) => {
  const [range] = n.subnet(privateTable(random)).ipv6Cidrs;
  if (range === undefined) return;
  if (random.chance(0.6)) range.addressAttribute = 'private';
  else range.state = random.pick(['disassociated', 'failed']);
};

/** Over IPv6 an internet gateway serves functions in public subnets. */
const moveFunction: Twist = (n) => {
  n.addRoute('public', everywhereIpv6, { kind: 'internet-gateway', id: n.internetGateway().id });
  n.network().subnetIds = ['public-a', 'private-a', 'private-b'].map((name) => n.subnet(name).id);
};

const changeAcl = (n: Network, random: Random, name: string, near: 'function' | 'host'): void => {
  const direction = random.pick(['ingress', 'egress'] as const);
  const isRequest = (near === 'function') === (direction === 'egress');
  const ports = random.chance(0.3) ? 'all' : random.pick(isRequest ? requestPorts : replyPorts);
  const remote = near === 'function' ? [...ipv6Blocks, ...hostIpv6Blocks] : ownIpv6Blocks;
  surround(n.networkAcl(name), random, direction, [anyAclRule(100, 'allow', everywhereIpv6, ports)], remote);
};

const changeFunctionAcl: Twist = (n, random) => changeAcl(n, random, 'private', 'function');
const changeHostAcl: Twist = (n, random) => changeAcl(n, random, 'data', 'host');

/** A network ACL of its own, at first without a rule for IPv6. */
const onlyIpv4Acl: Twist = (n, random) => {
  const subnet = privateTable(random);
  moveToOwnAcl(n, subnet, `own-${subnet}`);
  if (random.chance(0.7)) changeAcl(n, random, `own-${subnet}`, 'function');
};

const changeFunctionGroup: Twist = (n, random) => {
  const blocks = [...ipv6Blocks, ...hostIpv6Blocks];
  n.securityGroup().egress = rulesFor(random, n, blocks, [n.securityGroup('db').id]);
};

const changeHostGroup: Twist = (n, random) => {
  const blocks = [...ownIpv6Blocks, everywhereIpv6, '0.0.0.0/0'];
  n.securityGroup('db').ingress = rulesFor(random, n, blocks, [n.securityGroup().id, n.securityGroup('db').id]);
};

const addHostInside: Twist = (n) => {
  const eni = addInterface(n, 'private-a', '10.0.11.200', n.securityGroup('db').id);
  eni.ipv6Addresses.push('2001:db8:1234:1a11::c8');
};

/** The usual mistake: a rule for every IPv4 address lets no IPv6 out. */
const onlyIpv4Group: Twist = (n, random) => {
  n.securityGroup().egress = [groupRule('0.0.0.0/0', 'all')];
  if (random.chance(0.6)) n.securityGroup().egress.push(groupRule(random.pick(ipv6Blocks.slice(2)), 'all'));
};

const ruleTwists = [
  onlyIpv4Group,
  onlyIpv4Group,
  changeFunctionAcl,
  changeFunctionAcl,
  changeHostAcl,
  changeHostAcl,
  onlyIpv4Acl,
  changeFunctionGroup,
  changeHostGroup,
];
const otherTwists = [useMainTable, detach, flagOff, changeRange, changeRange, moveFunction, addHostInside];
const twists: readonly Twist[] = [...ruleTwists, ...ipv6RouteTwists, ...otherTwists];

/** The correct dual-stack network with a database, and one to four random changes. */
export const randomIpv6Network = (seed: number): Snapshot => {
  const random = randomFrom(seed);
  const n = new Network();
  addIpv6Database(n);
  n.securityGroup('db').ingress.push(
    groupReference(
      n.securityGroup().id,
      random.pick([
        [0, 65535],
        [443, 5432],
      ] as const),
    ),
  );
  applyTwists(n, random, twists, inTurn(twists, seed));
  return n.snapshot();
};
