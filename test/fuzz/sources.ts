import type { Snapshot } from '../../src/model/snapshot.ts';
import type { Family } from '../../src/network/address.ts';
import { after, before, type Interval, intervalOf } from './intervals.ts';

/** Of a subnet that could not be read, or has no range of the family, nothing is known, so that any address will do. */
const anySource: Readonly<Record<Family, Interval>> = {
  ipv4: intervalOf('10.0.1.4/32'),
  ipv6: intervalOf('2600:1f18::4/128'),
};

const blockOf = (snapshot: Snapshot, subnetId: string, family: Family): string | null => {
  const { subnets } = snapshot.sections;
  const subnet = subnets.status === 'collected' ? subnets.items.find(({ id }) => id === subnetId) : undefined;
  if (subnet === undefined) return null;
  if (family === 'ipv4') return subnet.cidr;
  const inUse = subnet.ipv6Cidrs.find(({ state }) => state === 'associated' || state === null);
  const changing = subnet.ipv6Cidrs.find(({ state }) => !['disassociated', 'failing', 'failed'].includes(state ?? ''));
  return (inUse ?? changing)?.cidr ?? null;
};

/**
 * Addresses that an interface of Lambda can have: AWS keeps the first four and the last of every subnet, in both
 * families. https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html
 */
export const sourcesOf = (snapshot: Snapshot, subnetId: string, family: Family): Interval => {
  const block = blockOf(snapshot, subnetId, family);
  if (block === null) return anySource[family];
  const { first, last } = intervalOf(block);
  return { first: after(after(after(after(first)))), last: before(last) };
};
