import type { RouteTarget } from '../../src/model/kinds/route-tables.ts';
import type { Random } from './random.ts';
import { account, type Lists, natSubnets, networkInterface, vpcId } from './resources.ts';

type Rule = Lists['securityGroups'][number]['ingress'][number];

const allTraffic = { protocol: '-1', ports: { kind: 'all' } } as const;

/** What the instance's group lets in: the function's addresses, its group, or too little. */
const admitted = (random: Random): Rule['peer'] =>
  random.chance(0.3)
    ? {
        kind: 'security-group',
        id: random.pick(['sg-fn', 'sg-fn', 'sg-none'] as const),
        vpcId: null,
        ownerId: account,
        peeringConnectionId: null,
        peeringStatus: null,
      }
    : { kind: 'ipv4', cidr: random.pick(['0.0.0.0/0', '10.0.0.0/16', '10.0.1.0/24', '10.0.1.0/25', '10.0.2.0/24']) };

/** Some instances stand right, some are broken in one of the ways that the API shows. */
const breakInstance = (n: Lists, random: Random): void => {
  const nic = n.networkInterfaces.find(({ id }) => id === 'eni-nat');
  const instance = n.instances[0];
  const group = n.securityGroups.find(({ id }) => id === 'sg-nat');
  const address = nic?.privateIpAddresses[0];
  if (nic === undefined || instance === undefined || group === undefined || address === undefined) return;
  const faults = [
    () => {
      instance.state = random.pick([
        'stopped',
        'pending',
        'terminated',
        'stopping',
        'shutting-down',
        'unknown:asleep',
      ] as const);
    },
    () => {
      nic.sourceDestCheck = random.pick([true, true, null]);
    },
    () => {
      address.publicIp = null;
    },
    () => {
      address.publicIp = null;
      n.networkInterfaces.push({
        ...networkInterface('eni-nat2', nic.subnetId ?? 'subnet-na', '10.0.8.21'),
        instanceId: 'i-1',
        privateIpAddresses: [{ address: '10.0.8.21', publicIp: '203.0.113.21', primary: true }],
      });
    },
    () => {
      address.publicIp = null;
      nic.privateIpAddresses.push({ address: '10.0.8.22', publicIp: '203.0.113.22', primary: false });
    },
    () => {
      nic.instanceId = null;
      nic.status = random.pick(['available', 'in-use'] as const);
    },
    () => {
      group.ingress = [];
    },
    () => {
      group.egress = random.chance(0.5)
        ? []
        : [{ ...allTraffic, peer: { kind: 'ipv4', cidr: random.pick(['10.0.0.0/16', '0.0.0.0/1', '64.0.0.0/2']) } }];
    },
    () => {
      nic.securityGroupIds = ['sg-gone'];
    },
    () => {
      n.instances.length = 0;
    },
    () => {
      nic.subnetId = random.pick(['subnet-fa', 'subnet-fb', 'subnet-gone', null] as const);
    },
  ];
  random.pick(faults)();
};

/** A NAT instance, once in a network, as the target of a route. */
export const addNatInstance = (n: Lists, random: Random): RouteTarget => {
  if (!n.networkInterfaces.some(({ id }) => id === 'eni-nat')) {
    n.instances.push({ id: 'i-1', name: 'nat', vpcId, state: 'running' });
    n.securityGroups.push({
      id: 'sg-nat',
      name: 'nat',
      vpcId,
      ingress: [{ ...allTraffic, peer: admitted(random) }],
      egress: [{ ...allTraffic, peer: { kind: 'ipv4', cidr: '0.0.0.0/0' } }],
    });
    n.networkInterfaces.push({
      ...networkInterface('eni-nat', random.pick(natSubnets), '10.0.8.20'),
      sourceDestCheck: false,
      instanceId: 'i-1',
      securityGroupIds: ['sg-nat'],
      privateIpAddresses: [{ address: '10.0.8.20', publicIp: '203.0.113.20', primary: true }],
    });
    if (random.chance(0.5)) breakInstance(n, random);
  }
  const interfaceTarget = { kind: 'network-interface', id: 'eni-nat', instanceId: 'i-1' } as const;
  return random.chance(0.1) ? { kind: 'instance', id: 'i-1' } : interfaceTarget;
};
