import type { AccessPoint } from '../model/kinds/access-points.ts';
import type { AvailabilityZone } from '../model/kinds/availability-zones.ts';
import type { CapacityProvider } from '../model/kinds/capacity-providers.ts';
import type { DhcpOptions } from '../model/kinds/dhcp-options.ts';
import type { EgressOnlyInternetGateway } from '../model/kinds/egress-only-internet-gateways.ts';
import type { LambdaFunction } from '../model/kinds/functions.ts';
import type { Instance } from '../model/kinds/instances.ts';
import type { InternetGateway } from '../model/kinds/internet-gateways.ts';
import type { NatGateway } from '../model/kinds/nat-gateways.ts';
import type { NetworkAcl } from '../model/kinds/network-acls.ts';
import type { NetworkInterface } from '../model/kinds/network-interfaces.ts';
import type { PrefixList } from '../model/kinds/prefix-lists.ts';
import type { RouteTable } from '../model/kinds/route-tables.ts';
import type { SecurityGroup } from '../model/kinds/security-groups.ts';
import type { Subnet } from '../model/kinds/subnets.ts';
import type { TransitGatewayRouteTable } from '../model/kinds/transit-gateway-route-tables.ts';
import type { TransitGatewayVpcAttachment } from '../model/kinds/transit-gateway-vpc-attachments.ts';
import type { VpcEndpoint } from '../model/kinds/vpc-endpoints.ts';
import type { VpcPeeringConnection } from '../model/kinds/vpc-peering-connections.ts';
import type { Vpc } from '../model/kinds/vpcs.ts';
import type { Section } from '../model/section.ts';
import type { Kind } from '../model/sections.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { type CarriedGroups, carriedGroups } from './carried-groups.ts';
import type { Compiled } from './compiled.ts';
import type { Doubt } from './doubt.ts';
import { grouped } from './grouped.ts';

/** A list by id and by VPC that was read, or the doubt that it was not. */
export type Indexed<Item> =
  | {
      readonly status: 'collected';
      readonly items: readonly Item[];
      readonly byId: ReadonlyMap<string, Item>;
      readonly byVpc: ReadonlyMap<string, readonly Item[]>;
    }
  | { readonly status: 'unavailable'; readonly doubt: Doubt };

/** `missing`: the list was read and lacks the id. */
export type Lookup<Item> =
  | { readonly status: 'found'; readonly item: Item }
  | { readonly status: 'missing' }
  | { readonly status: 'unavailable'; readonly doubt: Doubt };

/** A snapshot with its resources by id. */
export interface World {
  readonly snapshot: Snapshot;
  readonly subnets: Indexed<Subnet>;
  readonly vpcs: Indexed<Vpc>;
  readonly routeTables: Indexed<RouteTable>;
  readonly networkAcls: Indexed<NetworkAcl>;
  readonly securityGroups: Indexed<SecurityGroup>;
  readonly natGateways: Indexed<NatGateway>;
  readonly internetGateways: Indexed<InternetGateway>;
  readonly egressOnlyInternetGateways: Indexed<EgressOnlyInternetGateway>;
  readonly networkInterfaces: Indexed<NetworkInterface>;
  readonly instances: Indexed<Instance>;
  readonly vpcEndpoints: Indexed<VpcEndpoint>;
  readonly prefixLists: Indexed<PrefixList>;
  readonly vpcPeeringConnections: Indexed<VpcPeeringConnection>;
  readonly transitGatewayVpcAttachments: Indexed<TransitGatewayVpcAttachment>;
  readonly transitGatewayRouteTables: Indexed<TransitGatewayRouteTable>;
  readonly dhcpOptions: Indexed<DhcpOptions>;
  readonly accessPoints: Indexed<AccessPoint>;
  readonly capacityProviders: Indexed<CapacityProvider>;
  readonly availabilityZones: Indexed<AvailabilityZone>;
  /** Peered VPCs of which a read failed, with the reason. */
  readonly unreadVpcs: ReadonlyMap<string, Doubt>;
  /** Interfaces by each security group that they carry; empty if interfaces could not be read. */
  readonly interfacesOfGroup: ReadonlyMap<string, readonly NetworkInterface[]>;
  /** Groups that functions of the snapshot carry, by VPC. */
  readonly groupsOfFunctions: ReadonlyMap<string, CarriedGroups>;
  /** What was compiled so far, by VPC, set of groups and family. */
  readonly compiled: Map<string, Compiled>;
}

type Listed = { readonly id: string; readonly vpcId?: string | null };

const indexed = <Item extends Listed>(kind: Kind, section: Section<Item>): Indexed<Item> => {
  if (section.status === 'unavailable') {
    const { action, reason } = section;
    return { status: 'unavailable', doubt: { kind: 'unavailable', section: kind, action, reason } };
  }
  const byId = new Map(section.items.map((item) => [item.id, item]));
  const items = [...byId.values()];
  return { status: 'collected', items, byId, byVpc: grouped(items, ({ vpcId }) => (vpcId ? [vpcId] : [])) };
};

export const worldOf = (snapshot: Snapshot): World => {
  const { sections } = snapshot;
  const networkInterfaces = indexed('networkInterfaces', sections.networkInterfaces);
  const securityGroups = indexed('securityGroups', sections.securityGroups);
  const functions = sections.functions.status === 'collected' ? sections.functions.items : [];
  return {
    snapshot,
    subnets: indexed('subnets', sections.subnets),
    vpcs: indexed('vpcs', sections.vpcs),
    routeTables: indexed('routeTables', sections.routeTables),
    networkAcls: indexed('networkAcls', sections.networkAcls),
    securityGroups,
    natGateways: indexed('natGateways', sections.natGateways),
    internetGateways: indexed('internetGateways', sections.internetGateways),
    egressOnlyInternetGateways: indexed('egressOnlyInternetGateways', sections.egressOnlyInternetGateways),
    networkInterfaces,
    instances: indexed('instances', sections.instances),
    vpcEndpoints: indexed('vpcEndpoints', sections.vpcEndpoints),
    prefixLists: indexed('prefixLists', sections.prefixLists),
    accessPoints: indexed('accessPoints', sections.accessPoints),
    capacityProviders: indexed('capacityProviders', sections.capacityProviders),
    availabilityZones: indexed('availabilityZones', sections.availabilityZones),
    transitGatewayVpcAttachments: indexed('transitGatewayVpcAttachments', sections.transitGatewayVpcAttachments),
    transitGatewayRouteTables: indexed('transitGatewayRouteTables', sections.transitGatewayRouteTables),
    dhcpOptions: indexed('dhcpOptions', sections.dhcpOptions),
    vpcPeeringConnections: indexed('vpcPeeringConnections', sections.vpcPeeringConnections),
    unreadVpcs: new Map(
      snapshot.unreadVpcs?.map((unread): [string, Doubt] => [unread.vpcId, { kind: 'unavailable', ...unread }]),
    ),
    interfacesOfGroup: grouped(itemsOf(networkInterfaces), ({ securityGroupIds }) => securityGroupIds),
    groupsOfFunctions: carriedGroups(functions, itemsOf(securityGroups)),
    compiled: new Map(),
  };
};

export const lookup = <Item>(list: Indexed<Item>, id: string): Lookup<Item> => {
  if (list.status === 'unavailable') return list;
  const item = list.byId.get(id);
  return item === undefined ? { status: 'missing' } : { status: 'found', item };
};

/** All resources of a list; none if it could not be read, which the caller has to know already. */
export const itemsOf = <Item>(list: Indexed<Item>): readonly Item[] => (list.status === 'collected' ? list.items : []);

/** Those of one VPC. */
export const itemsInVpc = <Item>(list: Indexed<Item>, vpcId: string): readonly Item[] =>
  list.status === 'collected' ? (list.byVpc.get(vpcId) ?? []) : [];

/** What of a function its packets depend on. */
export type Sender = Pick<LambdaFunction, 'name' | 'arn' | 'network'>;

/** The account that runs the function: the fifth field of its ARN. */
export const accountOf = ({ arn }: Pick<LambdaFunction, 'arn'>): string | null => arn.split(':', 5)[4] ?? null;
