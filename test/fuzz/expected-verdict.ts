import type { Verdict } from '../../src/model/report.ts';
import type { Trace } from '../../src/network/trace.ts';
import { type Interval, sizeOf } from './intervals.ts';

/** Ports that Lambda and NAT gateways send from. https://docs.aws.amazon.com/vpc/latest/userguide/custom-network-acl.html */
export const ephemeral: Interval = { first: 1024, last: 65535 };

/** How many packets from one address of the function, or from all, work and fail; of the rest it is not known. */
export interface Counts {
  works: number;
  fails: number;
  unknown: number;
}

export interface AddressOutcome extends Readonly<Counts> {
  readonly addresses: Interval;
  readonly verdict: Verdict;
  /** What stops packets to them: the last hop, as `where resource: rule`, with one of the packets. */
  readonly stops: ReadonlyMap<string, Trace>;
}

/** What a subnet's answer must be, from packets alone. */
export interface Expectation {
  readonly verdict: Verdict;
  /** The verdict that at least 99 % of the addresses have in common; the others are exceptions. */
  readonly common: Verdict | null;
  readonly share: number | null;
  readonly outcomes: readonly AddressOutcome[];
  readonly packets: number;
}

const allPorts = sizeOf(ephemeral) ** 2;

/** 99 % of the ports are enough, from each of the function's own addresses; less than that is proven to fail. */
export const verdictOf = (sources: readonly Counts[]): Verdict => {
  if (sources.every(({ works }) => works >= 0.99 * allPorts)) return 'reachable';
  if (sources.every(({ fails }) => fails === allPorts)) return 'blocked';
  return sources.some(({ fails }) => allPorts - fails < 0.99 * allPorts) ? 'partial' : 'unknown';
};

const sum = <T>(items: readonly T[], value: (item: T) => number): number =>
  items.reduce((total, item) => total + value(item), 0);

type Overall = Pick<Expectation, 'verdict' | 'common' | 'share'>;

const weight = (items: readonly AddressOutcome[]): number => sum(items, ({ addresses }) => sizeOf(addresses));

/** null unless the outcome of every packet is known. */
const shareOf = (counted: readonly AddressOutcome[]): number | null => {
  if (counted.some(({ unknown }) => unknown > 0)) return null;
  return sum(counted, ({ addresses, works, fails }) => (works / (works + fails)) * sizeOf(addresses)) / weight(counted);
};

const verdicts = ['reachable', 'blocked', 'partial', 'unknown'] as const;

const having = (outcomes: readonly AddressOutcome[], verdict: Verdict): readonly AddressOutcome[] =>
  outcomes.filter((item) => item.verdict === verdict);

/** Over parts of which all have to work: what they have in common; without that, partial if one is proven to fail. */
export const verdictOver = (parts: readonly Verdict[]): Verdict =>
  verdicts.find((one) => parts.every((part) => part === one)) ??
  (parts.some((part) => part === 'blocked' || part === 'partial') ? 'partial' : 'unknown');

/**
 * Of the internet, what at least 99 % of the addresses have in common is the verdict; the rest are exceptions. Where
 * gateway endpoints take all of it, nothing is proven.
 */
export const ofInternet = (outcomes: readonly AddressOutcome[]): Overall => {
  if (outcomes.length === 0) return { verdict: 'unknown', common: null, share: null };
  const common = verdicts.find((verdict) => weight(having(outcomes, verdict)) >= 0.99 * weight(outcomes)) ?? null;
  const counted = common === null ? outcomes : having(outcomes, common);
  return { verdict: common ?? verdictOver(outcomes.map((each) => each.verdict)), common, share: shareOf(counted) };
};

/** Any other target is judged to its last address. */
export const ofEach = (outcomes: readonly AddressOutcome[]): Overall => ({
  verdict: verdictOver(outcomes.map(({ verdict }) => verdict)),
  common: null,
  share: shareOf(outcomes),
});
