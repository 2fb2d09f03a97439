import { functionReads } from '../model/function-reads.ts';
import type { Section, Unavailable } from '../model/section.ts';
import type { Snapshot } from '../model/snapshot.ts';

/** One for each action and reason. */
const once = (failed: readonly Unavailable[]): Unavailable[] => [
  ...new Map(failed.map((read) => [`${read.action} ${read.reason}`, read])).values(),
];

const itemsOf = <Item>(section: Section<Item>): readonly Item[] =>
  section.status === 'collected' ? section.items : [];

/** Reads that failed and on which answers can depend, whether they fill a section, one fact of a resource or nothing by themselves. */
export const missedReads = ({
  sections,
  unreadFunctions,
  unreadVpcs = [],
  otherFailedReads,
}: Snapshot): Unavailable[] => {
  const failed: Unavailable[] = Object.values(sections).flatMap((section) =>
    section.status === 'unavailable' ? [section] : [],
  );
  for (const vpc of itemsOf(sections.vpcs))
    for (const read of [vpc.enableDnsSupport, vpc.enableDnsHostnames])
      if (read.status === 'unavailable') failed.push(read);
  for (const { cidrs } of itemsOf(sections.prefixLists)) if (cidrs.status === 'unavailable') failed.push(cidrs);
  for (const { routing } of itemsOf(sections.transitGatewayVpcAttachments))
    if (routing.status === 'unavailable') failed.push(routing);
  for (const { routes } of itemsOf(sections.transitGatewayRouteTables))
    if (routes.status === 'unavailable') failed.push(routes);
  for (const { mountTargets } of itemsOf(sections.accessPoints))
    if (mountTargets?.status === 'unavailable') failed.push(mountTargets);
  for (const { network } of itemsOf(sections.capacityProviders))
    if (network.status === 'unavailable') failed.push(network);
  for (const unread of unreadFunctions)
    if (unread.why === 'unavailable')
      failed.push({ status: 'unavailable', action: unread.action, reason: unread.reason });
  for (const { action, reason } of unreadVpcs) failed.push({ status: 'unavailable', action, reason });
  failed.push(...otherFailedReads);
  return once(failed);
};

/** Reads about single functions that failed: no answer depends on them, a rule is skipped for each. */
export const missedFurtherReads = ({ sections: { functions } }: Snapshot): Unavailable[] => {
  const failed: Unavailable[] = [];
  for (const fn of itemsOf(functions))
    for (const read of functionReads) {
      const fact = fn[read];
      if (fact?.status === 'unavailable') failed.push(fact);
    }
  return once(failed);
};

/** Every read that failed, `further` being those about single functions. */
export const unavailableOf = (snapshot: Snapshot, further: readonly Unavailable[]): Unavailable[] =>
  once([...missedReads(snapshot), ...further]);
