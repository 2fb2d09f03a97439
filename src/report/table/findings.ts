import type { Finding, Fix, FunctionReport, Note, RuleMetadata } from '../../model/report.ts';
import { hang, wrap } from '../width.ts';
import { allOf, firstOf } from '../words.ts';
import { type Alike, alike } from './alike-findings.ts';
import { type Block, linesBlock } from './block.ts';
import { severityStyles } from './paint.ts';
import { resourceLine } from './path.ts';
import type { Screen } from './screen.ts';

const mostInFull = 20;
const mostSubnets = 5;
const mostAlike = 5;
const indent = ' '.repeat(10);

const actors: Readonly<Record<Fix['actor'], string>> = {
  you: '',
  'owner-account': 'the account that owns the resource has to make the change',
  organisation: 'an administrator of your AWS organization has to make the change',
};

const part = (label: string, texts: readonly string[], { width }: Screen): readonly string[] =>
  texts
    .filter((text) => text !== '')
    .flatMap((text, index) => hang(index === 0 ? `  = ${label.padEnd(6)}` : indent, text, width));

const headLines = (finding: Finding, screen: Screen): readonly string[] => {
  const prefix = `${finding.severity}[${finding.ruleId}]`;
  const [first = '', ...rest] = wrap(`${prefix} ${screen.labels.within(finding.message)}`, screen.width - 2);
  const style = severityStyles[finding.severity];
  return [
    first.startsWith(prefix) ? `${screen.paint(style, prefix)}${first.slice(prefix.length)}` : first,
    ...rest.map((line) => `  ${line}`),
  ];
};

/** From which of the function's subnets the finding was made; nothing where there is one subnet only. */
const fromWords = ({ subnetIds }: Finding, all: number, { labels }: Screen): string => {
  if (all < 2 || subnetIds.length === 0) return '';
  if (subnetIds.length === all) return allOf(all, 'subnet');
  return `${firstOf(subnetIds.map(labels.nameOf), mostSubnets, 'subnets')} (${subnetIds.length} of ${all} subnets)`;
};

/** What was seen, resource by resource; a resource that has just been named is not named again. */
const noteTexts = (notes: readonly Note[], screen: Screen): readonly string[] =>
  notes.map((each, index) =>
    each.note !== '' && each.resource === notes[index - 1]?.resource
      ? screen.labels.within(each.note)
      : `${screen.labels.nounOf(each.resource)} ${resourceLine(each, screen)}`.trim(),
  );

/** Whether the message has named the resource and said all that was seen there. */
const isSaid = ({ resource, note }: Note, { message, subnetIds }: Finding): boolean =>
  note !== '' && message.includes(note) && (message.includes(resource) || subnetIds.includes(resource));

/** The evidence without the hops that pass, which the path has told, and without what the message itself says. */
const tellingEvidence = (finding: Finding, { answers }: FunctionReport): readonly Note[] => {
  const { evidence } = finding;
  const passing = answers
    .flatMap(({ subnets }) => subnets.flatMap(({ hops }) => hops))
    .filter(({ verdict }) => verdict === 'passes');
  const telling = evidence.filter(
    ({ resource, note }) => !passing.some((hop) => hop.resource === resource && hop.note === note),
  );
  return (telling.length === 0 ? evidence : telling).filter((each) => !isSaid(each, finding));
};

/** Findings that say the same of other resources. */
const sameWords = (others: readonly Finding[], { labels }: Screen): string =>
  others.length === 0
    ? ''
    : `holds for ${firstOf(
        others.map(({ resource }) => labels.of(resource)),
        mostAlike,
        'resources',
      )}`;

const findingLines = (
  [finding, ...others]: Alike,
  report: FunctionReport,
  rule: RuleMetadata | undefined,
  screen: Screen,
): readonly string[] => {
  const evidence = screen.verbose ? finding.evidence : tellingEvidence(finding, report);
  const { labels } = screen;
  return [
    ...headLines(finding, screen),
    ...part('from', [fromWords(finding, report.subnetIds.length, screen)], screen),
    ...part('seen', noteTexts(evidence, screen), screen),
    ...part('also', noteTexts(finding.also, screen), screen),
    ...part('same', [sameWords(others, screen)], screen),
    ...part('why', screen.verbose && rule !== undefined ? [rule.why] : [], screen),
    ...part('fix', [labels.within(finding.fix.text)], screen),
    ...finding.fix.commands.map((command) => `${indent}${command}`),
    ...part('who', [actors[finding.fix.actor]], screen),
    ...part('see', [finding.helpUrl], screen),
  ];
};

/** Every finding with what was seen and what mends it; behind the first twenty only their first lines. */
export const findingBlocks = (
  report: FunctionReport,
  rules: readonly RuleMetadata[],
  screen: Screen,
): readonly Block[] => {
  const { findings } = report;
  const said = alike(screen.quiet ? findings.filter(({ severity }) => severity !== 'note') : findings, screen.verbose);
  const inFull = screen.verbose ? said : said.slice(0, mostInFull);
  const inShort = said.slice(inFull.length);
  const ruleOf = ([{ ruleId }]: Alike) => rules.find(({ id }) => id === ruleId);
  return [
    ...inFull.flatMap((each) => linesBlock(findingLines(each, report, ruleOf(each), screen))),
    ...linesBlock(inShort.flatMap(([finding]) => headLines(finding, screen))),
    ...(inShort.length > 0
      ? [{ lines: hang('', `--verbose shows the last ${inShort.length} in full`, screen.width) }]
      : []),
  ];
};
