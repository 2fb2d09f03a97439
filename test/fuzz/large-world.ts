import type { Snapshot } from '../../src/model/snapshot.ts';
import { addressBits, type Family, formatAddress } from '../../src/network/address.ts';
import type { AddressPlan } from './address-plan.ts';
import { addressPlans } from './address-plan.ts';
import { type Random, randomFrom } from './random.ts';
import { randomTwist, recipes } from './recipes.ts';
import { type Lists, prefixList } from './resources.ts';
import { randomTarget } from './route-targets.ts';
import { route } from './routes.ts';
import { randomPorts } from './twist.ts';
import { settle, snapshotOf } from './world.ts';

/** Names a random block; few places, so that blocks of all lengths nest and share bounds. */
type RandomBlock = (random: Random) => string;

const lengths: Readonly<Record<Family, readonly number[]>> = {
  ipv4: [0, 1, 2, 3, 5, 8, 10, 12, 15, 16, 17, 20, 22, 23, 24, 25, 28, 30, 31, 32, 32],
  ipv6: [0, 3, 4, 5, 8, 12, 16, 24, 28, 32, 40, 47, 48, 56, 63, 64, 65, 96, 126, 127, 128, 128],
};

const randomAddress = (family: Family, random: Random): bigint => {
  const words = Array.from({ length: addressBits[family] / 16 }, () => BigInt(random.below(65536)));
  const address = words.reduce((value, word) => value * 65536n + word, 0n);
  return family === 'ipv4' ? address : (address % (1n << 125n)) + (1n << 125n);
};

const blocksAround = (family: Family, random: Random): RandomBlock => {
  const places = Array.from({ length: 24 }, () => randomAddress(family, random));
  return (own) => {
    const length = own.pick(lengths[family]);
    const size = 1n << BigInt(addressBits[family] - length);
    const place = own.pick(places);
    return `${formatAddress(family, place - (place % size))}/${length}`;
  };
};

/** Some of them lie in the VPC, where a route may only name a whole subnet but a rule any block. */
const orOwn =
  ({ sources, vpc }: AddressPlan, block: RandomBlock): RandomBlock =>
  (random) =>
    random.chance(0.15) ? random.pick([...sources, vpc]) : block(random);

const largePrefixLists = (n: Lists, block: RandomBlock, random: Random): void => {
  for (const id of ['pl-large', 'pl-other'] as const)
    n.prefixLists.push(
      prefixList(
        id,
        null,
        Array.from({ length: 40 }, () => block(random)),
      ),
    );
};

/** 40 rules in each direction, as many as AWS allows at most, before the final ones. */
const largeNetworkAcls = (n: Lists, plan: AddressPlan, block: RandomBlock, random: Random): void => {
  for (const acl of n.networkAcls)
    for (const direction of ['ingress', 'egress'] as const)
      for (let index = 0; index < 40; index += 1)
        acl.entries.push({
          ruleNumber: random.chance(0.15) ? 1 + index : 200 + index,
          direction,
          action: random.pick(['allow', 'deny'] as const),
          cidr: random.chance(0.01) ? { kind: 'unknown' } : { kind: plan.family, cidr: block(random) },
          ...randomPorts(random),
        });
};

const largeGroups = (n: Lists, plan: AddressPlan, block: RandomBlock, random: Random): void => {
  for (const group of n.securityGroups) {
    if (random.chance(0.2)) group.egress = [];
    for (let index = 0; index < 40; index += 1)
      group.egress.push({ ...randomPorts(random), peer: { kind: plan.family, cidr: block(random) } });
    group.egress.push({ ...randomPorts(random), peer: { kind: 'prefix-list', id: 'pl-large' } });
  }
};

const largeTables = (n: Lists, plan: AddressPlan, block: RandomBlock, random: Random): void => {
  for (const { routes } of n.routeTables) {
    const usual = routes.find(
      ({ destination }) => 'cidr' in destination && destination.cidr === plan.everywhere,
    )?.target;
    const known = new Set(routes.map(({ destination }) => JSON.stringify(destination)));
    const destinations = [...Array.from({ length: 50 }, () => block(random)), 'pl-large', 'pl-other'];
    for (const destination of destinations) {
      const target = usual === undefined || random.chance(0.25) ? randomTarget(plan, n, random) : usual;
      const added = route(destination, target);
      if (random.chance(0.1)) added.state = 'blackhole';
      if (!known.has(JSON.stringify(added.destination))) routes.push(added);
      known.add(JSON.stringify(added.destination));
    }
  }
};

/**
 * A random network of the size that AWS allows by default, with addresses of full width: blocks from /0 to a single
 * address, in the whole range of the family.
 */
export const largeWorld = (family: Family, seed: number): Snapshot => {
  const random = randomFrom(seed);
  const plan = addressPlans[family];
  const { network, twists } = recipes[family];
  const n = network();
  const block = blocksAround(family, random);
  const anyBlock = orOwn(plan, block);
  largePrefixLists(n, block, random);
  largeNetworkAcls(n, plan, anyBlock, random);
  largeGroups(n, plan, anyBlock, random);
  largeTables(n, plan, block, random);
  for (let count = random.below(4); count > 0; count -= 1) randomTwist(twists, random).change(n, random);
  settle(n);
  return snapshotOf(n);
};
