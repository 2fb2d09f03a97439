import type { NetworkAcl } from '../../model/kinds/network-acls.ts';
import type { SecurityGroup } from '../../model/kinds/security-groups.ts';
import type { Section } from '../../model/section.ts';
import { type World, worldOf } from '../../network/world.ts';

const swapped: ReadonlyMap<string, string> = new Map([
  ['17', '6'],
  ['6', '17'],
]);

const swap = <Rule extends { readonly protocol: string }>(rule: Rule): Rule => ({
  ...rule,
  protocol: swapped.get(rule.protocol) ?? rule.protocol,
});

const swapIn = <Item>(section: Section<Item>, change: (item: Item) => Item): Section<Item> =>
  section.status === 'collected' ? { ...section, items: section.items.map(change) } : section;

const asUdp = ({ snapshot }: World): World => {
  const { sections } = snapshot;
  const securityGroups = swapIn<SecurityGroup>(sections.securityGroups, (group) => ({
    ...group,
    ingress: group.ingress.map(swap),
    egress: group.egress.map(swap),
  }));
  const networkAcls = swapIn<NetworkAcl>(sections.networkAcls, (acl) => ({ ...acl, entries: acl.entries.map(swap) }));
  return worldOf({ ...snapshot, sections: { ...sections, securityGroups, networkAcls } });
};

const known = new WeakMap<World, World>();

/**
 * The network as UDP packets see it. Ports of UDP and TCP mean the same to rule lists, so in this world the rules for
 * UDP stand where those for TCP do.
 */
export const udpWorldOf = (world: World): World => {
  const made = known.get(world) ?? asUdp(world);
  known.set(world, made);
  return made;
};

/** What the engine says of that world, in its own words. */
export const inUdpWords = (text: string): string => text.replaceAll(/\btcp\b/g, 'udp');
