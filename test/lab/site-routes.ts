import type { Route, RouteTable } from '../../src/model/kinds/route-tables.ts';
import type { Subnet } from '../../src/model/kinds/subnets.ts';
import { gatewayLink, hopTo, type Link, lastMetric, localTable, tableOf } from './namespaces.ts';
import { itemsOf, NotExpressible, type Site } from './site.ts';

const routeTableOf = ({ sections, vpcId }: Site, subnet: Subnet): RouteTable => {
  const tables = itemsOf(sections.routeTables).filter((table) => table.vpcId === vpcId);
  const own = tables.find(({ associations }) => associations.some(({ subnetId }) => subnetId === subnet.id));
  const table = own ?? tables.find(({ associations }) => associations.some(({ main }) => main));
  if (table === undefined) throw new NotExpressible(`${subnet.id} has no route table`);
  return table;
};

const isAttached = ({ sections, vpcId }: Site, id: string): boolean =>
  itemsOf(sections.internetGateways).some(
    (gateway) =>
      gateway.id === id &&
      gateway.attachments.some((attachment) => attachment.vpcId === vpcId && attachment.state === 'available'),
  );

/** The hop to a target, or null where packets end: it is not there, or it does not carry them on. */
const hopOf = (site: Site, { target }: Route): string | null => {
  const to = (link: Link | undefined): string | null => (link === undefined ? null : hopTo('far', link));
  switch (target.kind) {
    case 'internet-gateway':
      return isAttached(site, target.id) ? hopTo('far', gatewayLink) : null;
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
const actionOf = (site: Site, route: Route): { readonly type: string; readonly hop: string } => {
  if (route.state === 'blackhole') return { type: 'blackhole', hop: '' };
  if (route.state !== 'active') throw new NotExpressible(`a route is ${route.state}`);
  if (route.target.kind === 'local') return { type: 'throw', hop: '' };
  const hop = hopOf(site, route);
  return hop === null ? { type: 'blackhole', hop: '' } : { type: 'unicast', hop };
};

const cidrsOf = ({ sections }: Site, { destination }: Route): readonly string[] => {
  if (destination.kind === 'ipv6') return [];
  if (destination.kind === 'ipv4') return [destination.cidr];
  const id = destination.kind === 'prefix-list' ? destination.id : destination.raw;
  const list = itemsOf(sections.prefixLists).find((item) => item.id === id);
  if (list?.cidrs.status !== 'known') throw new NotExpressible(`the addresses of ${id} are not known`);
  return list.cidrs.value.filter((cidr) => !cidr.includes(':'));
};

/** Of routes with the same prefix the kernel takes the one with the lowest metric. */
const metricOf = (route: Route): number => {
  if (route.origin === 'EnableVgwRoutePropagation' || route.origin === 'Advertisement') return 3;
  return route.destination.kind === 'prefix-list' ? 2 : 1;
};

const linesOf = (site: Site, subnet: Subnet, link: Link): string[] => {
  const number = tableOf(link);
  const lines = routeTableOf(site, subnet).routes.flatMap((route) => {
    const { type, hop } = actionOf(site, route);
    return cidrsOf(site, route).map(
      (cidr) => `route append ${type} ${cidr} ${hop} table ${number} metric ${metricOf(route)}`,
    );
  });
  return [...new Set(lines), `route append blackhole default table ${number} metric ${lastMetric}`];
};

/** Every subnet with what stands in it. */
export const standsIn = (site: Site): readonly { readonly subnet: Subnet; readonly link: Link }[] => [
  ...site.places,
  ...site.devices,
];

/** The routes of the VPC: a table for each link, which is that of the link's subnet, and one for local addresses. */
export const vpcRoutes = (site: Site): string[] => [
  ...standsIn(site).flatMap(({ subnet, link }) => [
    `route flush table ${tableOf(link)}`,
    ...linesOf(site, subnet, link),
  ]),
  `route flush table ${localTable}`,
  ...site.places.map(({ subnet, link }) => `route append ${subnet.cidr} ${hopTo('far', link)} table ${localTable}`),
  ...site.devices.map(({ address, link }) => `route append ${address}/32 ${hopTo('far', link)} table ${localTable}`),
  `route append blackhole default table ${localTable} metric ${lastMetric}`,
];
