import type { RouteTarget } from '../../src/model/kinds/route-tables.ts';
import { breakNatInstance, type NatInstance } from './nat-instance-faults.ts';
import type { Random } from './random.ts';
import { account, type Lists, natSubnets, networkInterface, vpcId } from './resources.ts';
import { type Twist, twist } from './twist.ts';

const allTraffic = { protocol: '-1', ports: { kind: 'all' } } as const;

/** What the instance's group lets in: the function's addresses, its group, or too little. */
const admitted = (random: Random): NatInstance['group']['ingress'][number]['peer'] =>
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

const soundInstance = (random: Random): NatInstance => ({
  instance: { id: 'i-1', name: 'nat', vpcId, state: 'running' },
  group: {
    id: 'sg-nat',
    name: 'nat',
    vpcId,
    ingress: [{ ...allTraffic, peer: admitted(random) }],
    egress: [{ ...allTraffic, peer: { kind: 'ipv4', cidr: '0.0.0.0/0' } }],
  },
  nic: {
    ...networkInterface('eni-nat', random.pick(natSubnets), '10.0.8.20'),
    sourceDestCheck: false,
    instanceId: 'i-1',
    securityGroupIds: ['sg-nat'],
    privateIpAddresses: [{ address: '10.0.8.20', publicIp: '203.0.113.20', primary: true }],
  },
});

/** A NAT instance, once in a network, as the target of a route. */
export const addNatInstance = (n: Lists, random: Random): RouteTarget => {
  if (!n.networkInterfaces.some(({ id }) => id === 'eni-nat')) {
    const parts = soundInstance(random);
    n.instances.push(parts.instance);
    n.securityGroups.push(parts.group);
    n.networkInterfaces.push(parts.nic);
    if (random.chance(0.6)) breakNatInstance(n, parts, random);
  }
  return random.chance(0.1)
    ? { kind: 'instance', id: 'i-1' }
    : { kind: 'network-interface', id: 'eni-nat', instanceId: 'i-1' };
};

/** A NAT instance in the place of NAT gateways, and sometimes before itself. */
const useNatInstance = (n: Lists, random: Random): void => {
  const target = addNatInstance(n, random);
  const replaced = random.chance(0.15) ? ['nat-gateway', 'internet-gateway'] : ['nat-gateway'];
  for (const { target: old } of n.routeTables.flatMap(({ routes }) => routes))
    if (replaced.includes(old.kind) && random.chance(0.7)) Object.assign(old, target);
};

export const natInstanceTwists: readonly Twist[] = [twist(10, useNatInstance)];
