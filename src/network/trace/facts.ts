import type { Section } from '../../model/section.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import { type AclRule, readAclRules } from './acl-rules.ts';
import { type Block, readBlock } from './block.ts';
import { type GroupRule, readGroupRules } from './group-rules.ts';
import { type RouteLine, readRoutes } from './route-lines.ts';

/** Items of a section; null if it could not be read. */
export type Items<Item> = readonly Item[] | null;

const itemsOf = <Item>(section: Section<Item>): Items<Item> => (section.status === 'collected' ? section.items : null);

/** The item with an id, `absent` from a list that was read, or `unread` if the list was not. */
export const find = <Item extends { readonly id: string }>(
  items: Items<Item>,
  id: string,
): Item | 'absent' | 'unread' => {
  if (items === null) return 'unread';
  for (const item of items) if (item.id === id) return item;
  return 'absent';
};

/** The same for the places where absence and an unread list mean the same. */
export const findOrNull = <Item extends { readonly id: string }>(items: Items<Item>, id: string): Item | null => {
  const found = find(items, id);
  return found === 'absent' || found === 'unread' ? null : found;
};

/** Addresses of a prefix list; null if they are not known. */
export type PrefixListBlocks = (id: string) => readonly Block[] | null;

const prefixListBlocks = ({ sections }: Snapshot): PrefixListBlocks => {
  const lists = itemsOf(sections.prefixLists);
  return (id) => {
    const cidrs = findOrNull(lists, id)?.cidrs;
    if (cidrs?.status !== 'known') return null;
    return cidrs.value.map(readBlock).filter((block) => block !== null);
  };
};

const mapItems = <From, To>(section: Section<From>, read: (item: From) => To): Items<To> =>
  itemsOf(section)?.map(read) ?? null;

/** A snapshot with the addresses of its rules and routes as numbers. */
export const readFacts = (snapshot: Snapshot) => {
  const { sections } = snapshot;
  const blocksOf = prefixListBlocks(snapshot);
  const interfaces = itemsOf(sections.networkInterfaces);
  return {
    vpcs: itemsOf(sections.vpcs),
    subnets: itemsOf(sections.subnets),
    natGateways: itemsOf(sections.natGateways),
    internetGateways: itemsOf(sections.internetGateways),
    vpcEndpoints: itemsOf(sections.vpcEndpoints),
    interfaces,
    instances: itemsOf(sections.instances),
    transitGatewayAttachments: itemsOf(sections.transitGatewayVpcAttachments),
    blockPublicAccess: sections.vpcBlockPublicAccessOptions,
    exclusions: itemsOf(sections.vpcBlockPublicAccessExclusions),
    networkAcls: mapItems(sections.networkAcls, (acl) => ({
      ...acl,
      ingress: readAclRules(acl, 'ingress') satisfies readonly AclRule[],
      egress: readAclRules(acl, 'egress') satisfies readonly AclRule[],
    })),
    securityGroups: mapItems(sections.securityGroups, (group) => ({
      id: group.id,
      ingress: readGroupRules(group.ingress, blocksOf) satisfies readonly GroupRule[],
      egress: readGroupRules(group.egress, blocksOf) satisfies readonly GroupRule[],
    })),
    routeTables: mapItems(sections.routeTables, (table) => ({
      ...table,
      lines: table.routes.flatMap((route) => readRoutes(route, blocksOf)) satisfies readonly RouteLine[],
    })),
  };
};

export type Facts = ReturnType<typeof readFacts>;
export type FactsTable = NonNullable<Facts['routeTables']>[number];
