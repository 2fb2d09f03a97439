import {
  paginateDescribeRouteTables,
  type Route as RawRoute,
  type RouteTable as RawRouteTable,
} from '@aws-sdk/client-ec2';
import { PrefixListId, RouteTableId, SubnetId, VpcId } from '../model/ids.ts';
import {
  Route,
  type RouteDestination,
  type RouteTable,
  RouteTableAssociation,
  type RouteTarget,
} from '../model/kinds/route-tables.ts';
import type { Kind } from '../model/sections.ts';
import { nameTag, openWord, optional, optionalWord, required, text } from './answer.ts';
import { defineCollector, type Item } from './collector.ts';
import { readByFilter, readPages, smallPageSize } from './pages.ts';
import { routeTarget } from './route-target.ts';

const destination = (raw: RawRoute): RouteDestination => {
  if (raw.DestinationCidrBlock) return { kind: 'ipv4', cidr: raw.DestinationCidrBlock };
  if (raw.DestinationIpv6CidrBlock) return { kind: 'ipv6', cidr: raw.DestinationIpv6CidrBlock };
  const prefixList = PrefixListId.safeParse(raw.DestinationPrefixListId);
  if (prefixList.success) return { kind: 'prefix-list', id: prefixList.data };
  return { kind: 'unknown', raw: raw.DestinationPrefixListId ?? 'no destination' };
};

const route = (raw: RawRoute): Route => ({
  destination: destination(raw),
  target: routeTarget(raw),
  state: openWord(Route.shape.state, raw.State),
  origin: optionalWord(Route.shape.origin, raw.Origin),
});

export const fromAws = (raw: RawRouteTable): RouteTable => ({
  id: required(RouteTableId, raw.RouteTableId),
  name: nameTag(raw.Tags),
  vpcId: required(VpcId, raw.VpcId),
  associations: (raw.Associations ?? []).map((association) => ({
    id: text(association.RouteTableAssociationId),
    main: association.Main ?? false,
    subnetId: optional(SubnetId, association.SubnetId),
    gatewayId: text(association.GatewayId),
    state: optionalWord(RouteTableAssociation.shape.state, association.AssociationState?.State),
  })),
  routes: (raw.Routes ?? []).map(route),
});

/** Whether a route of a table leads to a target of one of these kinds, be it active or not. */
export const leadsTo = (item: Item<Kind>, ...targets: readonly RouteTarget['kind'][]): boolean =>
  'associations' in item && item.routes.some(({ target }) => targets.includes(target.kind));

/** By VPC: the filter association.subnet-id finds nothing for a subnet that uses the main table. */
export default defineCollector({
  kind: 'routeTables',
  actions: ['ec2:DescribeRouteTables'],
  scope: 'vpc',
  ofPeers: true,
  collect: (aws, { vpcIds }) =>
    readByFilter('vpc-id', vpcIds, (Filters) => {
      const pages = paginateDescribeRouteTables({ client: aws.ec2, pageSize: smallPageSize }, { Filters }, aws.options);
      return readPages(pages, (page) => page.RouteTables, fromAws);
    }),
  belongs: (table, { vpcIds }) => vpcIds.has(table.vpcId),
  references: (table) =>
    table.routes.flatMap(({ destination, target }) => [
      ...(destination.kind === 'prefix-list' ? [destination.id] : []),
      ...(target.kind === 'egress-only-internet-gateway' || target.kind === 'transit-gateway' ? [target.id] : []),
    ]),
});
