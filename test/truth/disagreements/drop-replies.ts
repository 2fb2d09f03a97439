import type { Network } from '../../support/network.ts';

/** A gateway route table of the internet gateway with a blackhole for the replies to nat-a. */
export const dropReplies = (n: Network): void => {
  const id = 'rtb-0e1d2c3b4a5968778';
  const gatewayId = n.internetGateway().id;
  const association = { id: 'rtbassoc-0e1d2c3b4a596877', main: false, subnetId: null, gatewayId } as const;
  const associations = [{ ...association, state: 'associated' as const }];
  n.all.routeTables.push({ id, name: 'edge', vpcId: n.vpc().id, associations, routes: [] });
  n.addRoute('edge', '10.0.0.0/16', { kind: 'local' }, { origin: 'CreateRouteTable' });
  n.addRoute('edge', '10.0.1.0/24', { kind: 'none' }, { state: 'blackhole' });
};
