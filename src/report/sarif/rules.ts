import type { ReportingDescriptor } from 'sarif';
import type { RuleMetadata, Severity } from '../../model/report.ts';
import { plainText } from '../plain-text.ts';
import { atMost, sentence } from './sentence.ts';

const longestDescription = 1024;

/** GitHub's own scale for findings that are not about security. */
const problemSeverities: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  note: 'recommendation',
};

const pascalCase = (id: string): string =>
  id
    .split('-')
    .map((word) => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`)
    .join('');

const chapters = (rule: RuleMetadata): readonly (readonly [string, string])[] =>
  [
    ['What you see', rule.symptom],
    ['Why', rule.why],
    ['What to change', rule.fix],
    ['When it is fine', rule.traps],
  ].flatMap(([title, text]) => (title && text ? [[title, plainText(text)] as const] : []));

const helpText = (rule: RuleMetadata): string =>
  [
    sentence(rule.title),
    ...chapters(rule).map(([title, text]) => `${title}: ${text}`),
    `More: ${[rule.helpUrl, ...rule.references].map(plainText).join(' ')}`,
  ].join('\n\n');

const helpMarkdown = (rule: RuleMetadata): string =>
  [
    `**${sentence(rule.title)}**`,
    ...chapters(rule).map(([title, text]) => `## ${title}\n\n${text}`),
    `## More\n\n${[rule.helpUrl, ...rule.references].map((url) => `- <${plainText(url)}>`).join('\n')}`,
  ].join('\n\n');

/**
 * A rule as SARIF describes it. The text is the same for every finding: GitHub stores the text of a rule once, so a
 * resource's name in it would show up in other people's alerts.
 */
export const ruleDescriptor = (rule: RuleMetadata): ReportingDescriptor => ({
  id: rule.id,
  name: pascalCase(rule.id),
  shortDescription: { text: atMost(sentence(rule.title), longestDescription) },
  fullDescription: { text: atMost(sentence(rule.why), longestDescription) },
  help: { text: helpText(rule), markdown: helpMarkdown(rule) },
  helpUri: plainText(rule.helpUrl),
  defaultConfiguration: { level: rule.severity },
  properties: {
    tags: ['aws', 'lambda', 'vpc', 'network'],
    precision: 'high',
    'problem.severity': problemSeverities[rule.severity],
  },
});
