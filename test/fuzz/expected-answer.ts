import type { Snapshot } from '../../src/model/snapshot.ts';
import type { Asked, Direct } from './asked.ts';
import { expectationOf } from './expectation.ts';
import type { AddressOutcome, Expectation } from './expected-verdict.ts';
import { verdictOver } from './expected-verdict.ts';
import type { Sender } from './internet.ts';
import { ifListed } from './listed.ts';

/** Whether the function's interfaces may have IPv6 addresses in its subnet. */
const sendsIpv6 = ({ sections: { subnets } }: Snapshot, { ipv6Allowed, subnetId }: Sender): boolean => {
  if (!ipv6Allowed || subnets.status !== 'collected') return ipv6Allowed;
  const ranges = subnets.items.find(({ id }) => id === subnetId)?.ipv6Cidrs ?? [];
  return ranges.some(({ state }) => !['disassociated', 'failing', 'failed'].includes(state ?? ''));
};

const same = <Item>(items: readonly Item[]): boolean => items.every((item) => item === items[0]);

const packetsOf = (all: readonly Expectation[]): number => all.reduce((total, { packets }) => total + packets, 0);

const nothingKnown = (all: readonly Expectation[]): Expectation => ({
  verdict: 'unknown',
  common: null,
  share: null,
  outcomes: all.flatMap(({ outcomes }) => outcomes),
  packets: packetsOf(all),
});

/** What holds by each of several ways, of which one is taken. */
const ofWays = (all: readonly Expectation[]): Expectation => {
  const [first] = all;
  if (first === undefined || !same(all.map(({ verdict }) => verdict)) || first.verdict === 'partial')
    return nothingKnown(all);
  return { ...nothingKnown(all), verdict: first.verdict, share: first.share };
};

/** The share of what is sent to some addresses that works; null where it is not known. */
const shareOf = ({ works, fails, unknown }: AddressOutcome): number | null =>
  unknown > 0 ? null : works / (works + fails);

/** What holds wherever in a subnet its interface is. */
const wherever = (found: Expectation): Expectation => {
  const shares = found.outcomes.map(shareOf);
  if (!same(found.outcomes.map(({ verdict }) => verdict))) return nothingKnown([found]);
  return { ...found, share: same(shares) ? (shares[0] ?? null) : null };
};

/** One interface in each subnet, each of which counts as one. */
const ofInterfaces = (all: readonly Expectation[]): Expectation => {
  const shares = all.map(({ share }) => share);
  const known = shares.filter((share) => share !== null);
  const share = known.length < shares.length ? null : known.reduce((sum, each) => sum + each, 0) / known.length;
  return { ...nothingKnown(all), verdict: verdictOver(all.map(({ verdict }) => verdict)), share };
};

/** Whether it is known that the function has no IPv4 address: Lambda takes no subnet without an IPv4 range. */
const lacksIpv4 = ({ sections: { subnets } }: Snapshot, { subnetId }: Sender): boolean =>
  subnets.status === 'collected' && subnets.items.some(({ id, cidr }) => id === subnetId && cidr === null);

/**
 * A list of a gateway endpoint that could not be read may hold public addresses that are not reached otherwise: what
 * fails does so for certain only if it fails by the endpoint as well.
 */
const orByEndpoint = (snapshot: Snapshot, sender: Sender, asked: Direct): Expectation => {
  const found = expectationOf(snapshot, sender, asked);
  if (asked.kind !== 'addresses' || (found.verdict !== 'blocked' && found.verdict !== 'partial')) return found;
  const listed = ifListed(snapshot, sender, asked);
  if (listed === null || expectationOf(listed, sender, asked).verdict === found.verdict) return found;
  return nothingKnown([found]);
};

/** What a subnet's answer must be, from packets alone. */
export const expectedAnswer = (snapshot: Snapshot, sender: Sender, asked: Asked): Expectation => {
  if (asked.kind !== 'either' && asked.family === 'ipv4' && lacksIpv4(snapshot, sender)) return nothingKnown([]);
  switch (asked.kind) {
    case 'either': {
      const isOpen = !asked.isChosenByProgram || sendsIpv6(snapshot, sender);
      const ways = isOpen ? asked.ways : asked.ways.slice(0, 1);
      const all = ways.map((way) => expectedAnswer(snapshot, sender, way));
      return all.length === 1 ? (all[0] ?? nothingKnown(all)) : ofWays(all);
    }
    case 'somewhere': {
      const { family, subnets, port, endpointId } = asked;
      const all = subnets.map((ranges) =>
        wherever(expectationOf(snapshot, { ...sender, endpointId }, { kind: 'addresses', family, ranges, port })),
      );
      return ofInterfaces(all);
    }
    default:
      return orByEndpoint(snapshot, sender, asked);
  }
};
