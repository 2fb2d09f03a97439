import type { LambdaFunction } from '../model/kinds/functions.ts';
import type { Answer, AnswerException, Finding, FunctionReport, SkippedRule, SubnetAnswer } from '../model/report.ts';
import type { Unavailable } from '../model/section.ts';
import type { Question } from '../model/target.ts';
import { atomCidrs } from '../network/axis.ts';
import type { BlockerKind, BlockerOf } from '../network/blocker.ts';
import { hopsOf } from '../network/hops.ts';
import { internetPort } from '../network/internet.ts';
import type { World } from '../network/world.ts';
import type { Cause, Occurrence, Rule, RuleContext } from '../rules/rule.ts';
import { type ExplainedClass, type Outcome, outcomeOf, type PlacementCache, type SubnetOutcome } from './answers.ts';
import { becauseOf, exceptionBecause } from './because.ts';
import { causesOf } from './causes.ts';
import { diversionsOf } from './diversions.ts';
import { inReportOrder, runRule } from './findings.ts';
import { assertLaws } from './laws.ts';
import { openQuestionsOf } from './open-questions.ts';

const badness = ({ verdict }: ExplainedClass): number =>
  ['blocked', 'partial', 'unknown', 'reachable'].indexOf(verdict);

/** The class whose path is shown: the worst of the verdict's own, among equals the one with most addresses. */
const shownClass = (subnet: SubnetOutcome): ExplainedClass | undefined =>
  subnet.classes.toSorted((a, b) => badness(a) - badness(b) || b.reach.size - a.reach.size)[0];

const subnetAnswer = (outcome: SubnetOutcome, allHops: boolean): SubnetAnswer => {
  const shown = outcome.verdict === 'reachable' && !allHops ? undefined : shownClass(outcome);
  return {
    subnetId: outcome.subnetId,
    availabilityZone: outcome.subnet?.availabilityZone ?? null,
    availabilityZoneId: outcome.subnet?.availabilityZoneId ?? null,
    verdict: outcome.verdict,
    share: outcome.share,
    hops: shown === undefined ? [] : hopsOf(shown.reach, internetPort),
  };
};

const exceptionsOf = (outcome: Outcome): AnswerException[] => {
  const exceptions = new Map<string, { cidrs: Set<string>; exception: AnswerException }>();
  for (const subnet of outcome.subnets)
    for (const { reach, verdict, root } of subnet.exceptions) {
      const because = exceptionBecause(root);
      const key = `${verdict} ${because}`;
      const known = exceptions.get(key) ?? { cidrs: new Set<string>(), exception: { cidrs: [], verdict, because } };
      for (const cidr of subnet.axis === null ? [] : atomCidrs(subnet.axis, reach.atoms)) known.cidrs.add(cidr);
      exceptions.set(key, known);
    }
  return [...exceptions.values()].map(({ cidrs, exception }) => ({ ...exception, cidrs: [...cidrs] }));
};

const answerOf = (fn: LambdaFunction, outcome: Outcome, allHops: boolean): Answer => ({
  target: outcome.target,
  verdict: outcome.verdict,
  because: becauseOf(fn, outcome),
  askedBecause: outcome.question.askedBecause,
  subnets: outcome.subnets.map((subnet) => subnetAnswer(subnet, allHops)),
  exceptions: exceptionsOf(outcome),
});

const resourcesOf = ({ classes }: SubnetOutcome): Set<string> =>
  new Set(classes.flatMap(({ reach }) => reach.path.steps.map(({ resource }) => resource)));

interface Inputs {
  readonly world: World;
  readonly unavailable: readonly Unavailable[];
  readonly questions: readonly Question[];
  readonly rules: readonly Rule[];
  readonly allHops: boolean;
  readonly toolVersion: string;
  readonly cache: PlacementCache;
}

const contextOf = (
  fn: LambdaFunction,
  inputs: Inputs,
  outcomes: readonly Outcome[],
  spokenOf: ReadonlySet<Occurrence>,
): RuleContext => {
  const causes = causesOf(fn.name, outcomes);
  const openQuestions = openQuestionsOf(outcomes);
  return {
    fn,
    subnets: outcomes[0]?.subnets.flatMap(({ subnet }) => (subnet === null ? [] : [subnet])) ?? [],
    world: inputs.world,
    hints: inputs.world,
    region: inputs.world.snapshot.region,
    observations: outcomes.flatMap(({ target, subnets }) =>
      subnets.map((subnet) => ({
        target,
        subnetId: subnet.subnetId,
        verdict: subnet.verdict,
        resources: resourcesOf(subnet),
      })),
    ),
    unavailable: inputs.unavailable,
    openQuestions,
    diversions: diversionsOf(outcomes),
    causes: <Name extends BlockerKind>(kind: Name) =>
      causes.filter((cause): cause is Cause<BlockerOf<Name>> => cause.blocker.kind === kind),
    unexplained: () => causes.filter((cause) => !spokenOf.has(cause)),
    unanswered: () => openQuestions.filter((question) => !spokenOf.has(question)),
  };
};

export interface Diagnosis {
  readonly report: FunctionReport;
  readonly outcomes: readonly Outcome[];
}

/** Everything about one function: its answers, and what the rules say about it. */
export const diagnoseFunction = (fn: LambdaFunction, inputs: Inputs): Diagnosis => {
  const outcomes = inputs.questions.map((question) => outcomeOf(inputs.world, fn, question, inputs.cache));
  const spokenOf = new Set<Occurrence>();
  const context = contextOf(fn, inputs, outcomes, spokenOf);
  const findings: Finding[] = [];
  const skipped: SkippedRule[] = [];
  const inTurn = [
    ...inputs.rules.filter((rule) => !rule.speaksLast),
    ...inputs.rules.filter((rule) => rule.speaksLast),
  ];
  for (const rule of inTurn) {
    const result = runRule(rule, context, inputs.world.snapshot.sections, inputs.toolVersion);
    if (result.status === 'skipped') skipped.push(result.skipped);
    else {
      findings.push(...result.findings);
      for (const where of result.spokenOf) spokenOf.add(where);
    }
  }
  assertLaws(outcomes, findings);
  const { network } = fn;
  const attached = network.kind === 'vpc' && network.subnetIds.length > 0;
  return {
    report: {
      name: fn.name,
      arn: fn.arn,
      qualifier: fn.qualifier,
      vpcId: attached ? (context.subnets[0]?.vpcId ?? network.vpcId) : null,
      subnetIds: attached ? network.subnetIds : [],
      securityGroupIds: attached ? network.securityGroupIds : [],
      answers: outcomes.map((outcome) => answerOf(fn, outcome, inputs.allHops)),
      findings: inReportOrder(findings),
      skipped,
    },
    outcomes,
  };
};
