import type { RouteTarget } from '../../src/model/kinds/route-tables.ts';
import type { AddressPlan } from './address-plan.ts';
import { addNatInstance } from './nat-instance.ts';
import type { Random } from './random.ts';
import { type Lists, natSubnets, vpcId } from './resources.ts';
import { addTransitGateway } from './transit-gateways.ts';

type Targets = readonly (readonly [
  weight: number,
  make: (n: Lists, random: Random, plan: AddressPlan) => RouteTarget,
])[];

/** Targets of which a snapshot tells something, made on first use. */
const ipv4Targets: Targets = [
  [5, (_, random) => ({ kind: 'nat-gateway', id: random.pick(['nat-a', 'nat-b'] as const) })],
  [3, () => ({ kind: 'internet-gateway', id: 'igw-1' })],
  [0.4, () => ({ kind: 'nat-gateway', id: 'nat-gone' })],
  [1, () => ({ kind: 'internet-gateway', id: 'igw-gone' })],
  [3, (n, random) => addNatInstance(n, random)],
  [3, () => ({ kind: 'vpc-peering-connection', id: 'pcx-1' })],
  [3, (n, random, plan) => addTransitGateway(plan, n, random)],
  [3, (n, random) => addFirewall(n, random)],
  [3, () => ({ kind: 'vpc-endpoint', id: 'vpce-gone' })],
  [0.5, () => ({ kind: 'virtual-private-gateway', id: 'vgw-1' })],
  [0.2, () => ({ kind: 'local-gateway', id: 'lgw-1' })],
  [0.2, () => ({ kind: 'carrier-gateway', id: 'cagw-1' })],
  [0.2, () => ({ kind: 'core-network', arn: 'arn:aws:networkmanager::123456789012:core-network/core-network-1' })],
  [0.2, () => ({ kind: 'unknown', raw: 'SpaceGatewayId=sgw-1' })],
  [0.2, () => ({ kind: 'network-interface', id: 'eni-gone', instanceId: null })],
];

/** IPv6 leaves by gateways of its own; a NAT gateway or an instance is mostly a mistake. */
const ipv6Targets: Targets = [
  [5, () => ({ kind: 'egress-only-internet-gateway', id: 'eigw-1' })],
  [5, () => ({ kind: 'internet-gateway', id: 'igw-1' })],
  [3, (_, random) => ({ kind: 'nat-gateway', id: random.pick(['nat-a', 'nat-gone'] as const) })],
  [0.5, () => ({ kind: 'egress-only-internet-gateway', id: 'eigw-gone' })],
  [5, (n, random, plan) => addTransitGateway(plan, n, random)],
  ...ipv4Targets.slice(3),
];

const targetsOf = { ipv4: ipv4Targets, ipv6: ipv6Targets } as const;

export const addFirewall = (n: Lists, random: Random): RouteTarget => {
  addEndpoint(n, 'vpce-fw', 'GatewayLoadBalancer', [random.pick(natSubnets)]);
  return { kind: 'vpc-endpoint', id: 'vpce-fw' };
};

export const addEndpoint = (
  n: Lists,
  id: 'vpce-fw' | 'vpce-s3',
  type: 'Gateway' | 'GatewayLoadBalancer',
  subnetIds: `subnet-${string}`[],
): void => {
  if (n.vpcEndpoints.some((endpoint) => endpoint.id === id)) return;
  const common = {
    name: null,
    serviceName: null,
    state: 'available',
    routeTableIds: [],
    networkInterfaceIds: [],
    securityGroupIds: [],
    privateDnsEnabled: false,
  } as const;
  n.vpcEndpoints.push({
    ...common,
    id,
    vpcId,
    type,
    subnetIds,
    routeTableIds: [],
    networkInterfaceIds: [],
    securityGroupIds: [],
  });
};

export const randomTarget = (plan: AddressPlan, n: Lists, random: Random): RouteTarget => {
  const targets = targetsOf[plan.family];
  const total = targets.reduce((sum, [weight]) => sum + weight, 0);
  let left = (random.below(1000) / 1000) * total;
  for (const [weight, make] of targets) {
    left -= weight;
    if (left < 0) return make(n, random, plan);
  }
  return { kind: 'none' };
};
