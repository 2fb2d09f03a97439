import { isUndecided } from './diagnose/breaches.ts';
import { helpUrlOf, skippedRule } from './diagnose/findings.ts';
import { diagnoseFunction } from './diagnose/function-report.ts';
import { namesOf } from './diagnose/names.ts';
import { questionsFor } from './diagnose/questions.ts';
import { disagreementsOf, type Simulator } from './diagnose/replay.ts';
import { missedFurtherReads, missedReads, unavailableOf } from './diagnose/unavailable.ts';
import { unreadReport } from './diagnose/unread.ts';
import { type Intent, noIntent } from './model/intent.ts';
import type { LambdaFunction } from './model/kinds/functions.ts';
import type { FunctionReport, Report, RuleMetadata, Summary } from './model/report.ts';
import type { Snapshot } from './model/snapshot.ts';
import type { Question } from './model/target.ts';
import { textTracer } from './network/trace.ts';
import { worldOf } from './network/world.ts';
import { rules } from './rules/index.ts';

export interface DiagnoseOptions {
  /** In the order in which they are reported. */
  readonly functions: readonly LambdaFunction[];
  /** Asked of every function. */
  readonly questions: readonly Question[];
  /** What a configuration wants; nothing in particular if it is left out. */
  readonly intent?: Intent;
  /** Whether each function is also asked about what its own configuration names. */
  readonly detect?: boolean;
  /** Hops of every subnet, also of those that are reachable. */
  readonly allHops: boolean;
  /** Limits findings, not answers, to these rules; null for all. */
  readonly rules: readonly string[] | null;
  readonly toolVersion: string;
}

const summaryOf = (functions: readonly FunctionReport[], apiCalls: number): Summary => {
  const findings = functions.flatMap((fn) => fn.findings);
  const count = (severity: string): number => findings.filter((finding) => finding.severity === severity).length;
  const sum = (each: (fn: FunctionReport) => number): number => functions.reduce((known, fn) => known + each(fn), 0);
  return {
    functions: functions.length,
    ignored: sum(({ ignored }) => ignored.length),
    errors: count('error'),
    warnings: count('warning'),
    notes: count('note'),
    unknown: sum(({ answers }) => answers.filter(({ verdict }) => verdict === 'unknown').length),
    apiCalls,
  };
};

const limitedTo = (report: FunctionReport, ids: readonly string[] | null): FunctionReport =>
  ids === null
    ? report
    : {
        ...report,
        findings: report.findings.filter(({ ruleId }) => ids.includes(ruleId)),
        ignored: report.ignored.filter(({ finding }) => ids.includes(finding.ruleId)),
        skipped: report.skipped.filter(({ ruleId }) => ids.includes(ruleId)),
      };

/** The diagnosis with the simulator that has to confirm its answers. */
export const diagnoseWith = (
  simulate: (snapshot: Snapshot) => Simulator,
  snapshot: Snapshot,
  options: DiagnoseOptions,
): Report => {
  const further = missedFurtherReads(snapshot);
  const unavailable = unavailableOf(snapshot, further);
  const caches = { cache: new Map(), places: new Map(), replays: new Map() };
  const { sections } = snapshot;
  const intent = options.intent ?? noIntent;
  const aboutNetwork = rules.filter((rule) => !rule.readsFindings);
  const inTurn = [
    ...aboutNetwork.filter((rule) => !rule.speaksLast),
    ...aboutNetwork.filter((rule) => rule.speaksLast),
  ];
  const able = inTurn.filter((rule) => skippedRule(rule, sections) === null);
  const inputs = {
    ...options,
    ...caches,
    intent,
    questionsOf: questionsFor(
      { questions: options.questions, expectations: intent.expectations, detect: options.detect ?? false },
      snapshot.region,
    ),
    rulesAboutFindings: rules.filter((rule) => rule.readsFindings),
    world: worldOf(snapshot),
    unavailable,
    send: simulate(snapshot),
    rules: able,
    rulesWithoutTrouble: able.filter((rule) => !rule.onlyOfTrouble),
    rulesThatMissReads: further.length === 0 ? [] : able.filter(({ reads = [] }) => reads.length > 0),
    skipped: inTurn.flatMap((rule) => skippedRule(rule, sections) ?? []),
  };
  const diagnosed = options.functions.map((fn) => diagnoseFunction(fn, inputs));
  const functions = diagnosed.map(({ report }) => limitedTo(report, options.rules));
  const outcomes = [...new Set(diagnosed.map((each) => each.outcomes))].flat();
  const undecided = outcomes.some(isUndecided);
  const metadata = rules
    .filter(({ id }) => options.rules === null || options.rules.includes(id))
    .map(
      ({ check, concerns, onlyOfTrouble, speaksLast, readsFindings, reads = [], ...rule }): RuleMetadata => ({
        ...rule,
        needs: [...rule.needs, ...reads],
        helpUrl: helpUrlOf(rule.id, options.toolVersion),
      }),
    );
  return {
    document: {
      schemaVersion: 1,
      tool: { name: 'lambda-net-doctor', version: options.toolVersion },
      collectedAt: snapshot.collectedAt,
      account: snapshot.account,
      region: snapshot.region,
      functions,
      unavailable: unavailable.map(({ action, reason }) => ({ action, reason })),
      summary: summaryOf(functions, snapshot.apiCalls),
    },
    rules: metadata,
    names: namesOf(snapshot),
    unread: snapshot.unreadFunctions.map((unread) => unreadReport(unread, snapshot.region)),
    undecided,
    incomplete: snapshot.unreadFunctions.length > 0 || (undecided && missedReads(snapshot).length > 0),
    resolvedHosts: snapshot.resolvedHosts?.length ?? 0,
    disagreements: disagreementsOf(outcomes),
  };
};

/** The whole diagnosis: pure, so that the same snapshot and options give the same report byte for byte. */
export const diagnose = (snapshot: Snapshot, options: DiagnoseOptions): Report =>
  diagnoseWith(textTracer, snapshot, options);
