import { addPrefixList } from '../support/resources.ts';
import { pages } from './pages.ts';
import { firstOnly, type TruthRow } from './row.ts';

/** Prefix lists with the same entries: AWS takes one of their routes at random and stays with it. */
export const overlappingPrefixLists: readonly TruthRow[] = [
  {
    name: 'one half of the internet by either of two NAT gateways, the other half by either of two dead routes',
    change: (n) => {
      n.removeRoute('private-a');
      const half = (name: string, cidr: string) => addPrefixList(n, name, [cidr]);
      n.addRoute('private-a', half('low-a', '0.0.0.0/1'), { kind: 'nat-gateway', id: n.natGateway('nat-a').id });
      n.addRoute('private-a', half('low-b', '0.0.0.0/1'), { kind: 'nat-gateway', id: n.natGateway('nat-b').id });
      const dead = { state: 'blackhole' } as const;
      n.addRoute('private-a', half('high-a', '128.0.0.0/1'), { kind: 'nat-gateway', id: 'nat-0gone' }, dead);
      n.addRoute('private-a', half('high-b', '128.0.0.0/1'), { kind: 'nat-gateway', id: 'nat-0gone2' }, dead);
    },
    ...firstOnly('partial'),
    speaks: { 'blackhole-route': 'warning', 'inconsistent-subnet-egress': 'warning' },
    silent: ['no-internet-route', 'path-blocked'],
    open: ['nat-gateway-cross-az'],
    page: pages.routeTablePriority,
  },
];
