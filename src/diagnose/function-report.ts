import type { Intent } from '../model/intent.ts';
import type { LambdaFunction } from '../model/kinds/functions.ts';
import type { Finding, FunctionReport, SkippedRule } from '../model/report.ts';
import type { Occurrence, Rule } from '../rules/rule.ts';
import { atLevels, type Sorted, sorted } from './accepted.ts';
import { inReportOrder, runRule, skippedFor } from './findings.ts';
import { assertLaws } from './laws.ts';
import type { Outcome } from './outcome.ts';
import { type Place, placeOf } from './place.ts';
import { contextOf, type RuleInputs } from './rule-context.ts';

interface Inputs extends RuleInputs {
  /** Rules about findings, which speak when all others have spoken. */
  readonly rulesAboutFindings: readonly Rule[];
  readonly intent: Intent;
  /** Those that need what is read of each function, if that failed for any. */
  readonly rulesThatMissReads: readonly Rule[];
  readonly skipped: readonly SkippedRule[];
  readonly toolVersion: string;
}

/** One list for all functions of which nothing is told. */
const none: readonly never[] = [];
const nothing = { findings: none, ignored: none };

/**
 * What the rules find. One that is silent about a place without looking at the function is not asked about it again,
 * unless it speaks last: what the others leave to it can differ from function to function.
 */
const findingsOf = (fn: LambdaFunction, place: Place, inputs: Inputs): readonly Finding[] => {
  const isConcerned = ({ concerns }: Rule): boolean => concerns === undefined || concerns(fn);
  if (!place.rules.some(isConcerned)) return none;
  const spokenOf = new Set<Occurrence>();
  const findings: Finding[] = [];
  let asked = false;
  const configuration = (): LambdaFunction => {
    asked = true;
    return fn;
  };
  const context = contextOf(fn, place, inputs, configuration, spokenOf);
  const silent = new Set<Rule>();
  for (const rule of place.rules) {
    if (!isConcerned(rule) || skippedFor(rule, fn) !== null) continue;
    asked = false;
    const result = runRule(rule, context, inputs.toolVersion);
    const isOfPlace = rule.concerns === undefined && !asked && !(rule.speaksLast && place.isTroubled);
    if (result.findings.length === 0 && isOfPlace) silent.add(rule);
    findings.push(...result.findings);
    for (const where of result.spokenOf) spokenOf.add(where);
  }
  if (silent.size > 0) place.rules = place.rules.filter((rule) => !silent.has(rule));
  return findings;
};

/** What the rules find, as the configuration wants it. */
const sortedFindings = (fn: LambdaFunction, place: Place, inputs: Inputs): Pick<Sorted, 'findings' | 'ignored'> => {
  const { outcomes } = place;
  const { levels, ignores } = inputs.intent;
  const all = findingsOf(fn, place, inputs);
  if (all.length > 0 || !place.isLawfulUnspoken) assertLaws(outcomes, all);
  if (all.length === 0) {
    place.isLawfulUnspoken = true;
    return nothing;
  }
  const today = inputs.world.snapshot.collectedAt.slice(0, 'YYYY-MM-DD'.length);
  const { findings, ignored, lapsed } = sorted(atLevels(all, levels, outcomes), ignores, fn, today);
  const context = { ...contextOf(fn, place, inputs, () => fn, new Set()), lapsed };
  const speaking = lapsed.length === 0 ? [] : inputs.rulesAboutFindings;
  const about = speaking.flatMap((rule) => runRule(rule, context, inputs.toolVersion).findings);
  return { findings: inReportOrder([...findings, ...atLevels(about, levels, outcomes)]), ignored };
};

export interface Diagnosis {
  readonly report: FunctionReport;
  readonly outcomes: readonly Outcome[];
}

/** Everything about one function: its answers, and what the rules say about it. */
export const diagnoseFunction = (fn: LambdaFunction, inputs: Inputs): Diagnosis => {
  const place = placeOf(fn, inputs);
  const { outcomes, attachment } = place;
  const own = inputs.rulesThatMissReads.flatMap((rule) => skippedFor(rule, fn) ?? []);
  const { findings, ignored } = sortedFindings(fn, place, inputs);
  return {
    report: {
      name: fn.name,
      arn: fn.arn,
      qualifier: fn.qualifier,
      vpcId: attachment === null ? null : (place.subnets[0]?.vpcId ?? attachment.vpcId),
      subnetIds: attachment?.subnetIds ?? none,
      securityGroupIds: attachment?.securityGroupIds ?? none,
      answers: place.answers.map((answer) => answer(fn)),
      findings,
      ignored,
      skipped: own.length === 0 ? inputs.skipped : [...inputs.skipped, ...own],
    },
    outcomes,
  };
};
