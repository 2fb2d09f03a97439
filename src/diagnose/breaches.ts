import type { Note } from '../model/report.ts';
import { hopsOf } from '../network/hops.ts';
import { routeText } from '../network/words.ts';
import type { Breach } from '../rules/shared/expected.ts';
import { ownRouteOf } from './diversions.ts';
import { isExpected } from './expectation.ts';
import type { ExplainedClass, Outcome, SubnetOutcome } from './outcome.ts';
import { atomRanges, mergedCidrs } from './ranges.ts';

/** Why such a target is blocked is no news, and that it is reached is told as a breach. */
export const isForbidden = ({ question }: Outcome): boolean => question.origin === 'forbidden';

/** The addresses that packets are proven to reach, those that most of them reach first; an exception is one as well. */
const openedBy = ({ classes, exceptions }: SubnetOutcome): readonly ExplainedClass[] =>
  [...classes, ...exceptions].filter(({ isProvenToPass }) => isProvenToPass);

const pathOf = ({ reach }: ExplainedClass): Note[] => hopsOf(reach).map(({ resource, note }) => ({ resource, note }));

/** The function's own route to them; the local route of a VPC cannot be taken out. */
const routesOf = (explained: ExplainedClass): string[] => {
  const own = ownRouteOf(explained);
  return own === null || own.route.target.kind === 'local' ? [] : [`${routeText(own.route)} of ${own.tableId}`];
};

/** The addresses, where they are only a few of the internet. */
const rangesOf = ({ axis, classes }: SubnetOutcome, opened: readonly ExplainedClass[]): string[] =>
  axis === null || opened.some((explained) => classes.includes(explained))
    ? []
    : mergedCidrs(opened.flatMap(({ reach }) => atomRanges(axis, reach.atoms)));

const outsideVpc = (outcome: Outcome, functionArn: string): Breach => ({
  target: outcome.target,
  forbiddenBy: outcome.question.askedBecause,
  subnetIds: [],
  ranges: [],
  routes: [],
  evidence: [
    { resource: functionArn, note: 'is not attached to a VPC, so Lambda itself gives it access to public addresses' },
  ],
});

const breachOf = (outcome: Outcome, functionArn: string): Breach | null => {
  const { question, target, verdict, subnets } = outcome;
  if (subnets.length === 0)
    return verdict === 'reachable' || verdict === 'partial' ? outsideVpc(outcome, functionArn) : null;
  const opened = subnets.map((subnet) => ({ subnet, classes: openedBy(subnet) }));
  const reaching = opened.filter(({ classes }) => classes.length > 0);
  const shown = reaching.flatMap(({ classes }) => classes)[0];
  if (shown === undefined) return null;
  return {
    target,
    forbiddenBy: question.askedBecause,
    subnetIds: reaching.map(({ subnet }) => subnet.subnetId),
    ranges: [...new Set(reaching.flatMap(({ subnet, classes }) => rangesOf(subnet, classes)))],
    routes: [...new Set(reaching.flatMap(({ classes }) => classes.flatMap(routesOf)))],
    evidence: pathOf(shown),
  };
};

/** Forbidden targets that are reached, be it from one subnet, on some ports or at a few addresses. */
export const breachesOf = (outcomes: readonly Outcome[], functionArn: string): Breach[] =>
  outcomes.filter(isForbidden).flatMap((outcome) => breachOf(outcome, functionArn) ?? []);

const isShut = ({ verdict, exceptions }: SubnetOutcome): boolean =>
  verdict === 'blocked' && exceptions.every((explained) => explained.verdict === 'blocked');

/**
 * Whether it cannot be told if what is expected holds. A forbidden target that is not proven to be reached has to be
 * proven to be blocked, to its last address and from every subnet.
 */
export const isUndecided = (outcome: Outcome): boolean => {
  const { question, verdict, subnets } = outcome;
  if (!isForbidden(outcome)) return verdict === 'unknown' && isExpected(question.origin);
  if (subnets.length === 0) return verdict === 'unknown';
  return !subnets.every(isShut) && !subnets.some((subnet) => openedBy(subnet).length > 0);
};
