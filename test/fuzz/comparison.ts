import { parseTarget } from '../../src/cli/target.ts';
import { diagnose } from '../../src/diagnose.ts';
import type { Answer, Report, SubnetAnswer, Verdict } from '../../src/model/report.ts';
import type { Question } from '../../src/model/target.ts';
import { type Expectations, expectationsOf, functionsOf } from './expectations.ts';
import type { AddressOutcome, Expectation } from './expected-verdict.ts';
import { wrongHops } from './hop-check.ts';
import { after, type Interval, intervalOf } from './intervals.ts';
import type { World } from './world.ts';

/** What the engine says of a world, what packets say, and where the two differ. */
export interface Comparison {
  readonly differences: readonly string[];
  /** Those in which the engine claims to have proven what packets disprove; the others only prove less than they could. */
  readonly contradictions: readonly string[];
  readonly verdicts: readonly Verdict[];
  readonly hops: readonly string[];
  readonly stops: readonly string[];
  readonly packets: number;
}

export type Diagnose = typeof diagnose;

const questionOf = (target: string): Question => ({
  target: parseTarget(target),
  origin: target === 'internet' ? 'default' : 'to',
  askedBecause: '--to',
});

const reportOf = ({ snapshot, asked }: World, ask: Diagnose): Report =>
  ask(snapshot, {
    functions: functionsOf(snapshot),
    questions: asked.map(questionOf),
    allHops: true,
    rules: null,
    toolVersion: '0.0.0',
  });

/** Ranges that touch count as one. */
const merged = (intervals: readonly Interval[]): string =>
  intervals
    .toSorted((one, other) => (one.first < other.first ? -1 : 1))
    .reduce<Interval[]>((done, next) => {
      const last = done.at(-1);
      if (last !== undefined && after(last.last) >= next.first)
        done.splice(-1, 1, { first: last.first, last: next.last });
      else done.push(next);
      return done;
    }, [])
    .map(({ first, last }) => `${first}-${last}`)
    .join(' ');

const verdicts = ['reachable', 'blocked', 'partial', 'unknown'] as const;

/** Addresses by verdict, of those that are listed as exceptions. */
const exceptionsOf = (items: readonly { readonly verdict: Verdict; readonly ranges: readonly Interval[] }[]): string =>
  verdicts
    .map(
      (verdict) =>
        `${verdict} ${merged(items.filter((item) => item.verdict === verdict).flatMap(({ ranges }) => ranges))}`,
    )
    .join(', ');

const expectedExceptions = ({ common, outcomes }: Expectation): string =>
  exceptionsOf(
    outcomes
      .filter(({ verdict }) => common !== null && verdict !== common)
      .map(({ verdict, addresses }: AddressOutcome) => ({ verdict, ranges: [addresses] })),
  );

const sameShare = (one: number | null, other: number | null): boolean =>
  one === null || other === null ? one === other : Math.abs(one - other) < 1e-9;

const differencesOf = (answer: Answer, subnet: SubnetAnswer, expected: Expectation): readonly string[] => {
  const { verdict, share } = expected;
  const exceptions = exceptionsOf(answer.exceptions.map((item) => ({ ...item, ranges: item.cidrs.map(intervalOf) })));
  return [
    ...(subnet.verdict === verdict ? [] : [`the engine says ${subnet.verdict}, packets say ${verdict}`]),
    ...(sameShare(subnet.share, share) ? [] : [`the engine's share is ${subnet.share}, that of packets ${share}`]),
    ...(exceptions === expectedExceptions(expected)
      ? []
      : [`exceptions: ${exceptions} instead of ${expectedExceptions(expected)}`]),
    ...wrongHops(subnet, expected),
  ];
};

/** A verdict is a claim about packets: all arrive, none arrives, not all arrive. Unknown claims nothing. */
const isDisproven = (claimed: Verdict, found: Verdict): boolean =>
  ((claimed === 'reachable' || claimed === 'blocked') && found !== claimed) ||
  (claimed === 'partial' && (found === 'reachable' || found === 'unknown'));

const contradictionsOf = (subnet: SubnetAnswer, { verdict, share }: Expectation): readonly string[] => {
  if (isDisproven(subnet.verdict, verdict)) return [`the engine proves ${subnet.verdict}, packets say ${verdict}`];
  if (subnet.share === null || sameShare(subnet.share, share)) return [];
  return [`the engine proves the share ${subnet.share}, packets say ${share}`];
};

/** Over several subnets: what all have in common; unknown if none is proven to fail; else partial. */
const combined = (subnets: readonly Verdict[]): Verdict => {
  const [first] = subnets;
  if (first !== undefined && subnets.every((verdict) => verdict === first)) return first;
  return subnets.some((verdict) => verdict === 'blocked' || verdict === 'partial') ? 'partial' : 'unknown';
};

/** Compares every answer about a world with packets sent through it. */
export const compare = (
  world: World,
  expectations: Expectations = expectationsOf(world),
  ask: Diagnose = diagnose,
): Comparison => {
  const { document, disagreements } = reportOf(world, ask);
  const differences = [...disagreements];
  const contradictions = [...disagreements];
  const hops = new Set<string>();
  const stops = new Set<string>();
  const found: Verdict[] = [];
  let packets = 0;
  for (const { name, answers } of document.functions)
    for (const answer of answers) {
      const what = `${name} to ${answer.target}`;
      const [subnet] = answer.subnets;
      if (subnet === undefined) throw new Error(`${what} has no answer`);
      const all = combined(answer.subnets.map(({ verdict }) => verdict));
      if (answer.verdict !== all) differences.push(`${what}: ${answer.verdict} over subnets that make ${all}`);
      const expected = expectations.get(what);
      if (expected === undefined) continue;
      differences.push(...differencesOf(answer, subnet, expected).map((text) => `${what}: ${text}`));
      contradictions.push(...contradictionsOf(subnet, expected).map((text) => `${what}: ${text}`));
      packets += expected.packets;
      found.push(subnet.verdict);
      for (const { hop } of subnet.hops) hops.add(hop);
      for (const stop of expected.outcomes.flatMap((item) => [...item.stops.keys()])) stops.add(stop);
    }
  return { differences, contradictions, verdicts: found, hops: [...hops], stops: [...stops], packets };
};
