import type { NatGateway } from '../../src/model/kinds/nat-gateways.ts';
import type { Mutable, Network } from './network.ts';

const zones = ['a', 'b', 'c'] as const;
type Zone = (typeof zones)[number];

/** The Name tag of the route table that AWS makes for a regional NAT gateway. */
export const regionalTable = 'regional-nat';

const addOwnTable = (n: Network): void => {
  const id = 'rtb-0a9b8c7d6e5f40312';
  n.all.routeTables.push({ id, name: regionalTable, vpcId: n.vpc().id, associations: [], routes: [] });
  n.addRoute(regionalTable, '10.0.0.0/16', { kind: 'local' }, { origin: 'CreateRouteTable' });
  n.addRoute(regionalTable, '0.0.0.0/0', { kind: 'internet-gateway', id: n.internetGateway().id });
};

/** The address with which a NAT gateway serves one zone. */
const addressIn = (zone: Zone): Mutable<NatGateway['addresses'][number]> => {
  const index = zones.indexOf(zone) + 1;
  return {
    allocationId: `eipalloc-0000000000000002${index}`,
    publicIp: `203.0.113.2${index}`,
    privateIp: null,
    networkInterfaceId: null,
    availabilityZoneId: `euw1-az${index}`,
    isPrimary: null,
    status: 'succeeded',
    failureMessage: null,
  };
};

/**
 * Puts one regional NAT gateway, named `regional`, in the place of the three zonal ones. It stands in no subnet and
 * has a route table of its own; automatic mode means that AWS adds zones by itself.
 * https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateways-regional.html
 */
export const useRegionalNatGateway = (
  n: Network,
  mode: 'automatic' | 'manual',
  covered: readonly Zone[] = zones,
): Mutable<NatGateway> => {
  const nat = n.natGateway('nat-a');
  for (const zone of zones) n.route(`private-${zone}`).target = { kind: 'nat-gateway', id: nat.id };
  for (const index of [1, 2, 3]) n.remove(n.networkInterface(`10.0.${index}.25`));
  for (const zone of ['b', 'c']) n.remove(n.natGateway(`nat-${zone}`));
  addOwnTable(n);
  return Object.assign(nat, {
    name: 'regional',
    availabilityMode: 'regional',
    autoProvisionZones: mode === 'automatic' ? 'enabled' : 'disabled',
    subnetId: null,
    routeTableId: n.routeTable(regionalTable).id,
    addresses: covered.map(addressIn),
  } satisfies Partial<Mutable<NatGateway>>);
};
