import type { Section } from '../../src/model/section.ts';
import type { Kind, Sections } from '../../src/model/sections.ts';
import type { Mutable } from '../support/network.ts';

/** The items of every section, open to change. */
export type Lists = { [K in Kind]: Sections[K] extends Section<infer Item> ? Mutable<Item>[] : never };

export const account = '123456789012';
export const otherAccount = '210987654321';
export const vpcId: `vpc-${string}` = 'vpc-1';

/** Two subnets of functions in two zones, and two in which NAT devices stand. */
export const functionSubnets = ['subnet-fa', 'subnet-fb'] as const;
export const natSubnets = ['subnet-na', 'subnet-nb'] as const;

type Rule = Lists['networkAcls'][number]['entries'][number];

/** Lets everything in a block through in both directions, before the final deny. */
export const networkAclRules = (cidr: Rule['cidr'], ruleNumber: number): Rule[] => {
  const shared = { protocol: '-1', ports: { kind: 'all' } } as const;
  const final = cidr.kind === 'ipv6' ? 32768 : 32767;
  return (['ingress', 'egress'] as const).flatMap((direction): Rule[] => [
    { ...shared, ports: { ...shared.ports }, cidr: { ...cidr }, ruleNumber, action: 'allow', direction },
    { ...shared, ports: { ...shared.ports }, cidr: { ...cidr }, ruleNumber: final, action: 'deny', direction },
  ]);
};

export const networkAcl = (id: `acl-${string}`, subnetIds: `subnet-${string}`[]): Lists['networkAcls'][number] => ({
  id,
  name: null,
  vpcId,
  isDefault: id === 'acl-default',
  subnetIds,
  entries: networkAclRules({ kind: 'ipv4', cidr: '0.0.0.0/0' }, 100),
});

export const subnet = (id: `subnet-${string}`, cidr: string, zone: string): Lists['subnets'][number] => ({
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

export const natGateway = (
  id: `nat-${string}`,
  subnetId: `subnet-${string}`,
  privateIp: string,
): Lists['natGateways'][number] => ({
  id,
  name: id,
  vpcId,
  subnetId,
  state: 'available',
  connectivityType: 'public',
  availabilityMode: 'zonal',
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
      status: 'succeeded',
      failureMessage: null,
    },
  ],
  appliances: [],
  failureCode: null,
  failureMessage: null,
});

export const lambdaFunction = (name: string, subnetIds: readonly `subnet-${string}`[]): Lists['functions'][number] => ({
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

export const prefixList = (
  id: `pl-${string}`,
  ownerId: string | null,
  cidrs: string[],
): Lists['prefixLists'][number] => ({
  id,
  name: id,
  ownerId,
  cidrs: { status: 'known', value: cidrs },
});
