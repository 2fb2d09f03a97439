import { addPrefixList, groupReference, groupRule, sendAll, setAclRules } from '../support/resources.ts';
import { pages } from './pages.ts';
import { allThree, type TruthRow } from './row.ts';

const blocked = { ...allThree('blocked'), speaks: { 'sg-egress-blocks-destination': 'error' } as const };
const reachable = { ...allThree('reachable'), speaks: {} };
const page = pages.securityGroupRules;

/** What the function's security groups let out. */
export const securityGroups: readonly TruthRow[] = [
  {
    name: 'a group without egress rules',
    change: (n) => {
      n.securityGroup().egress = [];
    },
    ...blocked,
    findings: 1,
    silent: ['nacl-blocks-outbound', 'path-blocked', 'inconsistent-subnet-egress'],
    page,
  },
  {
    name: 'egress to the VPC only',
    change: (n) => {
      n.securityGroup().egress = [groupRule('10.0.0.0/16', 'all')];
    },
    ...blocked,
    silent: ['path-blocked'],
    page,
  },
  {
    name: "egress to the NAT gateways' addresses only",
    change: (n) => {
      n.securityGroup().egress = ['10.0.1.25/32', '10.0.2.25/32', '10.0.3.25/32'].map((ip) => groupRule(ip, 'all'));
    },
    ...blocked,
    silent: ['path-blocked'],
    page,
  },
  {
    name: 'egress to another group only',
    change: (n) => {
      n.securityGroup().egress = [groupReference(n.securityGroup('default').id, 'all')];
    },
    ...blocked,
    silent: ['path-blocked'],
    page,
  },
  {
    name: 'egress to port 80 only',
    change: (n) => {
      n.securityGroup().egress = [groupRule('0.0.0.0/0', [80, 80])];
    },
    ...blocked,
    silent: ['path-blocked'],
    page,
  },
  {
    name: 'egress for UDP only',
    change: (n) => {
      n.securityGroup().egress = [{ ...groupRule('0.0.0.0/0', [443, 443]), protocol: '17' }];
    },
    ...blocked,
    silent: ['path-blocked'],
    page,
  },
  {
    name: 'egress for IPv6 only',
    change: (n) => {
      n.securityGroup().egress = [groupRule('::/0', 'all')];
    },
    ...blocked,
    silent: ['path-blocked'],
    page,
  },
  {
    name: 'egress to the prefix list of S3 only',
    change: (n) => {
      const peer = { kind: 'prefix-list', id: 'pl-6da54004' } as const;
      n.securityGroup().egress = [{ ...groupRule('0.0.0.0/0', [443, 443]), peer }];
    },
    ...blocked,
    silent: ['path-blocked'],
    page: pages.gatewayEndpoints,
  },
  {
    name: 'egress to port 443 is enough',
    change: (n) => {
      n.securityGroup().egress = [groupRule('0.0.0.0/0', [443, 443])];
    },
    ...reachable,
    silent: ['sg-egress-blocks-destination', 'nacl-blocks-return-traffic'],
    page,
  },
  {
    name: 'egress to a prefix list that holds the whole internet',
    change: (n) => {
      const peer = { kind: 'prefix-list', id: addPrefixList(n, 'everywhere', ['0.0.0.0/1', '128.0.0.0/1']) } as const;
      n.securityGroup().egress = [{ ...groupRule('0.0.0.0/0', [443, 443]), peer }];
    },
    ...reachable,
    exceptions: false,
    silent: ['sg-egress-blocks-destination'],
    page: pages.managedPrefixLists,
  },
  {
    name: 'a second group makes up for one without egress rules',
    change: (n) => {
      n.securityGroup().egress = [];
      n.network().securityGroupIds.push(
        n.addSecurityGroup('web-out', { egress: [groupRule('0.0.0.0/0', [443, 443])] }),
      );
    },
    ...reachable,
    silent: ['sg-egress-blocks-destination'],
    page,
  },
  {
    name: 'a group that belongs to another VPC',
    change: (n) => {
      n.securityGroup().vpcId = 'vpc-0f0e0d0c0b0a09080';
    },
    ...reachable,
    silent: ['sg-egress-blocks-destination', 'path-blocked'],
    page: pages.vpcSharing,
  },
  {
    name: 'egress to one half of the internet',
    change: (n) => {
      n.securityGroup().egress = [groupRule('0.0.0.0/1', [443, 443])];
    },
    ...allThree('partial'),
    speaks: { 'sg-egress-blocks-destination': 'warning' },
    silent: ['path-blocked', 'inconsistent-subnet-egress'],
    page,
  },
  {
    name: 'egress to one half of the internet that was asked for',
    change: (n) => {
      n.securityGroup().egress = [groupRule('0.0.0.0/1', [443, 443])];
    },
    asked: 'to',
    ...allThree('partial'),
    speaks: { 'sg-egress-blocks-destination': 'error' },
    silent: ['path-blocked'],
    page,
  },
  {
    name: 'a group without egress rules in front of a blackhole',
    change: (n) => {
      n.securityGroup().egress = [];
      for (const zone of ['a', 'b', 'c']) n.route(`private-${zone}`).state = 'blackhole';
    },
    ...blocked,
    findings: 1,
    silent: ['blackhole-route', 'path-blocked'],
    also: ['sg-egress-blocks-destination'],
    page,
  },
  {
    name: 'a group without egress rules in public subnets',
    change: (n) => {
      n.securityGroup().egress = [];
      sendAll(n, { kind: 'internet-gateway', id: n.internetGateway().id });
    },
    ...blocked,
    silent: ['public-subnet-no-nat', 'path-blocked'],
    also: ['sg-egress-blocks-destination'],
    page,
  },
  {
    name: 'a group without egress rules, and a network ACL that lets nothing out',
    change: (n) => {
      n.securityGroup().egress = [];
      setAclRules(n, 'private', 'egress');
    },
    ...blocked,
    silent: ['nacl-blocks-outbound'],
    also: ['sg-egress-blocks-destination'],
    page,
  },
  {
    name: 'a group that the answer of AWS does not hold',
    change: (n) => n.remove(n.securityGroup()),
    ...allThree('unknown'),
    speaks: {},
    silent: ['sg-egress-blocks-destination', 'path-blocked', 'missing-permission'],
    open: ['egress-path-unverified'],
    page: pages.vpcSharing,
    uncertain: 'the group may belong to an account that shares it',
  },
  {
    name: 'egress to a prefix list whose entries may not be read',
    change: (n) => {
      const peer = { kind: 'prefix-list', id: addPrefixList(n, 'secret', 'denied') } as const;
      n.securityGroup().egress = [{ ...groupRule('0.0.0.0/0', [443, 443]), peer }];
    },
    ...allThree('unknown'),
    speaks: { 'missing-permission': 'warning' },
    silent: ['sg-egress-blocks-destination', 'path-blocked'],
    page: pages.ec2Permissions,
  },
  {
    name: 'groups may not be read',
    change: (n) => n.deny('securityGroups'),
    ...allThree('unknown'),
    speaks: { 'missing-permission': 'warning' },
    silent: ['sg-egress-blocks-destination', 'path-blocked'],
    page: pages.ec2Permissions,
  },
  {
    name: 'groups may not be read and the route of one zone is a blackhole',
    change: (n) => {
      n.deny('securityGroups');
      n.route('private-a').state = 'blackhole';
    },
    verdicts: { 'private-a': 'blocked', 'private-b': 'unknown', 'private-c': 'unknown' },
    verdict: 'partial',
    speaks: { 'blackhole-route': 'error', 'missing-permission': 'warning' },
    silent: ['sg-egress-blocks-destination', 'path-blocked'],
    open: ['inconsistent-subnet-egress'],
    page: pages.natGateway,
  },
  {
    name: 'groups may not be read and every route is a blackhole',
    change: (n) => {
      n.deny('securityGroups');
      for (const zone of ['a', 'b', 'c']) n.route(`private-${zone}`).state = 'blackhole';
    },
    ...allThree('blocked'),
    speaks: { 'blackhole-route': 'error', 'missing-permission': 'note' },
    silent: ['sg-egress-blocks-destination', 'path-blocked'],
    page: pages.natGateway,
  },
  {
    name: 'an egress rule for TCP whose ports are not in the answer of AWS',
    change: (n) => {
      n.securityGroup().egress = [{ ...groupRule('0.0.0.0/0', [443, 443]), ports: { kind: 'unknown' } }];
    },
    ...allThree('unknown'),
    speaks: { 'egress-path-unverified': 'note' },
    silent: ['sg-egress-blocks-destination', 'path-blocked'],
    page: pages.securityGroupRules,
    uncertain: 'which ports the rule lets out is not known',
  },
];
