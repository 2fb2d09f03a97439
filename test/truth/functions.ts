import { pages } from './pages.ts';
import { allThree, type TruthRow } from './row.ts';

const reachable = allThree('reachable');

/** The function itself: its state, its zones, its addresses, and functions that are not in a VPC. */
export const functions: readonly TruthRow[] = [
  {
    name: 'a function that is not in a VPC',
    change: (n) => {
      n.function().network = { kind: 'none' };
    },
    verdicts: {},
    verdict: 'reachable',
    speaks: { 'not-in-vpc': 'note' },
    silent: ['single-az', 'no-internet-route', 'path-blocked'],
    page: pages.lambdaInternet,
  },
  {
    name: 'a VPC configuration without subnets is none',
    change: (n) => {
      const network = n.network();
      network.vpcId = null;
      network.subnetIds = [];
      network.securityGroupIds = [];
    },
    verdicts: {},
    verdict: 'reachable',
    speaks: { 'not-in-vpc': 'note' },
    silent: ['single-az', 'path-blocked', 'sg-egress-blocks-destination'],
    page: pages.lambdaVpc,
  },
  {
    name: 'Lambda reports another VPC than that of the subnets',
    change: (n) => {
      n.network().vpcId = 'vpc-0f0e0d0c0b0a09080';
    },
    ...reachable,
    speaks: {},
    silent: ['path-blocked', 'not-in-vpc'],
    page: pages.lambdaVpc,
  },
  {
    name: 'one subnet, one zone',
    change: (n) => {
      n.network().subnetIds = [n.subnet('private-a').id];
    },
    verdicts: { 'private-a': 'reachable' },
    verdict: 'reachable',
    speaks: { 'single-az': 'warning' },
    silent: ['nat-gateway-cross-az', 'inconsistent-subnet-egress'],
    page: pages.securityHubLambda,
  },
  {
    name: 'two subnets in one zone',
    change: (n) => {
      n.network().subnetIds = [n.subnet('private-a').id, n.subnet('private-b').id];
      for (const name of ['private-b', 'public-b']) {
        n.subnet(name).availabilityZone = 'eu-west-1a';
        n.subnet(name).availabilityZoneId = 'euw1-az1';
      }
    },
    verdicts: { 'private-a': 'reachable', 'private-b': 'reachable' },
    verdict: 'reachable',
    speaks: { 'single-az': 'warning' },
    silent: ['nat-gateway-cross-az'],
    page: pages.securityHubLambda,
  },
  {
    name: 'zones are told apart by their ids, not by their names',
    change: (n) => {
      for (const subnet of n.all.subnets) subnet.availabilityZone = 'eu-west-1a';
    },
    ...reachable,
    speaks: {},
    silent: ['single-az', 'nat-gateway-cross-az'],
    page: pages.vpcSharing,
  },
  {
    name: 'no free address in one subnet: interfaces that exist keep working',
    change: (n) => {
      n.subnet('private-a').availableIpAddressCount = 0;
    },
    ...reachable,
    speaks: { 'subnet-low-free-ips': 'warning' },
    silent: ['path-blocked', 'inconsistent-subnet-egress'],
    page: pages.lambdaVpc,
  },
  {
    name: 'seven free addresses are few',
    change: (n) => {
      n.subnet('private-a').availableIpAddressCount = 7;
    },
    ...reachable,
    speaks: { 'subnet-low-free-ips': 'warning' },
    silent: ['path-blocked'],
    page: pages.lambdaVpc,
  },
  {
    name: 'eight free addresses are enough',
    change: (n) => {
      n.subnet('private-a').availableIpAddressCount = 8;
    },
    ...reachable,
    speaks: {},
    silent: ['subnet-low-free-ips'],
    page: pages.lambdaVpc,
  },
  {
    name: 'no free address in a subnet that the function does not use',
    change: (n) => {
      n.subnet('public-a').availableIpAddressCount = 0;
    },
    ...reachable,
    speaks: {},
    silent: ['subnet-low-free-ips'],
    page: pages.lambdaVpc,
  },
  {
    name: 'State Failed',
    change: (n) => {
      n.function().state = 'Failed';
      n.function().stateReasonCode = 'InvalidSubnet';
    },
    ...reachable,
    speaks: { 'function-vpc-state-failed': 'error' },
    silent: ['last-update-failed', 'function-inactive-idle', 'path-blocked'],
    page: pages.functionStates,
  },
  {
    name: 'State Failed and a blackhole: both are said',
    change: (n) => {
      n.function().state = 'Failed';
      n.function().stateReasonCode = 'EniLimitExceeded';
      for (const zone of ['a', 'b', 'c']) n.route(`private-${zone}`).state = 'blackhole';
    },
    ...allThree('blocked'),
    speaks: { 'function-vpc-state-failed': 'error', 'blackhole-route': 'error' },
    silent: ['path-blocked', 'last-update-failed'],
    page: pages.functionStates,
  },
  {
    name: 'State Inactive since the interface could not be made again',
    change: (n) => {
      n.function().state = 'Inactive';
      n.function().stateReasonCode = 'InvalidSecurityGroup';
    },
    ...reachable,
    speaks: { 'function-vpc-state-failed': 'error' },
    silent: ['function-inactive-idle', 'last-update-failed'],
    page: pages.functionStates,
  },
  {
    name: 'State Inactive since nobody called it for weeks',
    change: (n) => {
      n.function().state = 'Inactive';
      n.function().stateReasonCode = 'Idle';
    },
    ...reachable,
    speaks: { 'function-inactive-idle': 'note' },
    silent: ['function-vpc-state-failed', 'last-update-failed'],
    page: pages.functionStates,
  },
  {
    name: 'State Pending while it is created',
    change: (n) => {
      n.function().state = 'Pending';
      n.function().stateReasonCode = 'Creating';
    },
    ...reachable,
    speaks: {},
    silent: ['function-vpc-state-failed', 'function-inactive-idle'],
    page: pages.functionStates,
  },
  {
    name: 'the last update failed: the configuration before it serves',
    change: (n) => {
      n.function().lastUpdateStatus = 'Failed';
      n.function().lastUpdateStatusReasonCode = 'EniLimitExceeded';
    },
    ...reachable,
    speaks: { 'last-update-failed': 'error' },
    silent: ['function-vpc-state-failed', 'path-blocked'],
    page: pages.functionStates,
  },
  {
    name: 'the last update is in progress',
    change: (n) => {
      n.function().lastUpdateStatus = 'InProgress';
    },
    ...reachable,
    speaks: { 'last-update-failed': 'note' },
    silent: ['function-vpc-state-failed'],
    page: pages.functionStates,
  },
  {
    name: 'a second function with a group of its own does not colour the first',
    change: (n) => {
      n.addFunction('reports').securityGroupIds = [n.addSecurityGroup('reports', {})];
    },
    ...reachable,
    speaks: {},
    silent: ['sg-egress-blocks-destination'],
    page: pages.lambdaVpc,
  },
  {
    name: 'the second function itself is blocked by its group',
    change: (n) => {
      n.addFunction('reports').securityGroupIds = [n.addSecurityGroup('reports', {})];
    },
    function: 'reports',
    ...allThree('blocked'),
    speaks: { 'sg-egress-blocks-destination': 'error' },
    silent: ['path-blocked'],
    page: pages.securityGroupRules,
  },
  {
    name: 'a VPC without DNS: names are no part of the way',
    change: (n) => {
      n.vpc().enableDnsSupport = { status: 'known', value: false };
    },
    ...reachable,
    speaks: { 'vpc-dns-disabled': 'warning' },
    silent: ['path-blocked'],
    page: pages.dns,
  },
];
