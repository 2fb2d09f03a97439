import type { RouteTarget } from '../../src/model/kinds/route-tables.ts';
import { type Lists, vpcId } from './resources.ts';

const isPrefixList = (text: string): text is `pl-${string}` => text.startsWith('pl-');

export const route = (
  destination: string,
  target: RouteTarget,
  origin: 'CreateRoute' | 'CreateRouteTable' | 'EnableVgwRoutePropagation' = 'CreateRoute',
): Lists['routeTables'][number]['routes'][number] => ({
  destination: isPrefixList(destination)
    ? { kind: 'prefix-list', id: destination }
    : { kind: destination.includes(':') ? 'ipv6' : 'ipv4', cidr: destination },
  target: { ...target },
  state: 'active',
  origin,
});

export const routeTable = (
  id: `rtb-${string}`,
  subnetIds: readonly `subnet-${string}`[],
  target: RouteTarget | null,
): Lists['routeTables'][number] => ({
  id,
  name: id,
  vpcId,
  associations: subnetIds.map((subnetId) => ({
    id: `rtbassoc-${subnetId}`,
    main: false,
    subnetId,
    gatewayId: null,
    state: 'associated',
  })),
  routes: [
    route('10.0.0.0/16', { kind: 'local' }, 'CreateRouteTable'),
    ...(target === null ? [] : [route('0.0.0.0/0', target)]),
  ],
});
