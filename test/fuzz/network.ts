import {
  account,
  functionSubnets,
  type Lists,
  lambdaFunction,
  natGateway,
  natSubnets,
  networkAcl,
  networkInterface,
  prefixList,
  subnet,
  vpcId,
} from './resources.ts';
import { routeTable } from './routes.ts';

/** A small network in which all works: one function in each zone, and one in both. */
export const smallNetwork = (): Lists => ({
  accessPoints: [],
  availabilityZones: [],
  capacityProviders: [],
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
  transitGatewayRouteTables: [],
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
