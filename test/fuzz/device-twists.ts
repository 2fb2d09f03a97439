import { kinds } from '../../src/model/sections.ts';
import type { AddressPlan } from './address-plan.ts';
import type { Random } from './random.ts';
import { functionSubnets, type Lists, natSubnets, otherAccount, vpcId } from './resources.ts';
import { addFirewall } from './route-targets.ts';
import { route, routeTable } from './routes.ts';
import { change, type Twist, twist } from './twist.ts';

/** Whose packets the internet gateway brings in: the NAT devices' over IPv4, the functions' over IPv6. */
const edgeSubnets = { ipv4: natSubnets, ipv6: functionSubnets } as const;

const edgeTable = (plan: AddressPlan, n: Lists, random: Random): void => {
  if (n.routeTables.some(({ id }) => id === 'rtb-edge')) return;
  const table = routeTable('rtb-edge', [], null);
  if (plan.family === 'ipv6') table.routes.push(route(plan.vpc, { kind: 'local' }, 'CreateRouteTable'));
  table.associations.push({
    id: 'rtbassoc-edge',
    main: false,
    subnetId: null,
    gatewayId: 'igw-1',
    state: random.chance(0.9) ? 'associated' : 'associating',
  });
  if (random.chance(0.7)) {
    const steered = route(
      random.pick(edgeSubnets[plan.family].map((id) => plan.subnets[id])),
      random.chance(0.5)
        ? { kind: 'vpc-endpoint', id: 'vpce-fw' }
        : { kind: 'network-interface', id: 'eni-fw', instanceId: null },
    );
    if (random.chance(0.5)) steered.state = 'blackhole';
    table.routes.push(steered);
  }
  n.routeTables.unshift(table);
};

const associate = (n: Lists, random: Random): void => {
  const subnetId = random.pick([...functionSubnets, ...natSubnets]);
  for (const table of n.routeTables)
    table.associations = table.associations.filter((item) => item.subnetId !== subnetId);
  if (random.chance(0.3)) return;
  const state = random.chance(0.6)
    ? 'associated'
    : random.pick(['associating', 'disassociating', 'disassociated', 'failed', null] as const);
  random
    .pick(n.routeTables.filter((table) => table.id !== 'rtb-edge' && table.vpcId === vpcId))
    .associations.push({ id: 'rtbassoc-new', main: false, subnetId, gatewayId: null, state });
};

/** A public range of the VPC, whose local route may be replaced by an appliance. */
const addSecondRange = ({ family, secondRange }: AddressPlan, n: Lists, random: Random): void => {
  for (const vpc of n.vpcs)
    if (family === 'ipv4') vpc.cidrs.push(secondRange);
    else vpc.ipv6Cidrs.push({ cidr: secondRange, state: 'associated', addressAttribute: 'public' });
  for (const table of n.routeTables) {
    const target = random.chance(0.5) ? addFirewall(n, random) : ({ kind: 'local' } as const);
    table.routes.push(route(secondRange, target, 'CreateRouteTable'));
  }
};

/** Encryption controls with their exclusions, most of which are in force. */
const controlEncryption = (n: Lists, random: Random): void => {
  const exclusion = () => (random.chance(0.8) ? 'enabled' : random.pick(['disabled', 'enabling', null] as const));
  for (const vpc of n.vpcs) {
    vpc.encryptionControlMode = random.pick(['monitor', 'enforce', 'enforce', 'unknown:paranoid'] as const);
    if (random.chance(0.2)) continue;
    vpc.encryptionControl = {
      state: random.pick(['available', 'available', 'enforce-in-progress', 'monitor-failed', 'deleted', null] as const),
      exclusions: {
        lambda: exclusion(),
        natGateway: exclusion(),
        internetGateway: exclusion(),
        egressOnlyInternetGateway: exclusion(),
      },
    };
  }
};

/** Devices, gateways and who owns what. */
export const deviceTwists = (plan: AddressPlan): readonly Twist[] => [
  twist(2, (n, random) =>
    change(random, n.internetGateways, (gateway) => {
      gateway.attachments = random.pick([
        [],
        [{ vpcId: 'vpc-2', state: 'available' }],
        [{ vpcId, state: random.pick(['attaching', 'detaching', 'detached', 'attached', 'unknown:loose'] as const) }],
      ]);
    }),
  ),
  twist(1, (n) => {
    n.internetGateways.length = 0;
  }),
  twist(plan.family === 'ipv4' ? 4 : 7, (n, random) => edgeTable(plan, n, random)),
  twist(3, associate),
  twist(1, controlEncryption),
  twist(1.5, (n, random) => addSecondRange(plan, n, random)),
  twist(1, (n, random) =>
    change(random, n.networkInterfaces, (nic) => {
      for (const address of nic.privateIpAddresses) address.publicIp = '203.0.113.99';
    }),
  ),
  twist(1.5, (n) => {
    for (const subnet of n.subnets) subnet.ownerId = otherAccount;
    n.natGateways.length = 0;
  }),
  twist(0.5, (n) => {
    for (const subnet of n.subnets) subnet.ownerId = otherAccount;
  }),
  twist(0.5, (n, random) =>
    change(random, n.subnets, (subnet) => {
      n.subnets = n.subnets.filter((other) => other !== subnet);
    }),
  ),
  twist(0.3, (n, random) =>
    change(random, n.subnets, (subnet) => {
      subnet.availabilityZoneId = random.pick([null, 'euw1-az3']);
    }),
  ),
];

/** Which sections a world cannot read. */
export const unreadable = (random: Random) => kinds.filter((kind) => kind !== 'functions' && random.chance(0.03));
