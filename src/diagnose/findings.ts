import { createHash } from 'node:crypto';
import type { LambdaFunction } from '../model/kinds/functions.ts';
import type { Finding, Severity, SkippedRule } from '../model/report.ts';
import type { Sections } from '../model/sections.ts';
import type { Draft, Occurrence, PlacedFunction, Rule, RuleContext } from '../rules/rule.ts';
import { greater, lesser, mergeOccurrences } from './causes.ts';

/** Where the documentation of a rule stands. */
export const helpUrlOf = (ruleId: string, toolVersion: string): string =>
  `https://github.com/lambda-net-doctor/lambda-net-doctor/blob/v${toolVersion}/docs/rules/${ruleId}.md`;

const fingerprintOf = (rule: Rule, fn: PlacedFunction, draft: Draft): string => {
  const arn = fn.qualifier === null ? fn.arn : `${fn.arn}:${fn.qualifier}`;
  const identity = [rule.id, arn, draft.resource, draft.destination ?? ''].join('\n');
  return createHash('sha256').update(identity).digest('hex');
};

const severityOf = (rule: Rule, draft: Draft): Severity =>
  lesser(lesser(rule.severity, draft.where.severity), draft.atMost ?? 'error');

/**
 * What one culprit stops, and not those of its targets that are reached although it closes some ports: an error about
 * them would be wrong.
 */
const targetsOf = (
  { where: { targets } }: Draft,
  severity: Severity,
  { observations }: RuleContext,
): readonly string[] => {
  if (severity !== 'error') return targets;
  const failing = observations.filter(({ verdict }) => verdict !== 'reachable').map(({ target }) => target);
  const reached = observations.map(({ target }) => target).filter((target) => !failing.includes(target));
  const stopped = targets.filter((target) => !reached.includes(target));
  return stopped.length > 0 ? stopped : targets;
};

const findingOf = (rule: Rule, context: RuleContext, draft: Draft, toolVersion: string): Finding => {
  const severity = severityOf(rule, draft);
  return {
    ruleId: rule.id,
    severity,
    message: draft.message,
    resource: draft.resource,
    ...(draft.destination === undefined ? {} : { destination: draft.destination }),
    subnetIds: draft.where.subnetIds,
    targets: targetsOf(draft, severity, context),
    evidence: draft.where.evidence,
    also: draft.where.also,
    fix: draft.fix,
    helpUrl: helpUrlOf(rule.id, toolVersion),
    fingerprint: fingerprintOf(rule, context.fn, draft),
  };
};

/** The more severe of two drafts, or the first. */
const inOrder = (one: Draft, other: Draft): readonly [Draft, Draft] =>
  one.where.severity === greater(one.where.severity, other.where.severity) ? [one, other] : [other, one];

/**
 * Two drafts of one rule about one culprit are one finding: places merge, the message of the less severe goes into
 * `also`.
 */
const mergeDrafts = (one: Draft, other: Draft): Draft => {
  const [a, b] = inOrder(one, other);
  const where = mergeOccurrences(a.where, b.where);
  const also = a.message === b.message ? where.also : [...where.also, { resource: b.resource, note: b.message }];
  return {
    ...a,
    where: { ...where, also },
    atMost: greater(a.atMost ?? 'error', b.atMost ?? 'error'),
    fix: { ...a.fix, commands: [...new Set([...a.fix.commands, ...b.fix.commands])] },
  };
};

const mergeByCulprit = (drafts: Iterable<Draft>): Draft[] => {
  const byCulprit = new Map<string, Draft>();
  for (const draft of drafts) {
    const key = `${draft.resource}\n${draft.destination ?? ''}`;
    const known = byCulprit.get(key);
    byCulprit.set(key, known === undefined ? draft : mergeDrafts(known, draft));
  }
  return [...byCulprit.values()];
};

export interface RuleResult {
  readonly findings: readonly Finding[];
  readonly spokenOf: readonly Occurrence[];
}

/** What a rule cannot do because a section that it reads could not be read; null if it can run. */
export const skippedRule = (rule: Rule, sections: Sections): SkippedRule | null => {
  const missing = rule.needs.filter((kind) => sections[kind].status === 'unavailable');
  return missing.length > 0 ? { ruleId: rule.id, missing } : null;
};

/** The same for what is read of each function. */
export const skippedFor = (rule: Rule, fn: LambdaFunction): SkippedRule | null => {
  if (rule.reads === undefined) return null;
  const missing = rule.reads.filter((read) => fn[read]?.status === 'unavailable');
  return missing.length > 0 ? { ruleId: rule.id, missing } : null;
};

const nothing: RuleResult = { findings: [], spokenOf: [] };

export const runRule = (rule: Rule, context: RuleContext, toolVersion: string): RuleResult => {
  const drafts = [...rule.check(context)];
  if (drafts.length === 0) return nothing;
  return {
    findings: mergeByCulprit(drafts).map((draft) => findingOf(rule, context, draft, toolVersion)),
    spokenOf: drafts.map(({ where }) => where),
  };
};

const severityRank: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 };

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** By severity, rule and resource. */
export const inReportOrder = (findings: readonly Finding[]): Finding[] =>
  findings.toSorted(
    (a, b) =>
      severityRank[a.severity] - severityRank[b.severity] ||
      compare(a.ruleId, b.ruleId) ||
      compare(a.resource, b.resource) ||
      compare(a.destination ?? '', b.destination ?? ''),
  );
