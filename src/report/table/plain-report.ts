import type { Report } from '../../model/report.ts';
import { plainCopy, plainText } from '../plain-text.ts';

/**
 * The report with every text made safe to print, once and for all parts of the screen: Name tags, descriptions of
 * rules and what the user typed come from outside.
 */
export const plainReport = (report: Report): Report => ({
  document: plainCopy(report.document),
  rules: plainCopy(report.rules),
  names: new Map([...report.names].map(([id, name]) => [id, plainText(name)])),
  unread: plainCopy(report.unread),
  undecided: report.undecided,
  incomplete: report.incomplete,
  resolvedHosts: report.resolvedHosts,
  disagreements: report.disagreements,
});
