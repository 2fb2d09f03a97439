import type { LambdaFunction } from '../model/kinds/functions.ts';
import type { Answer, AnswerException, SubnetAnswer } from '../model/report.ts';
import type { AddressRange } from '../network/address.ts';
import { hopsOf } from '../network/hops.ts';
import { worstFirst } from '../network/worst-first.ts';
import { becauseOf, exceptionBecause } from './because.ts';
import { expectedOf } from './expectation.ts';
import type { ExplainedClass, Outcome, SubnetOutcome } from './outcome.ts';
import { atomRanges, mergedCidrs } from './ranges.ts';

/** The class whose path is shown: the worst of the verdict's own, among equals the one with most addresses. */
const shownClass = ({ classes }: SubnetOutcome): ExplainedClass | undefined => worstFirst(classes)[0];

/** What works is shown with its hops and its packet only if all were asked for; an account has thousands of them. */
const subnetAnswer = (outcome: SubnetOutcome, allHops: boolean): SubnetAnswer => {
  const isShown = outcome.verdict !== 'reachable' || allHops;
  const shown = isShown ? shownClass(outcome) : undefined;
  return {
    subnetId: outcome.subnetId,
    availabilityZone: outcome.subnet?.availabilityZone ?? null,
    availabilityZoneId: outcome.subnet?.availabilityZoneId ?? null,
    verdict: outcome.verdict,
    share: outcome.share,
    hops: shown === undefined ? [] : hopsOf(shown.reach),
    witnesses: isShown ? outcome.witnesses : [],
  };
};

const exceptionsOf = (outcome: Outcome): AnswerException[] => {
  const exceptions = new Map<string, { exception: AnswerException; ranges: AddressRange[] }>();
  for (const { axis, exceptions: classes } of outcome.subnets)
    for (const { reach, verdict, root } of classes) {
      const because = exceptionBecause(root);
      const key = `${verdict} ${because}`;
      const known = exceptions.get(key) ?? { exception: { cidrs: [], verdict, because }, ranges: [] };
      if (axis !== null) known.ranges.push(...atomRanges(axis, reach.atoms));
      exceptions.set(key, known);
    }
  return [...exceptions.values()].map(({ exception, ranges }) => ({ ...exception, cidrs: mergedCidrs(ranges) }));
};

/** An answer for every function in one place: only its sentence names the function. */
export const answerFor = (outcome: Outcome, allHops: boolean): ((fn: LambdaFunction) => Answer) => {
  const { target, verdict, question } = outcome;
  const { askedBecause } = question;
  const expected = expectedOf(question.origin);
  const subnets = outcome.subnets.map((subnet) => subnetAnswer(subnet, allHops));
  const exceptions = exceptionsOf(outcome);
  const because = becauseOf(outcome);
  return (fn) => ({
    target,
    verdict,
    because: because(fn),
    askedBecause,
    expected,
    subnets,
    exceptions,
  });
};
