import type { RouteTarget } from '../../src/model/kinds/route-tables.ts';
import type { VpcEndpoint } from '../../src/model/kinds/vpc-endpoints.ts';
import type { Mutable, Network } from './network.ts';

/** A firewall endpoint, and itself as the target of a route. */
export interface Firewall {
  readonly endpoint: Mutable<VpcEndpoint>;
  readonly target: RouteTarget;
}

/** A Gateway Load Balancer endpoint in one subnet, as AWS Network Firewall makes them too. */
export const addFirewallEndpoint = (n: Network, subnet: string, name = 'firewall'): Firewall => {
  const id = name === 'firewall' ? 'vpce-0f1e2d3c4b5a69788' : 'vpce-0a9b8c7d6e5f40312';
  const endpoint: Mutable<VpcEndpoint> = {
    id,
    name,
    vpcId: n.vpc().id,
    type: 'GatewayLoadBalancer',
    serviceName: null,
    state: 'available',
    routeTableIds: [],
    subnetIds: [n.subnet(subnet).id],
    networkInterfaceIds: [],
    securityGroupIds: [],
    privateDnsEnabled: false,
  };
  n.all.vpcEndpoints.push(endpoint);
  return { endpoint, target: { kind: 'vpc-endpoint', id } };
};

/** private-a and the database's subnet send their packets for each other through one firewall endpoint. */
export const sendThroughFirewall = (n: Network): void => {
  const { target } = addFirewallEndpoint(n, 'public-a');
  n.addRoute('private-a', '10.0.40.0/24', target);
  n.addRoute('data', '10.0.11.0/24', target);
};

/** A subnet in zone a with a table and a network ACL of its own (all three named `firewall`), for a firewall endpoint. */
const addFirewallSubnet = (n: Network): void => {
  const id = 'subnet-0f0e0d0c0b0a09080';
  n.all.subnets.push({ ...n.subnet('public-a'), id, name: 'firewall', cidr: '10.0.21.0/24' });
  const association = { id: 'rtbassoc-0f0e0d0c0b0a0908', main: false, subnetId: id, gatewayId: null } as const;
  const associations = [{ ...association, state: 'associated' as const }];
  n.all.routeTables.push({
    id: 'rtb-0f0e0d0c0b0a09080',
    name: 'firewall',
    vpcId: n.vpc().id,
    associations,
    routes: [],
  });
  n.addRoute('firewall', '10.0.0.0/16', { kind: 'local' }, { origin: 'CreateRouteTable' });
  const { entries } = n.networkAcl('public');
  n.all.networkAcls.push({
    id: 'acl-0f0e0d0c0b0a09080',
    name: 'firewall',
    vpcId: n.vpc().id,
    isDefault: false,
    subnetIds: [id],
    entries: entries.map((entry) => ({ ...entry })),
  });
};

/**
 * private-a sends the internet through a firewall endpoint, whose subnet sends it on to the NAT gateway of the zone;
 * the NAT gateway's subnet sends the replies for private-a back to the same endpoint.
 * https://docs.aws.amazon.com/vpc/latest/userguide/gateway-route-tables.html
 */
export const addFirewallBeforeNat = (n: Network): Firewall => {
  addFirewallSubnet(n);
  const firewall = addFirewallEndpoint(n, 'firewall');
  n.addRoute('firewall', '0.0.0.0/0', n.route('private-a').target);
  n.route('private-a').target = { ...firewall.target };
  n.addRoute('public', '10.0.11.0/24', firewall.target);
  return firewall;
};

/** A table of the internet gateway, for packets that come in. */
export const addEdgeTable = (n: Network): void => {
  const association = { id: 'rtbassoc-0e1d2c3b4a596877', main: false, subnetId: null } as const;
  const associations = [{ ...association, gatewayId: n.internetGateway().id, state: 'associated' as const }];
  n.all.routeTables.push({ id: 'rtb-0e1d2c3b4a5968778', name: 'edge', vpcId: n.vpc().id, associations, routes: [] });
  n.addRoute('edge', '10.0.0.0/16', { kind: 'local' }, { origin: 'CreateRouteTable' });
};

/**
 * The subnets of the NAT gateways send the internet through a firewall endpoint, whose subnet leads to the internet
 * gateway; the table of the internet gateway sends the replies for those subnets back to the same endpoint.
 */
export const addFirewallBehindNat = (n: Network): Firewall => {
  addFirewallSubnet(n);
  const firewall = addFirewallEndpoint(n, 'firewall');
  n.addRoute('firewall', '0.0.0.0/0', n.route('public').target);
  n.route('public').target = { ...firewall.target };
  addEdgeTable(n);
  for (const index of [1, 2, 3]) n.addRoute('edge', `10.0.${index}.0/24`, firewall.target);
  return firewall;
};
