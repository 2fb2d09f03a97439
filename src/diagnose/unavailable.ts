import type { Unavailable } from '../model/section.ts';
import type { Snapshot } from '../model/snapshot.ts';

/** Every read that failed, one for each action, whether it fills a section, one fact of a resource or nothing by itself. */
export const unavailableOf = ({ sections, unreadFunctions, otherFailedReads }: Snapshot): Unavailable[] => {
  const failed: Unavailable[] = Object.values(sections).flatMap((section) =>
    section.status === 'unavailable' ? [section] : [],
  );
  if (sections.vpcs.status === 'collected')
    for (const vpc of sections.vpcs.items)
      for (const read of [vpc.enableDnsSupport, vpc.enableDnsHostnames])
        if (read.status === 'unavailable') failed.push(read);
  if (sections.prefixLists.status === 'collected')
    for (const { cidrs } of sections.prefixLists.items) if (cidrs.status === 'unavailable') failed.push(cidrs);
  for (const unread of unreadFunctions)
    if (unread.why === 'unavailable')
      failed.push({ status: 'unavailable', action: unread.action, reason: unread.reason });
  failed.push(...otherFailedReads);
  return [...new Map(failed.map((read) => [`${read.action} ${read.reason}`, read])).values()];
};
