import type { Random } from './random.ts';
import { functionSubnets, type Lists, natSubnets } from './resources.ts';
import { routeTable } from './routes.ts';
import { change, type Twist, twist } from './twist.ts';

const natGateways: readonly ((nat: Lists['natGateways'][number], random: Random) => void)[] = [
  (nat, random) => {
    nat.state = random.pick(['failed', 'deleted'] as const);
  },
  (nat, random) => {
    nat.state = random.pick(['pending', 'deleting', 'unknown:dozing'] as const);
  },
  (nat) => {
    if (nat.availabilityMode === 'regional') return;
    nat.connectivityType = 'private';
    for (const address of nat.addresses) address.publicIp = null;
  },
  (nat, random) => {
    for (const address of nat.addresses) address.status = random.pick(['failed', 'associating', 'succeeded'] as const);
  },
  (nat) => {
    for (const address of nat.addresses) address.publicIp = null;
  },
  (nat, random) => {
    for (const address of nat.addresses)
      nat.addresses = [
        address,
        { ...address, isPrimary: false, status: random.pick(['failed', 'succeeded'] as const), privateIp: '10.0.8.6' },
      ];
  },
  (nat, random) => {
    nat.subnetId = random.pick(functionSubnets);
  },
  (nat, random) => {
    nat.subnetId = random.pick([...natSubnets, 'subnet-gone'] as const);
  },
  (nat) => {
    nat.appliances.push('network-firewall-proxy');
  },
  (nat) => {
    nat.availabilityMode = null;
    nat.connectivityType = null;
  },
];

const zones = ['euw1-az1', 'euw1-az2'] as const;

/** A regional NAT gateway: no subnet, zones that it covers or not, and a route table of its own. */
const makeRegional = (n: Lists, random: Random): void =>
  change(random, n.natGateways, (nat) => {
    const [first] = nat.addresses;
    if (first === undefined) return;
    nat.availabilityMode = 'regional';
    nat.connectivityType = 'public';
    nat.autoProvisionZones = random.pick(['enabled', 'disabled', 'disabled', null] as const);
    nat.subnetId = random.chance(0.9) ? null : random.pick(natSubnets);
    nat.addresses = zones
      .filter(() => random.chance(0.8))
      .map((availabilityZoneId) => ({ ...first, availabilityZoneId, isPrimary: null, privateIp: null }));
    for (const address of nat.addresses)
      if (random.chance(0.15)) Object.assign(address, { status: 'failed', publicIp: null });
    if (random.chance(0.05)) return;
    nat.routeTableId = 'rtb-regional';
    if (n.routeTables.some(({ id }) => id === 'rtb-regional') || random.chance(0.05)) return;
    n.routeTables.push(
      routeTable('rtb-regional', [], random.chance(0.9) ? { kind: 'internet-gateway', id: 'igw-1' } : null),
    );
  });

export const natGatewayTwists: readonly Twist[] = [
  twist(11, (n, random) => change(random, n.natGateways, (nat) => random.pick(natGateways)(nat, random))),
  twist(5, makeRegional),
  twist(1, (n, random) =>
    change(random, n.natGateways, (nat) => {
      n.natGateways = n.natGateways.filter((other) => other !== nat);
    }),
  ),
];
