import type { Family } from '../../src/network/address.ts';
import { type FarPlan, farPlans } from './far-plan.ts';
import { fromBlock, fromGroup } from './far-rules.ts';
import { type Lists, networkInterface, vpcId } from './resources.ts';
import { type Twist, twist } from './twist.ts';

type Endpoint = Lists['vpcEndpoints'][number];
type Rule = Lists['securityGroups'][number]['ingress'][number];

/** Where its interfaces can be: in the subnets of databases, and beside a function. */
const places = {
  'subnet-da': { ipv4: '10.0.20.20', ipv6: '2600:1f18:1:120::14' },
  'subnet-db': { ipv4: '10.0.21.20', ipv6: '2600:1f18:1:121::14' },
  'subnet-fa': { ipv4: '10.0.1.200', ipv6: '2600:1f18:1:101::14' },
} as const;

type Place = keyof typeof places;

const https = (rule: Rule): Rule => ({ ...rule, ports: { kind: 'range', from: 443, to: 443 } });

/** Both families where the network has both; packets of the other are asked about as well. */
const everyone = (family: Family): Rule[] =>
  (family === 'ipv4' ? (['ipv4'] as const) : (['ipv4', 'ipv6'] as const)).map((each) =>
    https(fromBlock(farPlans[each].plan.vpc)),
  );

const settle = (n: Lists, endpoint: Endpoint, family: Family, subnets: readonly Place[]): void => {
  n.networkInterfaces = n.networkInterfaces.filter(({ id }) => !endpoint.networkInterfaceIds.includes(id));
  endpoint.subnetIds = [...subnets];
  endpoint.networkInterfaceIds = subnets.map((subnetId): `eni-${string}` => `eni-v${subnetId.slice(-2)}`);
  for (const subnetId of subnets) {
    const nic = networkInterface(`eni-v${subnetId.slice(-2)}`, subnetId, places[subnetId].ipv4);
    nic.interfaceType = 'vpc_endpoint';
    nic.securityGroupIds = [...endpoint.securityGroupIds];
    if (family === 'ipv6') nic.ipv6Addresses = [places[subnetId].ipv6];
    n.networkInterfaces.push(nic);
  }
};

/** An interface endpoint with private DNS in two subnets, whose group lets the VPC in. */
export const addInterfaceEndpoint = (n: Lists, family: Family): void => {
  n.securityGroups.push({ id: 'sg-vpce', name: 'vpce', vpcId, ingress: everyone(family), egress: [] });
  const endpoint: Endpoint = {
    id: 'vpce-if',
    name: null,
    vpcId,
    type: 'Interface',
    serviceName: 'com.amazonaws.eu-west-1.sqs',
    state: 'available',
    routeTableIds: [],
    subnetIds: [],
    networkInterfaceIds: [],
    securityGroupIds: ['sg-vpce'],
    privateDnsEnabled: true,
    ipAddressType: family === 'ipv4' ? 'ipv4' : 'dualstack',
    dnsRecordIpType: family === 'ipv4' ? 'ipv4' : 'dualstack',
  };
  n.vpcEndpoints.push(endpoint);
  settle(n, endpoint, family, ['subnet-da', 'subnet-db']);
};

const theEndpoint = (n: Lists): Endpoint | undefined => n.vpcEndpoints.find(({ id }) => id === 'vpce-if');

const moveEndpoint =
  ({ plan }: FarPlan): Twist['change'] =>
  (n, random) => {
    const endpoint = theEndpoint(n);
    const subnets = random.pick([['subnet-da'], ['subnet-db'], ['subnet-fa'], ['subnet-fa', 'subnet-db']] as const);
    if (endpoint !== undefined) settle(n, endpoint, plan.family, subnets);
  };

const families = { ipv4: ['ipv4'], ipv6: ['ipv4', 'ipv6'] } as const;

/** Lets in some over one family or the other, on the port of the service. */
const changeEndpointGroup =
  ({ plan }: FarPlan): Twist['change'] =>
  (n, random) => {
    const block = (): string => {
      const { sources, vpc } = farPlans[random.pick(families[plan.family])].plan;
      return random.pick([...sources, vpc, vpc]);
    };
    const rule = (): Rule => (random.chance(0.3) ? fromGroup(random.pick(['sg-fn', 'sg-none'])) : fromBlock(block()));
    for (const group of n.securityGroups)
      if (group.id === 'sg-vpce') group.ingress = Array.from({ length: random.below(3) }, () => https(rule()));
  };

/** Names with other records, mostly of an endpoint that does not let in both families. */
const changeRecords =
  (plan: FarPlan): Twist['change'] =>
  (n, random) => {
    const endpoint = theEndpoint(n);
    if (endpoint?.ipAddressType !== 'dualstack') return;
    endpoint.dnsRecordIpType = random.pick(['dualstack', 'ipv4', 'ipv6', 'service-defined', 'unknown:both'] as const);
    if (random.chance(0.2)) delete endpoint.dnsRecordIpType;
    if (random.chance(0.7)) changeEndpointGroup(plan)(n, random);
    if (random.chance(0.3))
      for (const { network } of n.functions) if (network.kind === 'vpc') network.ipv6AllowedForDualStack = false;
  };

/** Parts of the subnets in which an endpoint has interfaces: they are in one half, and may be in the other. */
const halves = {
  ipv4: ['10.0.20.0/25', '10.0.20.128/25', '10.0.21.0/24', '10.0.21.0/25'],
  ipv6: ['2600:1f18:1:120::/65', '2600:1f18:1:120:8000::/65', '2600:1f18:1:121::/64', '2600:1f18:1:121::/65'],
} as const;

/** The function lets out what goes to parts of the endpoint's subnets. */
const narrowEgressToEndpoint =
  ({ plan }: FarPlan): Twist['change'] =>
  (n, random) => {
    const rule = (): Rule => https(fromBlock(random.pick(halves[random.pick(families[plan.family])])));
    for (const group of n.securityGroups)
      if (group.id === 'sg-fn') group.egress = Array.from({ length: 1 + random.below(4) }, rule);
  };

export const interfaceEndpointTwists = (plan: FarPlan): readonly Twist[] => [
  twist(3, moveEndpoint(plan)),
  twist(plan.plan.family === 'ipv4' ? 0 : 12, changeRecords(plan)),
  twist(6, changeEndpointGroup(plan)),
  twist(4, narrowEgressToEndpoint(plan)),
];
