import type { NetworkAclEntry } from '../../src/model/kinds/network-acls.ts';
import type { RouteTarget } from '../../src/model/kinds/route-tables.ts';
import type { Section } from '../../src/model/section.ts';
import type { Kind, Sections } from '../../src/model/sections.ts';
import type { Mutable } from '../support/network.ts';

/** The items of every section, open to change. */
export type Lists = { [K in Kind]: Sections[K] extends Section<infer Item> ? Mutable<Item>[] : never };

export const account = '123456789012';
export const otherAccount = '210987654321';
export const vpcId = 'vpc-1';

/** Two subnets of functions in two zones, and two in which NAT devices stand. */
export const functionSubnets = ['subnet-fa', 'subnet-fb'] as const;
export const natSubnets = ['subnet-na', 'subnet-nb'] as const;

type Rules = Omit<NetworkAclEntry, 'direction'>[];

const everything: Rules = [
  {
    ruleNumber: 100,
    action: 'allow',
    protocol: '-1',
    cidr: { kind: 'ipv4', cidr: '0.0.0.0/0' },
    ports: { kind: 'all' },
  },
  {
    ruleNumber: 32767,
    action: 'deny',
    protocol: '-1',
    cidr: { kind: 'ipv4', cidr: '0.0.0.0/0' },
    ports: { kind: 'all' },
  },
];

const networkAcl = (id: 'acl-default' | 'acl-fn' | 'acl-nat', subnetIds: `subnet-${string}`[]) => ({
  id,
  name: null,
  vpcId,
  isDefault: id === 'acl-default',
  subnetIds,
  entries: (['ingress', 'egress'] as const).flatMap((direction) =>
    everything.map((rule) => ({ ...rule, cidr: { ...rule.cidr }, ports: { ...rule.ports }, direction })),
  ),
});

const subnet = (id: `subnet-${string}`, cidr: string, zone: string): Lists['subnets'][number] => ({
  id,
  name: id,
  vpcId,
  availabilityZone: `eu-west-1${zone}`,
  availabilityZoneId: `euw1-az${zone}`,
  cidr,
  ipv6Cidrs: [],
  ipv6Native: false,
  enableDns64: false,
  availableIpAddressCount: 200,
  ownerId: account,
  outpostArn: null,
  internetGatewayBlockMode: 'off',
});

export const route = (
  destination: `pl-${string}` | `${number}.${string}`,
  target: RouteTarget,
  origin: 'CreateRoute' | 'CreateRouteTable' | 'EnableVgwRoutePropagation' = 'CreateRoute',
): Lists['routeTables'][number]['routes'][number] => ({
  destination: isPrefixList(destination)
    ? { kind: 'prefix-list', id: destination }
    : { kind: 'ipv4', cidr: destination },
  target: { ...target },
  state: 'active',
  origin,
});

const isPrefixList = (text: string): text is `pl-${string}` => text.startsWith('pl-');

export const routeTable = (
  id: `rtb-${string}`,
  subnetIds: readonly `subnet-${string}`[],
  target: RouteTarget | null,
): Lists['routeTables'][number] => ({
  id,
  name: id,
  vpcId,
  associations: subnetIds.map((subnetId) => ({
    id: `rtbassoc-${subnetId}`,
    main: false,
    subnetId,
    gatewayId: null,
    state: 'associated',
  })),
  routes: [
    route('10.0.0.0/16', { kind: 'local' }, 'CreateRouteTable'),
    ...(target === null ? [] : [route('0.0.0.0/0', target)]),
  ],
});

export const natGateway = (id: `nat-${string}`, subnetId: `subnet-${string}`, privateIp: string) => ({
  id,
  name: id,
  vpcId,
  subnetId,
  state: 'available' as const,
  connectivityType: 'public' as const,
  availabilityMode: 'zonal' as const,
  autoProvisionZones: null,
  routeTableId: null,
  addresses: [
    {
      allocationId: `eipalloc-${id}`,
      publicIp: '203.0.113.10',
      privateIp,
      networkInterfaceId: null,
      availabilityZoneId: null,
      isPrimary: true,
      status: 'succeeded' as const,
      failureMessage: null,
    },
  ],
  appliances: [],
  failureCode: null,
  failureMessage: null,
});

const lambdaFunction = (name: string, subnetIds: readonly `subnet-${string}`[]): Lists['functions'][number] => ({
  name,
  arn: `arn:aws:lambda:eu-west-1:${account}:function:${name}`,
  qualifier: null,
  version: '$LATEST',
  network: {
    kind: 'vpc',
    vpcId,
    subnetIds: [...subnetIds],
    securityGroupIds: ['sg-fn'],
    ipv6AllowedForDualStack: false,
  },
  state: 'Active',
  stateReasonCode: null,
  stateReason: null,
  lastUpdateStatus: 'Successful',
  lastUpdateStatusReasonCode: null,
  lastUpdateStatusReason: null,
  timeout: 3,
  environmentVariableNames: [],
});

export const networkInterface = (
  id: `eni-${string}`,
  subnetId: `subnet-${string}`,
  address: string,
): Lists['networkInterfaces'][number] => ({
  id,
  vpcId,
  subnetId,
  ownerId: account,
  interfaceType: 'interface',
  ofLambda: false,
  status: 'in-use',
  sourceDestCheck: true,
  instanceId: null,
  securityGroupIds: ['sg-fn'],
  privateIpAddresses: [{ address, publicIp: null, primary: true }],
  ipv6Addresses: [],
});

const prefixList = (id: `pl-${string}`, ownerId: string, cidrs: string[]): Lists['prefixLists'][number] => ({
  id,
  name: id,
  ownerId,
  cidrs: { status: 'known', value: cidrs },
});

/** A small network in which all works: one function in each zone, and one in both. */
export const smallNetwork = (): Lists => ({
  dhcpOptions: [],
  egressOnlyInternetGateways: [],
  functions: [
    lambdaFunction('fa', ['subnet-fa']),
    lambdaFunction('fb', ['subnet-fb']),
    lambdaFunction('both', functionSubnets),
  ],
  instances: [],
  internetGateways: [{ id: 'igw-1', name: null, attachments: [{ vpcId, state: 'available' }] }],
  natGateways: [natGateway('nat-a', 'subnet-na', '10.0.8.5'), natGateway('nat-b', 'subnet-nb', '10.0.9.5')],
  networkAcls: [
    networkAcl('acl-default', []),
    networkAcl('acl-fn', [...functionSubnets]),
    networkAcl('acl-nat', [...natSubnets]),
  ],
  networkInterfaces: [
    { ...networkInterface('eni-fa', 'subnet-fa', '10.0.1.77'), interfaceType: 'lambda', ofLambda: true },
    { ...networkInterface('eni-fb', 'subnet-fb', '10.0.2.77'), interfaceType: 'lambda', ofLambda: true },
  ],
  prefixLists: [
    prefixList('pl-s3', 'AWS', ['52.92.0.0/17', '3.5.64.0/21']),
    prefixList('pl-halves', account, ['0.0.0.0/1', '128.0.0.0/1']),
    prefixList('pl-all', account, ['0.0.0.0/0']),
    prefixList('pl-some', account, ['64.0.0.0/2', '198.41.0.0/24', '8.8.8.8/32']),
  ],
  routeTables: [
    {
      ...routeTable('rtb-main', [], null),
      associations: [{ id: 'rtbassoc-main', main: true, subnetId: null, gatewayId: null, state: 'associated' }],
    },
    routeTable('rtb-fa', ['subnet-fa'], { kind: 'nat-gateway', id: 'nat-a' }),
    routeTable('rtb-fb', ['subnet-fb'], { kind: 'nat-gateway', id: 'nat-b' }),
    routeTable('rtb-nat', natSubnets, { kind: 'internet-gateway', id: 'igw-1' }),
  ],
  securityGroups: [
    {
      id: 'sg-fn',
      name: 'fn',
      vpcId,
      ingress: [],
      egress: [{ protocol: '-1', ports: { kind: 'all' }, peer: { kind: 'ipv4', cidr: '0.0.0.0/0' } }],
    },
    { id: 'sg-none', name: 'none', vpcId, ingress: [], egress: [] },
  ],
  subnets: [
    subnet('subnet-fa', '10.0.1.0/24', '1'),
    subnet('subnet-fb', '10.0.2.0/24', '2'),
    subnet('subnet-na', '10.0.8.0/24', '1'),
    subnet('subnet-nb', '10.0.9.0/24', '2'),
  ],
  transitGatewayVpcAttachments: [],
  vpcBlockPublicAccessExclusions: [],
  vpcBlockPublicAccessOptions: [
    { mode: 'off', state: 'default-state', managedBy: 'account', exclusionsAllowed: 'allowed' },
  ],
  vpcEndpoints: [],
  vpcPeeringConnections: [],
  vpcs: [
    {
      id: vpcId,
      name: 'small',
      isDefault: false,
      ownerId: account,
      cidrs: ['10.0.0.0/16'],
      ipv6Cidrs: [],
      instanceTenancy: 'default',
      dhcpOptionsId: 'default',
      internetGatewayBlockMode: 'off',
      encryptionControlMode: null,
      enableDnsSupport: { status: 'known', value: true },
      enableDnsHostnames: { status: 'known', value: true },
    },
  ],
});
