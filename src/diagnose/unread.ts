import type { UnreadReport } from '../model/report.ts';
import type { UnreadFunction } from '../model/snapshot.ts';

const orWords = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;

/** The version or alias that a function lacks which is there itself; null where there is no such function either. */
const missingQualifier = (asked: string, near: readonly string[]): { name: string; qualifier: string } | null => {
  const [, name = '', qualifier = ''] = /([^:]+):([^:]+)$/.exec(asked) ?? [];
  return near.includes(name) ? { name, qualifier } : null;
};

/** Why nothing is said about a function that was asked for, in one sentence. */
export const unreadReport = (unread: UnreadFunction, region: string): UnreadReport => {
  const { asked } = unread;
  if (unread.why === 'unavailable')
    return { asked, message: `${asked} could not be read: ${unread.action}, ${unread.reason}` };
  const lacking = missingQualifier(asked, unread.near);
  if (lacking !== null)
    return {
      asked,
      message: `${asked} was not found: ${lacking.name} of ${region} has no version or alias ${lacking.qualifier}`,
    };
  const next =
    unread.near.length === 0
      ? 'a function is in one region and one account, so another one may have it'
      : `did you mean ${orWords(unread.near)}?`;
  return { asked, message: `${asked} was not found among the functions of ${region}; ${next}` };
};
