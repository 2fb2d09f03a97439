import { createHash } from 'node:crypto';
import type { FunctionReport, Report } from '../../model/report.ts';
import { plainText } from '../plain-text.ts';

/** One segment of a path: everything that could look like a scheme, a folder or a parent folder is encoded. */
const segment = (text: string): string =>
  encodeURIComponent(plainText(text)).replace(/^\.+$/u, (dots) => '%2E'.repeat(dots.length));

const qualified = (name: string, qualifier: string | null): string =>
  qualifier === null ? name : `${name}:${qualifier}`;

/** The functions of a run as one word: the name of one, or a hash of all of them whatever their order. */
const functionsWord = ({ document, unread }: Report): string => {
  const [only] = document.functions;
  if (document.functions.length + unread.length === 1) {
    return segment(only === undefined ? (unread[0]?.asked ?? '') : qualified(only.name, only.qualifier));
  }
  const all = [
    ...document.functions.map(({ arn, qualifier }) => qualified(arn, qualifier)),
    ...unread.map(({ asked }) => asked),
  ].sort();
  return createHash('sha256').update(all.join('\n')).digest('hex').slice(0, 8);
};

/**
 * What GitHub calls the category of a run: alerts of one category are closed by the next run of the same category.
 * The slash at the end counts: without one GitHub takes the category as empty.
 * https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
 */
export const runId = (report: Report): string => {
  const { account, region } = report.document;
  return `lambda-net-doctor/${segment(account ?? 'unknown')}/${segment(region)}/${functionsWord(report)}/`;
};

/**
 * Where GitHub shows an alert. A network has no source file, and a result without a relative path makes GitHub refuse
 * the whole file, so the function gets a path of its own that no repository has.
 */
export const functionPath = (report: Report, { name, qualifier }: FunctionReport): string => {
  const { account, region } = report.document;
  return `aws/${segment(account ?? 'unknown')}/${segment(region)}/lambda/${segment(qualified(name, qualifier))}`;
};
