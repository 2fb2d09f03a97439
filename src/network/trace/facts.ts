import type { NatGateway } from '../../model/kinds/nat-gateways.ts';
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

/** The address that a zonal NAT gateway sends from. */
const primaryAddress = ({ addresses }: NatGateway) =>
  addresses.find(({ isPrimary }) => isPrimary === true) ?? (addresses.length === 1 ? addresses[0] : null) ?? null;

/** Ids of another kind may be looked for in a list. */
const textsOf = (ids: readonly string[]): readonly string[] => ids;

/** A snapshot with the addresses of its rules and routes as numbers. */
export const readFacts = (snapshot: Snapshot) => {
  const { sections } = snapshot;
  const blocksOf = prefixListBlocks(snapshot);
  return {
    vpcs: itemsOf(sections.vpcs),
    subnets: itemsOf(sections.subnets),
    natGateways: mapItems(sections.natGateways, (nat) => {
      const primary = primaryAddress(nat);
      return { ...nat, primary, privateAddress: primary?.privateIp ? readAddress(primary.privateIp) : null };
    }),
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
      subnetIds: textsOf(acl.subnetIds),
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
export type FactsNatGateway = NonNullable<Facts['natGateways']>[number];
export type FactsInterface = NonNullable<Facts['interfaces']>[number];
