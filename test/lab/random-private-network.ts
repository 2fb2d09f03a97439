import type { SecurityGroup } from '../../src/model/kinds/security-groups.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { type Random, randomFrom } from '../fuzz/random.ts';
import { Network } from '../support/network.ts';
import { aclRule, addPeering, groupReference } from '../support/resources.ts';
import { moveToOwnAcl, sendThroughPrivateNatGateway } from '../support/targets.ts';
import { addHosts, rulesFor } from './random-hosts.ts';
import { everywhere, hostBlocks, ownBlocks, replyPorts, requestPorts } from './random-ranges.ts';
import { surround } from './random-rules.ts';
import { applyTwists, inTurn, type Twist } from './twists.ts';

const vpc = '10.0.0.0/16';
const zones = ['a', 'b', 'c'] as const;
const privateTable = (random: Random): string => `private-${random.pick(zones)}`;

/** Requests one way and replies the other way; a network ACL that both sides share needs both. */
const baseRules = (random: Random, carries: 'requests' | 'replies') => {
  const ranges = carries === 'requests' ? requestPorts : replyPorts;
  return [aclRule(100, 'allow', random.pick([vpc, everywhere]), random.chance(0.4) ? 'all' : random.pick(ranges))];
};

/** The list of a subnet in which hosts are, or the function, or both. */
const changeAcl = (n: Network, random: Random, name: string, near: 'function' | 'host'): void => {
  const direction = random.pick(['ingress', 'egress'] as const);
  const carries = (near === 'function') === (direction === 'egress') ? 'requests' : 'replies';
  const remote = near === 'function' ? hostBlocks : ownBlocks;
  surround(n.networkAcl(name), random, direction, baseRules(random, carries), remote);
};

const changeFunctionAcl: Twist = (n, random) => changeAcl(n, random, 'private', 'function');
const changeHostAcl: Twist = (n, random) => changeAcl(n, random, 'data', 'host');

/** Replies come back to any of the ports that the function may choose: half of them are closed. */
const closeHalfOfThePorts: Twist = (n, random) => {
  const half = random.pick([
    [1024, 32767],
    [32768, 65535],
  ] as const);
  const [name, direction] = random.pick([
    ['data', 'egress'],
    ['private', 'ingress'],
  ] as const);
  n.networkAcl(name).entries.push({ ...aclRule(20, 'deny', random.pick([vpc, ...ownBlocks]), half), direction });
};

const ownAclOfHosts: Twist = (n, random) => {
  const subnet = random.pick(['data-a', 'data-b', 'private-a', 'public-a']);
  moveToOwnAcl(n, subnet, `own-${subnet}`);
  changeAcl(n, random, `own-${subnet}`, 'host');
};

const groupsOf = (n: Network): SecurityGroup['id'][] => n.all.securityGroups.map(({ id }) => id);

const changeFunctionGroup: Twist = (n, random) => {
  n.securityGroup().egress = rulesFor(random, n, hostBlocks, groupsOf(n));
};

const secondFunctionGroup: Twist = (n, random) => {
  const id = n.addSecurityGroup('second', { egress: rulesFor(random, n, hostBlocks, groupsOf(n)) });
  n.network().securityGroupIds.push(id);
  n.securityGroup('db').ingress = rulesFor(random, n, ownBlocks, [id]);
};

const changeHostGroup: Twist = (n, random) => {
  n.securityGroup(random.pick(['db', 'cache'])).ingress = rulesFor(random, n, ownBlocks, groupsOf(n));
};

/** Routes to the hosts that are more specific than the one for the whole VPC. */
const divert: Twist = (n, random) => {
  const block = random.pick(hostBlocks.slice(2));
  const others = [
    { kind: 'nat-gateway', id: random.pick(n.all.natGateways).id } as const,
    { kind: 'nat-gateway', id: 'nat-0deadbeefdeadbeef' } as const,
    { kind: 'local' } as const,
  ];
  const target = random.chance(0.25) ? addPeering(n) : random.pick(others);
  n.addRoute(privateTable(random), block, target, { state: random.chance(0.3) ? 'blackhole' : 'active' });
};

/** The hosts' own table drops replies to some of the function's subnets. */
const dropReplies: Twist = (n, random) => {
  const block = random.pick(['10.0.11.0/24', '10.0.12.0/23', '10.0.13.0/24']);
  n.addRoute('data', block, { kind: 'nat-gateway', id: 'nat-0deadbeefdeadbeef' }, { state: 'blackhole' });
};

const throughNatGateway: Twist = (n, random) => {
  const block = random.pick(['10.0.40.0/24', '10.0.40.0/23', '10.0.41.128/25']);
  if (random.chance(0.5) && n.all.natGateways.length === zones.length) sendThroughPrivateNatGateway(n, block);
  else n.addRoute('private-a', block, { kind: 'nat-gateway', id: n.natGateway('nat-a').id });
};

const useMainTable: Twist = (n, random) => n.disassociate(random.pick(['data-a', privateTable(random)]));

const twists: readonly Twist[] = [
  changeFunctionAcl,
  changeFunctionAcl,
  changeHostAcl,
  changeHostAcl,
  changeHostAcl,
  closeHalfOfThePorts,
  closeHalfOfThePorts,
  ownAclOfHosts,
  ownAclOfHosts,
  changeFunctionGroup,
  changeFunctionGroup,
  secondFunctionGroup,
  changeHostGroup,
  changeHostGroup,
  divert,
  divert,
  dropReplies,
  throughNatGateway,
  useMainTable,
];

/** The correct network with hosts that the function may call, and one to four random changes. */
export const randomPrivateNetwork = (seed: number): Snapshot => {
  const random = randomFrom(seed);
  const n = new Network();
  const groups = addHosts(n, random);
  const functionGroup = n.securityGroup().id;
  for (const name of ['db', 'cache']) {
    const group = n.securityGroup(name);
    group.ingress = rulesFor(random, n, [vpc, ...ownBlocks], [functionGroup, ...groups]);
    if (random.chance(0.6)) group.ingress.push(groupReference(functionGroup, random.pick(requestPorts)));
  }
  applyTwists(n, random, twists, inTurn(twists, seed));
  return n.snapshot();
};
