import type { NatGateway } from '../../model/kinds/nat-gateways.ts';
import type { NetworkInterface } from '../../model/kinds/network-interfaces.ts';
import type { Subnet } from '../../model/kinds/subnets.ts';
import type { VpcPeeringConnection } from '../../model/kinds/vpc-peering-connections.ts';
import type { Section } from '../../model/section.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import type { Family } from '../address.ts';
import { readAclRules } from './acl-rules.ts';
import { type Address, type Block, familyOf, readAddress, readBlock } from './block.ts';
import { readGroupRules } from './group-rules.ts';
import { type Items, itemsOf } from './items.ts';
import { prefixListBlocks } from './prefix-lists.ts';
import { readRoutes } from './route-lines.ts';
import { readTransitTable } from './transit-lines.ts';

const mapItems = <From, To>(section: Section<From>, read: (item: From) => To): Items<To> =>
  itemsOf(section)?.map(read) ?? null;

/** Reads what few packets meet when the first of them does. */
const later = <Value>(read: () => Value): (() => Value) => {
  let known: Value | undefined;
  return () => {
    known ??= read();
    return known;
  };
};

/** The address that a zonal NAT gateway sends from. */
const primaryAddress = ({ addresses }: NatGateway) =>
  addresses.find(({ isPrimary }) => isPrimary === true) ?? (addresses.length === 1 ? addresses[0] : null) ?? null;

/** Ids of another kind may be looked for in a list. */
const textsOf = (ids: readonly string[]): readonly string[] => ids;

/** Addresses of a family that an interface has. */
const addressesOf = ({ privateIpAddresses, ipv6Addresses }: NetworkInterface, family: Family): readonly Address[] =>
  [...privateIpAddresses.map(({ address }) => address), ...ipv6Addresses]
    .map(readAddress)
    .filter((address): address is Address => address !== null && familyOf(address) === family);

/** The blocks of a family among CIDR blocks of either. */
const blocksAmong = (cidrs: readonly (string | null)[], family: Family): readonly Block[] =>
  cidrs.map((cidr) => (cidr === null ? null : readBlock(cidr, family))).filter((block) => block !== null);

/** IPv6 ranges of which interfaces can have addresses, those that come or go among them. */
const inUse = (ranges: Subnet['ipv6Cidrs']): readonly string[] =>
  ranges.filter(({ state }) => !['disassociated', 'failing', 'failed'].includes(state ?? '')).map(({ cidr }) => cidr);

const readSide = ({ vpcId, cidrs, ipv6Cidrs }: VpcPeeringConnection['requester'], family: Family) => ({
  vpcId,
  blocks: blocksAmong([...cidrs, ...ipv6Cidrs], family),
});

/** A snapshot as packets of one family meet it: rules and routes of the other family cover none of them. */
export const readFacts = (snapshot: Snapshot, family: Family) => {
  const { sections } = snapshot;
  const blocksOf = prefixListBlocks(snapshot, family);
  return {
    family,
    vpcs: mapItems(sections.vpcs, (vpc) => ({
      ...vpc,
      blocks: blocksAmong([...vpc.cidrs, ...inUse(vpc.ipv6Cidrs)], family),
    })),
    subnets: mapItems(sections.subnets, (subnet) => ({
      ...subnet,
      blocks: blocksAmong([subnet.cidr, ...inUse(subnet.ipv6Cidrs)], family),
      ipv6Ranges: subnet.ipv6Cidrs.map((range) => ({ ...range, block: readBlock(range.cidr, 'ipv6') })),
    })),
    natGateways: mapItems(sections.natGateways, (nat) => {
      const primary = primaryAddress(nat);
      return { ...nat, primary, privateAddress: primary?.privateIp ? readAddress(primary.privateIp) : null };
    }),
    internetGateways: itemsOf(sections.internetGateways),
    egressOnlyInternetGateways: itemsOf(sections.egressOnlyInternetGateways),
    vpcEndpoints: itemsOf(sections.vpcEndpoints),
    interfaces: mapItems(sections.networkInterfaces, (nic) => ({
      ...nic,
      addresses: addressesOf(nic, family),
    })),
    instances: itemsOf(sections.instances),
    peeringConnections: mapItems(sections.vpcPeeringConnections, ({ id, status, requester, accepter }) => ({
      id,
      status,
      sides: [readSide(requester, family), readSide(accepter, family)],
    })),
    transitGatewayAttachments: itemsOf(sections.transitGatewayVpcAttachments),
    transitGatewayTables: mapItems(sections.transitGatewayRouteTables, (table) => readTransitTable(table, family)),
    blockPublicAccess: sections.vpcBlockPublicAccessOptions,
    exclusions: itemsOf(sections.vpcBlockPublicAccessExclusions),
    networkAcls: mapItems(sections.networkAcls, (acl) => ({
      ...acl,
      subnetIds: textsOf(acl.subnetIds),
      ingress: readAclRules(acl, 'ingress', family),
      egress: readAclRules(acl, 'egress', family),
    })),
    securityGroups: mapItems(sections.securityGroups, (group) => ({
      id: group.id,
      ingress: later(() => readGroupRules(group.ingress, blocksOf, family)),
      egress: later(() => readGroupRules(group.egress, blocksOf, family)),
    })),
    routeTables: mapItems(sections.routeTables, (table) => ({
      ...table,
      lines: table.routes.flatMap((route) => readRoutes(route, blocksOf, family)),
    })),
  };
};

export type Facts = ReturnType<typeof readFacts>;
export type FactsTable = NonNullable<Facts['routeTables']>[number];
export type FactsNatGateway = NonNullable<Facts['natGateways']>[number];
export type FactsInterface = NonNullable<Facts['interfaces']>[number];
