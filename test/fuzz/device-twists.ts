import { kinds } from '../../src/model/sections.ts';
import { addNatInstance } from './nat-instance.ts';
import type { Random } from './random.ts';
import {
  account,
  functionSubnets,
  type Lists,
  natSubnets,
  otherAccount,
  route,
  routeTable,
  vpcId,
} from './resources.ts';
import { change, type Twist, twist } from './twist.ts';

const natGateways: readonly ((nat: Lists['natGateways'][number], random: Random) => void)[] = [
  (nat, random) => {
    nat.state = random.pick(['failed', 'deleted', 'deleted', 'pending', 'deleting', 'unknown:dozing'] as const);
  },
  (nat) => {
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
    nat.availabilityMode = 'regional';
    nat.subnetId = null;
    nat.autoProvisionZones = 'enabled';
  },
  (nat) => {
    nat.appliances.push('network-firewall-proxy');
  },
  (nat) => {
    nat.availabilityMode = null;
    nat.connectivityType = null;
  },
];

const mode = (random: Random) =>
  random.pick([
    'off',
    'block-bidirectional',
    'block-bidirectional',
    'block-ingress',
    'block-ingress',
    null,
    'unknown:block-all',
  ] as const);

const publicAccess = (n: Lists, random: Random): void => {
  const account_ = n.vpcBlockPublicAccessOptions[0];
  if (account_ === undefined) return;
  account_.mode = random.pick(['off', 'block-bidirectional', 'block-ingress'] as const);
  account_.state = random.chance(0.1) ? 'update-in-progress' : 'update-complete';
  for (const subnet of n.subnets) subnet.internetGatewayBlockMode = random.chance(0.7) ? account_.mode : mode(random);
  if (random.chance(0.3))
    n.vpcBlockPublicAccessExclusions.push({
      id: 'vpcbpa-exclude-1',
      mode: random.pick(['allow-bidirectional', 'allow-egress'] as const),
      resourceArn: `arn:aws:ec2:eu-west-1:${account}:${random.pick([`vpc/${vpcId}`, 'subnet/subnet-na', 'subnet/subnet-nb', 'subnet/subnet-fa'])}`,
      state: random.pick([
        'create-complete',
        'create-complete',
        'update-complete',
        'create-in-progress',
        'delete-in-progress',
        'delete-complete',
        'disable-complete',
        'update-failed',
      ] as const),
    });
};

const edgeTable = (n: Lists, random: Random): void => {
  if (n.routeTables.some(({ id }) => id === 'rtb-edge')) return;
  const table = routeTable('rtb-edge', [], null);
  table.associations.push({
    id: 'rtbassoc-edge',
    main: false,
    subnetId: null,
    gatewayId: 'igw-1',
    state: random.chance(0.9) ? 'associated' : 'associating',
  });
  if (random.chance(0.7)) {
    const steered = route(
      random.pick(['10.0.8.0/24', '10.0.9.0/24'] as const),
      random.chance(0.5)
        ? { kind: 'vpc-endpoint', id: 'vpce-fw' }
        : { kind: 'network-interface', id: 'eni-fw', instanceId: null },
    );
    if (random.chance(0.3)) steered.state = 'blackhole';
    table.routes.push(steered);
  }
  n.routeTables.unshift(table);
};

const associate = (n: Lists, random: Random): void => {
  const subnetId = random.pick([...functionSubnets, ...natSubnets]);
  for (const table of n.routeTables)
    table.associations = table.associations.filter((item) => item.subnetId !== subnetId);
  if (random.chance(0.3)) return;
  const state = random.chance(0.75)
    ? 'associated'
    : random.pick(['associating', 'disassociating', 'disassociated', 'failed', null] as const);
  random
    .pick(n.routeTables.filter(({ id }) => id !== 'rtb-edge'))
    .associations.push({ id: 'rtbassoc-new', main: false, subnetId, gatewayId: null, state });
};

/** Devices, gateways and who owns what. */
export const deviceTwists: readonly Twist[] = [
  twist(9, (n, random) => change(random, n.natGateways, (nat) => random.pick(natGateways)(nat, random))),
  twist(1, (n, random) =>
    change(random, n.natGateways, (nat) => {
      n.natGateways = n.natGateways.filter((other) => other !== nat);
    }),
  ),
  twist(6, (n, random) => {
    const target = addNatInstance(n, random);
    for (const table of n.routeTables)
      for (const item of table.routes)
        if (item.target.kind === 'nat-gateway' && random.chance(0.7)) item.target = { ...target };
  }),
  twist(2, (n, random) =>
    change(random, n.internetGateways, (gateway) => {
      gateway.attachments = random.pick([
        [],
        [{ vpcId: 'vpc-2', state: 'available' }],
        [{ vpcId, state: random.pick(['attaching', 'detaching', 'detached', 'attached', 'unknown:loose'] as const) }],
      ]);
    }),
  ),
  twist(0.5, (n) => {
    n.internetGateways.length = 0;
  }),
  twist(4, publicAccess),
  twist(2, edgeTable),
  twist(3, associate),
  twist(1, (n, random) => {
    for (const vpc of n.vpcs)
      vpc.encryptionControlMode = random.pick(['monitor', 'enforce', 'enforce', 'unknown:paranoid'] as const);
  }),
  twist(1, (n) => {
    for (const vpc of n.vpcs) vpc.cidrs.push('44.128.0.0/16');
    for (const table of n.routeTables) table.routes.push(route('44.128.0.0/16', { kind: 'local' }, 'CreateRouteTable'));
  }),
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
