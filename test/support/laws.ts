import { parseTarget } from '../../src/cli/target.ts';
import { diagnose } from '../../src/diagnose.ts';
import { functionReads } from '../../src/model/function-reads.ts';
import type { Finding, FunctionReport } from '../../src/model/report.ts';
import { kinds } from '../../src/model/sections.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { type Question, targetName } from '../../src/model/target.ts';
import { truth } from '../truth/index.ts';
import type { TruthRow } from '../truth/row.ts';
import { healthy, network } from './network.ts';

export const rows: readonly TruthRow[] = Object.values(truth).flat();

export const snapshotOf = ({ change }: TruthRow): Snapshot => (change === null ? healthy : network(change));

/** The question about the internet, as asked by nobody in particular or by `--to`. */
export const aboutTheInternet = (origin: Question['origin']): Question => ({
  target: { kind: 'internet' },
  origin,
  askedBecause: origin === 'to' ? '--to' : 'always asked',
});

/** The kinds of targets that users ask for most, all on one command line, and those that are given. */
export const manyQuestions = (given: readonly Question[] = []): readonly Question[] => {
  const texts = [
    'internet',
    's3',
    'secretsmanager',
    '10.0.40.7:5432',
    '10.0.40.7:6379',
    '10.9.9.9:22',
    '203.0.113.9:8443',
  ];
  const targets = [...given.map(({ target }) => target), ...texts.map(parseTarget)];
  const byName = new Map(targets.map((target) => [targetName(target), target]));
  return [...byName.values()].map((target) => ({ target, origin: 'to', askedBecause: '--to' }));
};

/** Diagnoses all functions of a snapshot, or the one that is named. The simulator has to agree with every answer. */
export const diagnosed = (
  snapshot: Snapshot,
  origin: Question['origin'] = 'default',
  name: string | null = null,
  questions: readonly Question[] = [aboutTheInternet(origin)],
): readonly FunctionReport[] => {
  const { functions } = snapshot.sections;
  const items = functions.status === 'collected' ? functions.items : [];
  const { document, disagreements } = diagnose(snapshot, {
    functions: name === null ? items : items.filter((fn) => fn.name === name),
    questions,
    allHops: true,
    rules: null,
    toolVersion: '0.0.0',
  });
  if (disagreements.length > 0) throw new Error(disagreements.join('\n'));
  return document.functions;
};

const isNamed = (finding: Finding, fn: FunctionReport): boolean =>
  [fn.name, finding.resource, ...finding.resource.split(', ')].some((name) => finding.message.includes(name));

const messageFaults = (finding: Finding, fn: FunctionReport): string[] => {
  const { message, fix } = finding;
  const texts = [message, fix.text];
  return [
    ...(isNamed(finding, fn) ? [] : ['names neither its resource nor the function']),
    ...(texts.every((text) => text.endsWith('.')) ? [] : ['does not end with a period']),
    ...(texts.some((text) => text.includes('!')) ? ['has an exclamation mark'] : []),
    ...(texts.some((text) => /\b(simply|just|easily|obviously|please)\b/i.test(text)) ? ['talks down'] : []),
    ...(texts.some((text) => /undefined|\[object|NaN|\bnull\b/.test(text)) ? ['shows a value of the program'] : []),
    ...(fix.commands.some((text) => /undefined|\[object|NaN|(?<!\/dev\/)\bnull\b/.test(text))
      ? ['has a broken command']
      : []),
    ...(finding.evidence.length > 0 ? [] : ['has no evidence']),
  ].map((fault) => `${finding.ruleId}: "${message}" ${fault}`);
};

const severityFaults = (fn: FunctionReport, origin: Question['origin']): string[] =>
  fn.answers.flatMap(({ target, verdict }) => {
    const naming = fn.findings.filter(({ targets }) => targets.includes(target));
    const errors = naming.filter(({ severity }) => severity === 'error').map(({ ruleId }) => ruleId);
    const fails = verdict === 'blocked' || verdict === 'partial';
    return [
      ...(fails && naming.length === 0 ? [`${target} is ${verdict} and no finding names it`] : []),
      ...(fails && origin === 'to' && errors.length === 0
        ? [`${target} was asked, is ${verdict}, and no error says so`]
        : []),
      ...(fails ? [] : errors.map((ruleId) => `${target} is ${verdict} and ${ruleId} calls it an error`)),
    ];
  });

const identityFaults = ({ findings }: FunctionReport): string[] => {
  const prints = findings.map(({ fingerprint }) => fingerprint);
  return findings
    .filter(({ fingerprint }, index) => prints.indexOf(fingerprint) !== index)
    .map(({ ruleId, resource }) => `${ruleId} speaks twice of ${resource}`);
};

/** Rules that a denied section should have silenced. */
const skipFaults = (
  fn: FunctionReport,
  snapshot: Snapshot,
  needs: ReadonlyMap<string, readonly string[]>,
): string[] => {
  const denied = kinds.filter((kind) => snapshot.sections[kind].status === 'unavailable');
  return [...needs].flatMap(([ruleId, kindsOfRule]) => {
    const missing = kindsOfRule.filter((kind) => denied.some((other) => other === kind));
    const lacking = fn.skipped.find((rule) => rule.ruleId === ruleId)?.missing ?? [];
    const skipped = lacking.filter((missed) => !functionReads.some((read) => read === missed));
    const speaks = fn.findings.some((finding) => finding.ruleId === ruleId);
    return [
      ...(missing.join() === skipped.join()
        ? []
        : [`${ruleId} lacks ${missing.join()} and is skipped for ${skipped.join() || 'nothing'}`]),
      ...(missing.length > 0 && speaks ? [`${ruleId} speaks without ${missing.join()}`] : []),
    ];
  });
};

/** Everything in a report that breaks a law of the design; nothing in a report that keeps them all. */
export const lawsBrokenBy = (
  reports: readonly FunctionReport[],
  snapshot: Snapshot,
  origin: Question['origin'],
  needs: ReadonlyMap<string, readonly string[]>,
): string[] =>
  reports.flatMap((fn) => [
    ...fn.findings.flatMap((finding) => messageFaults(finding, fn)),
    ...severityFaults(fn, origin),
    ...identityFaults(fn),
    ...skipFaults(fn, snapshot, needs),
  ]);
