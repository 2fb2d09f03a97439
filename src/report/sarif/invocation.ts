import type { Invocation, Notification } from 'sarif';
import type { Report } from '../../model/report.ts';
import { count } from '../words.ts';
import { sentence } from './sentence.ts';

const notification = (id: string, level: 'error' | 'warning' | 'note', text: string): Notification => ({
  descriptor: { id },
  level,
  message: { text: sentence(text) },
});

const skippedNotifications = ({ document }: Report): readonly Notification[] => {
  const functionsBySkip = new Map<string, number>();
  for (const { ruleId, missing } of document.functions.flatMap((each) => each.skipped)) {
    const text = `Rule ${ruleId} did not run, since it needs ${missing.join(', ')}`;
    functionsBySkip.set(text, (functionsBySkip.get(text) ?? 0) + 1);
  }
  return [...functionsBySkip].map(([text, n]) =>
    notification('skipped', 'warning', `${text} (${count(n, 'function')})`),
  );
};

/** GitHub opens an alert for every result, suppressed or not, so what a configuration accepts is no result. */
const ignoredNotifications = ({ document }: Report): readonly Notification[] =>
  document.functions.flatMap(({ arn, ignored }) =>
    ignored.map(({ finding, reason, ignoredBy }) =>
      notification(
        'ignored',
        'note',
        `${finding.ruleId} about ${finding.resource} of ${arn} is ignored by ${ignoredBy}: ${reason}`,
      ),
    ),
  );

/**
 * How the run went. GitHub closes the alerts that a successful run no longer reports; where a read failed and that left
 * an answer open, or where two computations disagree, the run counts as failed, so that nothing is closed that nobody
 * looked at.
 */
export const invocationOf = (report: Report, dropped: number): Invocation => ({
  executionSuccessful: !report.incomplete && report.unread.length === 0 && report.disagreements.length === 0,
  toolExecutionNotifications: [
    ...report.unread.map(({ message }) => notification('unread', 'error', message)),
    ...report.disagreements.map((text) => notification('disagreement', 'error', text)),
    ...report.document.unavailable.map(({ action, reason }) =>
      notification('unavailable', 'warning', `${action} could not be read: ${reason}`),
    ),
    ...skippedNotifications(report),
    ...ignoredNotifications(report),
    ...(dropped > 0 ? [notification('too-many-results', 'warning', `${count(dropped, 'finding')} left out`)] : []),
  ],
});
