import type { Random } from './random.ts';
import { type Lists, natSubnets, networkInterface } from './resources.ts';

/** A NAT instance and what it is made of. */
export interface NatInstance {
  readonly nic: Lists['networkInterfaces'][number];
  readonly instance: Lists['instances'][number];
  readonly group: Lists['securityGroups'][number];
}

type Fault = (n: Lists, parts: NatInstance, random: Random) => void;

const allTraffic = { protocol: '-1', ports: { kind: 'all' } } as const;
const unsteady = ['pending', 'stopping', 'shutting-down', 'unknown:asleep'] as const;

const withoutPublicAddress: Fault = (_, { nic }) => {
  for (const address of nic.privateIpAddresses) address.publicIp = null;
};

const down: Fault = (_, { instance }, random) => {
  instance.state = random.pick(['stopped', 'stopped', 'terminated', ...unsteady]);
};

const checked: Fault = (_, { nic }, random) => {
  nic.sourceDestCheck = random.pick([true, true, true, null]);
};

const mute: Fault = (_, { group }, random) => {
  const some = ['10.0.0.0/16', '0.0.0.0/1', '64.0.0.0/2'];
  group.egress = random.chance(0.5) ? [] : [{ ...allTraffic, peer: { kind: 'ipv4', cidr: random.pick(some) } }];
};

/** The ways in which the API shows that a NAT instance is broken, or leaves it open. */
const faults: readonly Fault[] = [
  down,
  down,
  down,
  checked,
  checked,
  checked,
  mute,
  mute,
  mute,
  withoutPublicAddress,
  withoutPublicAddress,
  (n, parts, random) => {
    withoutPublicAddress(n, parts, random);
    n.networkInterfaces.push({
      ...networkInterface('eni-nat2', random.pick(natSubnets), '10.0.8.21'),
      instanceId: 'i-1',
      privateIpAddresses: [{ address: '10.0.8.21', publicIp: '203.0.113.21', primary: true }],
    });
  },
  (n, parts, random) => {
    withoutPublicAddress(n, parts, random);
    parts.nic.privateIpAddresses.push({ address: '10.0.8.22', publicIp: '203.0.113.22', primary: false });
  },
  (_, { nic }, random) => {
    nic.instanceId = null;
    nic.status = random.pick(['available', 'in-use'] as const);
  },
  (_, { group }) => {
    group.ingress = [];
  },
  (_, { nic }) => {
    nic.securityGroupIds = ['sg-gone'];
  },
  (n) => {
    n.instances.length = 0;
  },
  (_, { nic }, random) => {
    nic.subnetId = random.pick(['subnet-fa', 'subnet-fb', 'subnet-gone', null] as const);
  },
];

export const breakNatInstance: Fault = (n, parts, random) => random.pick(faults)(n, parts, random);
