import type { RuleMetadata } from '../model/report.ts';

const columns = 80;

const wrapped = (text: string, indent: string): string => {
  const lines = text.split(/\s+/).reduce<readonly string[]>((done, word) => {
    const last = done.at(-1);
    if (last === undefined || indent.length + last.length + 1 + word.length > columns) return [...done, word];
    return [...done.slice(0, -1), `${last} ${word}`];
  }, []);
  return lines.map((text) => `${indent}${text}\n`).join('');
};

const section = (title: string, text: string): string => `${title}\n${wrapped(text, '  ')}`;

/** The page of `explain`: what a rule says about itself. */
export const rulePage = (rule: RuleMetadata): string =>
  [
    `${rule.id}  ${rule.severity}\n\n${wrapped(rule.title, '')}`,
    section('What it looks like', rule.symptom),
    section('Why it happens', rule.why),
    section('How to fix it', rule.fix),
    section('When it is fine, and what this rule does not say', rule.traps),
    section('What it reads', rule.needs.length === 0 ? 'nothing but the function' : rule.needs.join(', ')),
    `AWS says so here\n${rule.references.map((reference) => `  ${reference}\n`).join('')}`,
    `More: ${rule.helpUrl}\n`,
  ].join('\n');

/** One line a rule: id, severity, title. */
export const ruleList = (rules: readonly RuleMetadata[]): string => {
  const width = Math.max(0, ...rules.map(({ id }) => id.length));
  return rules.map(({ id, severity, title }) => `${id.padEnd(width)}  ${severity.padEnd(7)}  ${title}\n`).join('');
};
