import type { RuleMetadata } from '../model/report.ts';

const columns = 80;

const wrapped = (text: string, indent: string): string => {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const longer = `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && longer.length <= columns) lines[lines.length - 1] = longer;
    else lines.push(`${indent}${word}`);
  }
  return `${lines.join('\n')}\n`;
};

type Documentation = Omit<RuleMetadata, 'helpUrl'>;

const section = (title: string, text: string): string => `${title}\n${wrapped(text, '  ')}`;

/** The page of `explain`: what a rule says about itself. */
export const rulePage = (rule: Documentation): string =>
  [
    `${rule.id}  ${rule.severity}\n\n${wrapped(rule.title, '')}`,
    section('What it looks like', rule.symptom),
    section('Why it happens', rule.why),
    section('How to fix it', rule.fix),
    section('When it is fine, and what this rule does not say', rule.traps),
    section('What it reads', rule.needs.length === 0 ? 'nothing but the function' : rule.needs.join(', ')),
    `AWS says so here\n${rule.references.map((reference) => `  ${reference}\n`).join('')}`,
  ].join('\n');

/** One line a rule: id, severity, title. */
export const ruleList = (rules: readonly Documentation[]): string => {
  const width = Math.max(0, ...rules.map(({ id }) => id.length));
  return rules.map(({ id, severity, title }) => `${id.padEnd(width)}  ${severity.padEnd(7)}  ${title}\n`).join('');
};
