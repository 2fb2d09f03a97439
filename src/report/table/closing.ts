import type { FunctionReport, Report } from '../../model/report.ts';
import { hang } from '../width.ts';
import { count, firstOf } from '../words.ts';
import { type Block, linesBlock } from './block.ts';
import { grouped } from './grouped.ts';
import { worstStanding } from './opening.ts';
import type { Screen } from './screen.ts';
import { hasForbidden } from './standing.ts';

const mostRules = 6;

/** Functions that were asked for and not read: nothing is said about their network. */
export const unreadBlocks = ({ unread }: Report, screen: Screen): readonly Block[] =>
  unread.map(({ message }) => ({ lines: hang(`${screen.paint('red', '✗')} `, message, screen.width) }));

const unavailableLines = ({ document }: Report, { width }: Screen): readonly string[] => {
  const lines = document.unavailable.flatMap(({ action, reason }) => hang('  ', `${action} (${reason})`, width));
  return lines.length === 0 ? [] : [...hang('', 'Not read, so nothing is concluded from it:', width), ...lines];
};

const skippedLines = ({ document }: Report, { width, verbose }: Screen): readonly string[] => {
  const skipped = document.functions.flatMap((each) => each.skipped);
  const groups = grouped(skipped, ({ missing }) => JSON.stringify(missing));
  const lines = groups.flatMap((group) => {
    const ids = [...new Set(group.map(({ ruleId }) => ruleId))];
    const said = firstOf(ids, verbose ? ids.length : mostRules, 'rules');
    return hang('  ', `${said} (without ${group[0]?.missing.join(', ') ?? ''})`, width);
  });
  return lines.length === 0 ? [] : [...hang('', 'Skipped rules:', width), ...lines];
};

const isFine = (report: FunctionReport): boolean =>
  worstStanding(report, true) === 'reachable' &&
  !hasForbidden(report.answers) &&
  report.findings.every(({ severity }) => severity !== 'error');

const codeHint = ({ document, unread }: Report, { quiet, width }: Screen): readonly string[] => {
  const { functions, summary } = document;
  if (quiet || unread.length > 0 || functions.length === 0 || !functions.every(isFine)) return [];
  const first =
    summary.warnings === 0 ? 'The network is fine;' : 'If calls still fail after the warnings are dealt with,';
  const code = "function timeout (3 s by default) below the client's connect timeout, DNS, credentials";
  return hang('', `${first} look at the code: ${code}, the other side's allow-list.`, width);
};

/** What a configuration accepts is counted here and listed in JSON. */
const ignoredLines = ({ document }: Report, { width }: Screen): readonly string[] => {
  const ignored = document.functions.flatMap((each) => each.ignored);
  const rules = firstOf([...new Set(ignored.map(({ finding }) => finding.ruleId))], mostRules, 'rules');
  return ignored.length === 0
    ? []
    : hang('', `Ignored as the configuration says: ${count(ignored.length, 'finding')} (${rules}).`, width);
};

const countsLine = ({ errors, warnings, notes, unknown }: Report['document']['summary']): string =>
  [
    count(errors, 'error'),
    count(warnings, 'warning'),
    count(notes, 'note'),
    ...(unknown > 0 ? [`${count(unknown, 'answer')} unknown`] : []),
  ].join(' · ');

/** What could not be looked at, what was read, and how many findings there are. */
export const closingBlocks = (report: Report, screen: Screen): readonly Block[] => {
  const { collectedAt, summary } = report.document;
  const { resolvedHosts } = report;
  const calls = count(summary.apiCalls, 'read-only API call');
  const sent = resolvedHosts === 0 ? '' : ` but DNS queries for ${count(resolvedHosts, 'host name')}`;
  const read = [
    `Read from configuration: ${calls} at ${collectedAt}.`,
    `No packet was sent${sent}.`,
    countsLine(summary),
  ];
  return [
    ...linesBlock(unavailableLines(report, screen)),
    ...linesBlock(skippedLines(report, screen)),
    ...linesBlock(ignoredLines(report, screen)),
    ...linesBlock(codeHint(report, screen)),
    { lines: read.flatMap((line) => hang('', line, screen.width)) },
  ];
};
