import { addIpv6 } from '../../support/ipv6.ts';
import type { Network } from '../../support/network.ts';
import { aclRule, addPeering, sendAll, setAclRules, shareVpc } from '../../support/resources.ts';
import { pages } from '../pages.ts';
import { allThree, type TruthRow } from '../row.ts';

const page = pages.ec2Permissions;
const zones = ['a', 'b', 'c'];
const mattersNot = { 'missing-permission': 'note' } as const;
const matters = { 'missing-permission': 'warning' } as const;
const silent = ['path-blocked', 'inconsistent-subnet-egress', 'nat-gateway-not-available'];

const letsNothingOut = (n: Network): void => {
  n.securityGroup().egress = [];
};

/** Neither a network ACL nor a route table says anything of the subnets. */
const nameNoSubnet = (n: Network): void => {
  n.all.networkAcls.length = 0;
  for (const zone of zones) n.disassociate(`private-${zone}`);
};

/** Subnets that may not be read: security groups, network ACLs and route tables name them or hold for them by themselves. */
export const unreadSubnets: readonly TruthRow[] = [
  {
    name: 'subnets may not be read while the group lets nothing out',
    change: (n) => {
      n.deny('subnets');
      letsNothingOut(n);
    },
    ...allThree('blocked'),
    speaks: { 'sg-egress-blocks-destination': 'error', ...mattersNot },
    silent,
    page: pages.securityGroupRules,
  },
  {
    name: 'subnets may not be read while the network ACL that names them lets no reply in',
    change: (n) => {
      n.deny('subnets');
      setAclRules(n, 'private', 'ingress');
    },
    ...allThree('blocked'),
    speaks: { 'nacl-blocks-return-traffic': 'error', ...mattersNot },
    silent,
    page: pages.networkAcls,
  },
  {
    name: 'subnets may not be read while the network ACL that names them lets no request out',
    change: (n) => {
      n.deny('subnets');
      setAclRules(n, 'private', 'egress');
    },
    ...allThree('blocked'),
    speaks: { 'nacl-blocks-outbound': 'error', ...mattersNot },
    silent,
    page: pages.networkAcls,
  },
  {
    name: 'subnets may not be read while the network ACL that names them lets replies in on half of the ports',
    change: (n) => {
      n.deny('subnets');
      setAclRules(n, 'private', 'ingress', aclRule(100, 'allow', '0.0.0.0/0', [32768, 65535]));
    },
    ...allThree('partial'),
    speaks: { 'nacl-blocks-return-traffic': 'warning', ...matters },
    silent,
    page: pages.customNetworkAcl,
  },
  {
    name: 'subnets may not be read while their own route tables have no default route',
    change: (n) => {
      n.deny('subnets');
      for (const zone of zones) n.removeRoute(`private-${zone}`);
    },
    ...allThree('blocked'),
    speaks: { 'no-internet-route': 'warning', ...mattersNot },
    silent,
    page: pages.subnetRouteTables,
  },
  {
    name: 'subnets may not be read while the default routes of their own route tables are blackholes',
    change: (n) => {
      n.deny('subnets');
      for (const zone of zones) n.route(`private-${zone}`).state = 'blackhole';
    },
    ...allThree('blocked'),
    speaks: { 'blackhole-route': 'error', ...mattersNot },
    silent: ['path-blocked', 'inconsistent-subnet-egress'],
    open: ['nat-gateway-not-available'],
    page: pages.route,
  },
  {
    name: 'subnets may not be read while their own route tables lead to the internet gateway',
    change: (n) => {
      n.deny('subnets');
      sendAll(n, { kind: 'internet-gateway', id: n.internetGateway().id });
    },
    ...allThree('blocked'),
    speaks: { 'public-subnet-no-nat': 'error', ...mattersNot },
    silent,
    page: pages.lambdaInternet,
  },
  {
    name: 'subnets may not be read while their own route tables lead less than 1 % of the internet to a peering connection',
    change: (n) => {
      n.deny('subnets');
      const peering = addPeering(n);
      for (const zone of zones) n.addRoute(`private-${zone}`, '32.0.0.0/7', peering);
    },
    ...allThree('unknown'),
    exceptions: true,
    speaks: matters,
    silent,
    open: ['egress-path-unverified', 'more-specific-route-diverts'],
    page: pages.peering,
  },
  {
    name: 'subnets may not be read and the main table of the VPC of their network ACL has no default route',
    change: (n) => {
      n.deny('subnets');
      for (const zone of zones) n.disassociate(`private-${zone}`);
    },
    ...allThree('blocked'),
    speaks: { 'no-internet-route': 'warning', ...mattersNot },
    silent,
    page: pages.subnetRouteTables,
  },
  {
    name: 'subnets may not be read while one of their own route tables has no default route',
    change: (n) => {
      n.deny('subnets');
      n.removeRoute('private-a');
    },
    verdicts: { 'private-a': 'blocked', 'private-b': 'unknown', 'private-c': 'unknown' },
    verdict: 'partial',
    speaks: { 'no-internet-route': 'warning', ...matters },
    silent: ['path-blocked', 'nat-gateway-not-available'],
    open: ['inconsistent-subnet-egress'],
    page: pages.subnetRouteTables,
  },
  {
    name: 'subnets may not be read and nothing names them: the VPC that Lambda reports proves nothing of its main table',
    change: (n) => {
      n.deny('subnets');
      nameNoSubnet(n);
    },
    ...allThree('unknown'),
    speaks: matters,
    silent: [...silent, 'no-internet-route', 'shared-vpc-limited-visibility'],
    page,
    uncertain: 'the VPC that Lambda reports can be out of date',
  },
  {
    name: 'subnets, network ACLs and route tables may not be read while the group lets nothing out',
    change: (n) => {
      for (const kind of ['subnets', 'networkAcls', 'routeTables'] as const) n.deny(kind);
      letsNothingOut(n);
    },
    ...allThree('blocked'),
    speaks: { 'sg-egress-blocks-destination': 'error', ...mattersNot },
    silent,
    page: pages.securityGroupRules,
  },
  {
    name: 'subnets may not be read and their NAT gateways are not listed in a VPC of the own account',
    change: (n) => {
      n.deny('subnets');
      n.all.natGateways.length = 0;
    },
    ...allThree('blocked'),
    speaks: { 'nat-gateway-not-available': 'error', ...mattersNot },
    silent: ['path-blocked', 'inconsistent-subnet-egress', 'shared-vpc-limited-visibility'],
    page: pages.vpcSharing,
  },
  {
    name: 'subnets may not be read and the NAT gateways are not listed in a VPC that another account shares',
    change: (n) => {
      shareVpc(n);
      n.deny('subnets');
      n.all.natGateways.length = 0;
    },
    ...allThree('unknown'),
    speaks: matters,
    silent: [...silent, 'shared-vpc-limited-visibility'],
    page: pages.vpcSharingPermissions,
    uncertain: 'a participant cannot list the NAT gateways of the owner',
  },
  {
    name: 'subnets and VPCs may not be read and the NAT gateways are not listed: the VPC may be a shared one',
    change: (n) => {
      n.deny('subnets');
      n.deny('vpcs');
      n.all.natGateways.length = 0;
    },
    ...allThree('unknown'),
    speaks: {},
    silent: [...silent, 'shared-vpc-limited-visibility'],
    open: ['missing-permission'],
    page: pages.vpcSharingPermissions,
    uncertain: 'whose account the VPC is of is not known, and a participant cannot list the NAT gateways of the owner',
  },
  {
    name: 'subnets may not be read while the NAT gateways of their own route tables have failed',
    change: (n) => {
      n.deny('subnets');
      for (const nat of n.all.natGateways) nat.state = 'failed';
    },
    ...allThree('blocked'),
    speaks: { 'nat-gateway-not-available': 'error', ...mattersNot },
    silent: ['path-blocked', 'inconsistent-subnet-egress'],
    page: pages.natGatewayState,
  },
  {
    name: 'over IPv6 subnets may not be read and everything else lets packets through',
    change: (n) => {
      addIpv6(n);
      n.deny('subnets');
    },
    target: 'internet6',
    ...allThree('unknown'),
    speaks: matters,
    silent: [...silent, 'ipv6-subnet-not-dual-stack', 'ipv6-no-egress'],
    page,
  },
  {
    name: 'over IPv6 subnets may not be read while the network ACL that names them lets no IPv6 out',
    change: (n) => {
      addIpv6(n);
      setAclRules(n, 'private', 'egress', aclRule(100, 'allow', '0.0.0.0/0', 'all'));
      n.networkAcl('private').entries = n
        .networkAcl('private')
        .entries.filter(({ cidr, direction }) => cidr.kind !== 'ipv6' || direction !== 'egress');
      n.deny('subnets');
    },
    target: 'internet6',
    ...allThree('blocked'),
    speaks: { 'nacl-blocks-outbound': 'error', ...mattersNot },
    silent,
    page: pages.networkAcls,
  },
  {
    name: 'a subnet that is not in the readable list stays unknown while the group lets nothing out',
    change: (n) => {
      n.all.subnets = n.all.subnets.filter(({ name }) => name !== 'private-a');
      letsNothingOut(n);
    },
    verdicts: { 'private-a': 'unknown', 'private-b': 'blocked', 'private-c': 'blocked' },
    verdict: 'partial',
    speaks: { 'sg-egress-blocks-destination': 'error' },
    silent: ['path-blocked', 'missing-permission'],
    open: ['inconsistent-subnet-egress', 'egress-path-unverified'],
    page: pages.lambdaVpc,
  },
];
