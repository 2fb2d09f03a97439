import type { Network } from '../../support/network.ts';
import { addDatabase, privateSubnets, withDatabase } from '../../support/targets.ts';
import { pages } from '../pages.ts';
import type { TruthRow } from '../row.ts';
import { blockedBy, reachable, unknown } from './outcomes.ts';

const page = pages.vpnRoutePriority;
const target = '10.0.40.7:5432';
const vgw = { kind: 'virtual-private-gateway', id: 'vgw-0a9b8c7d6e5f40312' } as const;
const propagated = { origin: 'EnableVgwRoutePropagation' } as const;
const silent = ['path-blocked', 'blackhole-route', 'private-target-sg-ingress-missing', 'inconsistent-subnet-egress'];

const announce = (n: Network, cidr: string, over: { state?: 'blackhole' } = {}): void => {
  for (const table of privateSubnets) n.addRoute(table, cidr, vgw, { ...propagated, ...over });
};

/** Routes that a VPN or Direct Connect connection announces for addresses of the VPC itself: the local route comes first. */
export const propagatedRoutes: readonly TruthRow[] = [
  {
    name: 'a VPN announces the subnet of a database, more specific than the local route, which is preferred',
    change: withDatabase((n) => announce(n, '10.0.40.0/24')),
    target,
    ...reachable,
    silent: [...silent, 'egress-path-unverified'],
    page,
  },
  {
    name: 'an announced blackhole for the subnet of a database does not count beside the local route',
    change: withDatabase((n) => announce(n, '10.0.40.0/24', { state: 'blackhole' })),
    target,
    ...reachable,
    silent,
    page,
  },
  {
    name: 'an announced blackhole for a subnet of the function, in the table of the database, does not drop its replies',
    change: (n) => {
      addDatabase(n);
      n.addRoute('data', '10.0.11.0/24', vgw, { ...propagated, state: 'blackhole' });
    },
    target,
    ...reachable,
    silent: [...silent, 'target-subnet-nacl-blocks'],
    page,
  },
  {
    name: 'an announced network beyond the VPC, for which the local route is none',
    change: withDatabase((n) => announce(n, '10.9.0.0/16')),
    target: '10.9.1.7:5432',
    ...unknown,
    silent,
    page,
    uncertain: 'what stands behind a VPN is out of sight',
  },
  {
    name: 'an announced blackhole for a network beyond the VPC',
    change: withDatabase((n) => announce(n, '10.9.0.0/16', { state: 'blackhole' })),
    target: '10.9.1.7:5432',
    ...blockedBy('blackhole-route'),
    findings: 3,
    silent: ['path-blocked'],
    page,
  },
];
