import type { Section } from '../../model/section.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import { readAclRules } from './acl-rules.ts';
import { readAddress } from './block.ts';
import { readGroupRules } from './group-rules.ts';
import { type Items, itemsOf } from './items.ts';
import { prefixListBlocks } from './prefix-lists.ts';
import { readRoutes } from './route-lines.ts';

const mapItems = <From, To>(section: Section<From>, read: (item: From) => To): Items<To> =>
  itemsOf(section)?.map(read) ?? null;

/** A snapshot with the addresses of its rules and routes as numbers. */
export const readFacts = (snapshot: Snapshot) => {
  const { sections } = snapshot;
  const blocksOf = prefixListBlocks(snapshot);
  return {
    vpcs: itemsOf(sections.vpcs),
    subnets: itemsOf(sections.subnets),
    natGateways: itemsOf(sections.natGateways),
    internetGateways: itemsOf(sections.internetGateways),
    vpcEndpoints: itemsOf(sections.vpcEndpoints),
    interfaces: mapItems(sections.networkInterfaces, (nic) => ({
      ...nic,
      addresses: nic.privateIpAddresses.map(({ address }) => readAddress(address)),
    })),
    instances: itemsOf(sections.instances),
    transitGatewayAttachments: itemsOf(sections.transitGatewayVpcAttachments),
    blockPublicAccess: sections.vpcBlockPublicAccessOptions,
    exclusions: itemsOf(sections.vpcBlockPublicAccessExclusions),
    networkAcls: mapItems(sections.networkAcls, (acl) => ({
      ...acl,
      ingress: readAclRules(acl, 'ingress'),
      egress: readAclRules(acl, 'egress'),
    })),
    securityGroups: mapItems(sections.securityGroups, (group) => ({
      id: group.id,
      ingress: readGroupRules(group.ingress, blocksOf),
      egress: readGroupRules(group.egress, blocksOf),
    })),
    routeTables: mapItems(sections.routeTables, (table) => ({
      ...table,
      lines: table.routes.flatMap((route) => readRoutes(route, blocksOf)),
    })),
  };
};

export type Facts = ReturnType<typeof readFacts>;
export type FactsTable = NonNullable<Facts['routeTables']>[number];
export type FactsInterface = NonNullable<Facts['interfaces']>[number];
