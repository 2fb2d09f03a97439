import type { Finding, Note } from '../../model/report.ts';
import { grouped } from './grouped.ts';

/** Findings that differ in their resource alone. */
export type Alike = readonly [Finding, ...Finding[]];

/** Their targets are not shown. */
const likenessOf = ({ ruleId, severity, resource, subnetIds, message, evidence, also, fix }: Finding): string => {
  const plain = (text: string): string => text.replaceAll(resource, '');
  const notes = (all: readonly Note[]) => all.map((each) => [plain(each.resource), plain(each.note)]);
  const change = [plain(fix.text), fix.commands, fix.actor];
  return JSON.stringify([ruleId, severity, subnetIds, plain(message), notes(evidence), notes(also), change]);
};

/** Whoever may read little gets the same note about every read; told once, it names the others. */
export const alike = (findings: readonly Finding[], apart: boolean): readonly Alike[] =>
  grouped(findings, (each) => (apart || each.severity !== 'note' ? each.fingerprint : likenessOf(each))).flatMap(
    ([first, ...others]) => (first === undefined ? [] : [[first, ...others] as const]),
  );
