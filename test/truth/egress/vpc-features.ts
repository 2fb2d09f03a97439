import type { Network } from '../../support/network.ts';
import { aclRule, addPrefixList, sendAll, setAclRules } from '../../support/resources.ts';
import { pages } from '../pages.ts';
import { allThree, firstOnly, type TruthRow } from '../row.ts';

const reachable = allThree('reachable');
const uneven = { 'inconsistent-subnet-egress': 'warning' } as const;
const enforced = { 'vpc-encryption-control-blocks': 'warning' } as const;
const exclusions = 'the answer does not show which resources are excluded from enforcement';
const appliance = { kind: 'network-interface', id: 'eni-0c9b8a7f6e5d4c3b2', instanceId: null } as const;

/** Moves private-a into a further range of the VPC. */
const moveIntoRange = (n: Network, vpcCidr: string, subnetCidr: string): void => {
  n.vpc().cidrs.push(vpcCidr);
  for (const table of n.all.routeTables)
    n.addRoute(table.name ?? '', vpcCidr, { kind: 'local' }, { origin: 'CreateRouteTable' });
  n.subnet('private-a').cidr = subnetCidr;
};

/** A gateway endpoint for DynamoDB in the three private tables. */
const addDynamoEndpoint = (n: Network): void => {
  const id = 'vpce-0d0c0b0a090807060';
  const list = addPrefixList(n, 'dynamodb', ['3.218.180.0/22', '52.94.24.0/23']);
  const tables = ['private-a', 'private-b', 'private-c'];
  const routeTableIds = tables.map((table) => n.routeTable(table).id);
  const [s3] = n.all.vpcEndpoints;
  if (s3 === undefined) throw new Error('the correct network lost its gateway endpoint');
  const serviceName = 'com.amazonaws.eu-west-1.dynamodb';
  n.all.vpcEndpoints.push({ ...s3, id, name: 'dynamodb', serviceName, routeTableIds });
  for (const table of tables) n.addRoute(table, list, { kind: 'vpc-endpoint', id });
};

/** Features of the VPC as a whole: encryption controls, tenancy, endpoints, its ranges and its local routes. */
export const vpcFeatures: readonly TruthRow[] = [
  {
    name: 'encryption controls that only watch',
    change: (n) => {
      n.vpc().encryptionControlMode = 'monitor';
    },
    ...reachable,
    speaks: { 'vpc-encryption-control-blocks': 'note' },
    silent: ['path-blocked', 'egress-path-unverified'],
    page: pages.encryptionControls,
  },
  {
    name: 'encryption controls that are enforced',
    change: (n) => {
      n.vpc().encryptionControlMode = 'enforce';
    },
    ...allThree('unknown'),
    speaks: enforced,
    silent: ['path-blocked'],
    open: ['egress-path-unverified'],
    page: pages.encryptionControls,
    uncertain: exclusions,
  },
  {
    name: 'encryption controls that are enforced, and a group that lets nothing out',
    change: (n) => {
      n.vpc().encryptionControlMode = 'enforce';
      n.securityGroup().egress = [];
    },
    ...allThree('blocked'),
    speaks: { 'sg-egress-blocks-destination': 'error' },
    silent: ['path-blocked'],
    open: ['vpc-encryption-control-blocks', 'egress-path-unverified'],
    page: pages.encryptionControls,
  },
  {
    name: 'encryption controls that are enforced and that kept the function from being made',
    change: (n) => {
      n.vpc().encryptionControlMode = 'enforce';
      n.function().state = 'Failed';
      n.function().stateReasonCode = 'DisallowedByVpcEncryptionControl';
    },
    ...allThree('unknown'),
    speaks: { ...enforced, 'function-vpc-state-failed': 'error' },
    silent: ['path-blocked', 'last-update-failed'],
    open: ['egress-path-unverified'],
    page: pages.encryptionControls,
    uncertain: exclusions,
  },
  {
    name: 'a mode of encryption controls that this version does not know',
    change: (n) => {
      n.vpc().encryptionControlMode = 'unknown:strict';
    },
    ...allThree('unknown'),
    speaks: {},
    silent: ['path-blocked'],
    open: ['vpc-encryption-control-blocks', 'egress-path-unverified'],
    page: pages.encryptionControls,
    uncertain: 'nothing is known of the mode',
  },
  {
    name: 'a VPC of dedicated tenancy: the function exists, so it was allowed',
    change: (n) => {
      n.vpc().instanceTenancy = 'dedicated';
    },
    ...reachable,
    speaks: { 'dedicated-tenancy-vpc': 'note' },
    silent: ['path-blocked', 'egress-path-unverified', 'vpc-encryption-control-blocks'],
    page: pages.lambdaVpc,
  },
  {
    name: 'a VPC whose tenancy is a word that this version does not know',
    change: (n) => {
      n.vpc().instanceTenancy = 'unknown:shared';
    },
    ...reachable,
    speaks: {},
    silent: ['dedicated-tenancy-vpc', 'egress-path-unverified'],
    page: pages.lambdaVpc,
  },
  {
    name: 'a second gateway endpoint takes its ranges out of the internet',
    change: addDynamoEndpoint,
    ...reachable,
    exceptions: false,
    speaks: {},
    silent: ['more-specific-route-diverts', 'egress-path-unverified', 'inconsistent-subnet-egress'],
    page: pages.gatewayEndpoints,
  },
  {
    name: 'a static route to a range of S3 beats the gateway endpoint and leads to the NAT gateway',
    change: (n) => n.addRoute('private-a', '52.92.0.0/17', n.route('private-a').target),
    ...reachable,
    exceptions: false,
    speaks: {},
    silent: ['more-specific-route-diverts', 'inconsistent-subnet-egress'],
    page: pages.gatewayEndpoints,
  },
  {
    name: "the local route of the function's own table leads to an appliance: the internet is not local",
    change: (n) => {
      n.route('private-a', '10.0.0.0/16').target = appliance;
    },
    ...reachable,
    exceptions: false,
    speaks: {},
    silent: ['egress-path-unverified', 'path-blocked', 'inconsistent-subnet-egress'],
    page: pages.subnetRouteTables,
  },
  {
    name: "the local route of the NAT gateways' table leads to an appliance, where the replies go",
    change: (n) => {
      n.route('public', '10.0.0.0/16').target = appliance;
    },
    ...allThree('unknown'),
    speaks: {},
    silent: ['path-blocked', 'nat-gateway-no-igw-path', 'inconsistent-subnet-egress', 'nat-instance-not-running'],
    open: ['egress-path-unverified', 'firewall-return-asymmetric'],
    page: pages.subnetRouteTables,
    uncertain: 'what the appliance does with replies to requests that it never saw is out of sight',
  },
  {
    name: 'a route more specific than local takes the replies for one subnet to an appliance',
    change: (n) => n.addRoute('public', '10.0.11.0/24', appliance),
    ...firstOnly('unknown'),
    speaks: uneven,
    silent: ['path-blocked', 'nat-gateway-no-igw-path', 'nat-instance-not-running'],
    open: ['egress-path-unverified', 'firewall-return-asymmetric'],
    page: pages.subnetRouteTables,
    uncertain: 'what the appliance does with replies to requests that it never saw is out of sight',
  },
  {
    name: 'a blackhole more specific than local takes the replies for one subnet',
    change: (n) => n.addRoute('public', '10.0.11.0/24', appliance, { state: 'blackhole' }),
    ...firstOnly('blocked'),
    speaks: { 'blackhole-route': 'error', ...uneven },
    silent: ['path-blocked', 'nat-gateway-no-igw-path'],
    page: pages.subnetRouteTables,
  },
  {
    name: 'a route more specific than local for a subnet that the function does not use',
    change: (n) => n.addRoute('public', '10.0.99.0/24', appliance),
    ...reachable,
    speaks: {},
    silent: ['egress-path-unverified', 'firewall-return-asymmetric'],
    page: pages.subnetRouteTables,
  },
  {
    name: 'a subnet in a second private range of the VPC',
    change: (n) => moveIntoRange(n, '100.64.0.0/16', '100.64.11.0/24'),
    ...reachable,
    exceptions: false,
    speaks: {},
    silent: ['path-blocked', 'nat-subnet-nacl-blocks'],
    page: pages.subnetRouteTables,
  },
  {
    name: "the NAT subnet's network ACL knows the first range of the VPC only",
    change: (n) => {
      moveIntoRange(n, '100.64.0.0/16', '100.64.11.0/24');
      setAclRules(
        n,
        'public',
        'ingress',
        aclRule(100, 'allow', '10.0.0.0/16', [443, 443]),
        aclRule(110, 'allow', '0.0.0.0/0', [1024, 65535]),
      );
    },
    ...firstOnly('blocked'),
    speaks: { 'nat-subnet-nacl-blocks': 'error', ...uneven },
    silent: ['path-blocked', 'nacl-blocks-outbound'],
    page: pages.natGatewayTroubleshooting,
  },
  {
    name: 'a subnet in a public range of the VPC still needs its NAT gateway, and has it',
    change: (n) => moveIntoRange(n, '44.128.0.0/16', '44.128.11.0/24'),
    ...reachable,
    exceptions: false,
    speaks: {},
    silent: ['path-blocked', 'public-subnet-no-nat'],
    page: pages.subnetRouteTables,
  },
  {
    name: 'an address out of a public range of the VPC is no public address for the internet gateway',
    change: (n) => {
      moveIntoRange(n, '44.128.0.0/16', '44.128.11.0/24');
      n.route('private-a').target = { kind: 'internet-gateway', id: n.internetGateway().id };
    },
    ...firstOnly('blocked'),
    speaks: { 'public-subnet-no-nat': 'error', ...uneven },
    silent: ['path-blocked'],
    page: pages.internetGateway,
  },
  {
    name: 'an Elastic IP address on an interface of Lambda in a public subnet',
    change: (n) => {
      n.route('private-a').target = { kind: 'internet-gateway', id: n.internetGateway().id };
      for (const address of n.networkInterface('10.0.11.57').privateIpAddresses) address.publicIp = '203.0.113.99';
    },
    ...firstOnly('unknown'),
    speaks: { 'eip-on-lambda-interface': 'warning', ...uneven },
    silent: ['path-blocked', 'public-subnet-no-nat', 'egress-path-unverified'],
    page: pages.internetGateway,
    uncertain: 'it works until Lambda replaces the interface, which it may do at any time',
  },
  {
    name: "an Elastic IP address on an interface of Lambda that other functions' groups made",
    change: (n) => {
      n.route('private-a').target = { kind: 'internet-gateway', id: n.internetGateway().id };
      const nic = n.networkInterface('10.0.11.57');
      const privateIpAddresses = [{ address: '10.0.11.58', publicIp: '203.0.113.99', primary: true }];
      const securityGroupIds = [n.addSecurityGroup('other-fn', {})];
      n.all.networkInterfaces.push({ ...nic, id: 'eni-00000000000000002', privateIpAddresses, securityGroupIds });
    },
    ...firstOnly('blocked'),
    speaks: { 'public-subnet-no-nat': 'error', ...uneven },
    silent: ['eip-on-lambda-interface', 'path-blocked'],
    page: pages.lambdaVpc,
  },
  {
    name: 'an Elastic IP address on an interface of an instance in the public subnet of the function',
    change: (n) => {
      n.route('private-a').target = { kind: 'internet-gateway', id: n.internetGateway().id };
      const nic = n.networkInterface('10.0.11.57');
      const privateIpAddresses = [{ address: '10.0.11.58', publicIp: '203.0.113.99', primary: true }];
      const over = { id: 'eni-00000000000000002', interfaceType: 'interface', ofLambda: false } as const;
      n.all.networkInterfaces.push({ ...nic, ...over, privateIpAddresses });
    },
    ...firstOnly('blocked'),
    speaks: { 'public-subnet-no-nat': 'error', ...uneven },
    silent: ['eip-on-lambda-interface', 'path-blocked'],
    page: pages.lambdaVpc,
  },
  {
    name: 'an Elastic IP address on an interface of Lambda behind a NAT gateway does nothing',
    change: (n) => {
      for (const address of n.networkInterface('10.0.11.57').privateIpAddresses) address.publicIp = '203.0.113.99';
    },
    ...reachable,
    speaks: {},
    silent: ['eip-on-lambda-interface', 'egress-path-unverified'],
    page: pages.natGateway,
  },
  {
    name: 'Elastic IP addresses on the interfaces of Lambda, and the internet gateway is detached',
    change: (n) => {
      sendAll(n, { kind: 'internet-gateway', id: n.internetGateway().id });
      for (const address of ['10.0.11.57', '10.0.12.57', '10.0.13.57'])
        for (const held of n.networkInterface(address).privateIpAddresses) held.publicIp = '203.0.113.99';
      n.internetGateway().attachments = [];
    },
    ...allThree('blocked'),
    speaks: { 'igw-not-attached': 'error' },
    silent: ['path-blocked', 'public-subnet-no-nat'],
    open: ['eip-on-lambda-interface'],
    page: pages.internetGateway,
  },
];
