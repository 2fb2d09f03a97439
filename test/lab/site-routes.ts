import type { Route, RouteTable } from '../../src/model/kinds/route-tables.ts';
import type { Subnet } from '../../src/model/kinds/subnets.ts';
import { alone, type Family, ofFamily } from './addresses.ts';
import { fromLink, gatewayLink, hopTo, insideLinks, type Link, localTable, tableOf } from './links.ts';
import { cidrsOf, itemsOf, NotExpressible, prefixListCidrs } from './sections.ts';
import type { Site } from './site.ts';

const routeTableOf = ({ sections, vpcId }: Site, subnet: Subnet): RouteTable => {
  const tables = itemsOf(sections.routeTables).filter((table) => table.vpcId === vpcId);
  const own = tables.find(({ associations }) => associations.some(({ subnetId }) => subnetId === subnet.id));
  const table = own ?? tables.find(({ associations }) => associations.some(({ main }) => main));
  if (table === undefined) throw new NotExpressible(`${subnet.id} has no route table`);
  return table;
};

/** Whether an internet gateway or egress-only internet gateway is attached to the VPC. */
const isAttached = ({ sections, vpcId }: Site, id: string): boolean =>
  [...itemsOf(sections.internetGateways), ...itemsOf(sections.egressOnlyInternetGateways)].some(
    (gateway) =>
      gateway.id === id &&
      gateway.attachments.some(
        (attachment) =>
          attachment.vpcId === vpcId && ['available', 'attached'].some((state) => state === attachment.state),
      ),
  );

/** The hop to a target, or null where packets end: it is not there, or it does not carry them on. */
const hopOf = (site: Site, { target }: Route, family: Family): string | null => {
  const to = (link: Link | undefined): string | null => (link === undefined ? null : hopTo('far', link, family));
  switch (target.kind) {
    case 'internet-gateway':
      return isAttached(site, target.id) ? to(gatewayLink) : null;
    case 'egress-only-internet-gateway':
      return isAttached(site, target.id) && family === 'ipv6' ? to(gatewayLink) : null;
    case 'nat-gateway':
    case 'network-interface':
      return to(site.devices.find(({ id }) => id === target.id)?.link);
    case 'instance':
      return to(site.devices.find(({ instanceId }) => instanceId === target.id)?.link);
    default:
      return null;
  }
};

/** `throw` leaves the table for the next one, which has the addresses of the VPC. */
const actionOf = (site: Site, route: Route, family: Family): { readonly type: string; readonly hop: string } => {
  if (route.state === 'blackhole') return { type: 'blackhole', hop: '' };
  if (route.state !== 'active') throw new NotExpressible(`a route is ${route.state}`);
  if (route.target.kind === 'local') return { type: 'throw', hop: '' };
  const hop = hopOf(site, route, family);
  return hop === null ? { type: 'blackhole', hop: '' } : { type: 'unicast', hop };
};

const destinationsOf = ({ sections }: Site, { destination }: Route): readonly string[] => {
  if (destination.kind === 'ipv4' || destination.kind === 'ipv6') return [destination.cidr];
  return prefixListCidrs(sections, destination.kind === 'prefix-list' ? destination.id : destination.raw);
};

/** Of routes with the same prefix the kernel takes the one with the lowest metric. */
const metricOf = (route: Route): number => {
  if (route.origin === 'EnableVgwRoutePropagation' || route.origin === 'Advertisement') return 3;
  return route.destination.kind === 'prefix-list' ? 2 : 1;
};

/** Comes after every route of a table, since a table that has no route ends there. */
const endOf = (table: number): string => `route append blackhole default table ${table} metric 4000000000`;

const linesOf = (site: Site, subnet: Subnet, link: Link, family: Family): string[] => {
  const number = tableOf(link);
  const lines = routeTableOf(site, subnet).routes.flatMap((route) => {
    const { type, hop } = actionOf(site, route, family);
    return ofFamily(family, destinationsOf(site, route)).map(
      (cidr) => `route append ${type} ${cidr} ${hop} table ${number} metric ${metricOf(route)}`,
    );
  });
  return [`route flush table ${number}`, ...new Set(lines), endOf(number)];
};

/** Every subnet with what stands in it. */
export const standsIn = (
  site: Site,
): readonly { readonly subnet: Subnet; readonly link: Link; readonly addresses: readonly string[] }[] => [
  ...site.places,
  ...site.devices.map((device) => ({ ...device, addresses: [device.address] })),
  ...site.hosts,
];

/**
 * The routes of the VPC: a table for each link, which is that of the link's subnet, and one for local addresses. Packets
 * that stay in their subnet ask no route table.
 */
export const vpcRoutes = (site: Site, family: Family): string[] => [
  'rule flush',
  ...standsIn(site).flatMap(({ subnet, link }) =>
    ofFamily(family, cidrsOf(subnet)).map(
      (cidr) => `rule add pref ${link.number} iif ${link.nearName} to ${cidr} lookup ${localTable}`,
    ),
  ),
  ...insideLinks.map((one) => fromLink(one.nearName, one)),
  `rule add pref ${localTable} lookup ${localTable}`,
  ...standsIn(site).flatMap(({ subnet, link }) => linesOf(site, subnet, link, family)),
  `route flush table ${localTable}`,
  ...standsIn(site).flatMap(({ addresses, link }) =>
    ofFamily(family, addresses).map(
      (address) => `route append ${alone(address)} ${hopTo('far', link, family)} table ${localTable}`,
    ),
  ),
  endOf(localTable),
];
