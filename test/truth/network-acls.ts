import type { Network } from '../support/network.ts';
import { aclRule, addAclRules, setAclRules } from '../support/resources.ts';
import { pages } from './pages.ts';
import { allThree, firstOnly, type TruthRow } from './row.ts';

const blocked = allThree('blocked');
const partial = allThree('partial');
const reachable = allThree('reachable');
const anywhere = '0.0.0.0/0';
const inVpc = '10.0.0.0/16';

const shares = (working: number, of: number) =>
  ({ 'private-a': [working, of], 'private-b': [working, of], 'private-c': [working, of] }) as const;

/** Replies are let into the private subnets to these ports only. */
const repliesTo = (n: Network, from: number, to: number): void =>
  setAclRules(n, 'private', 'ingress', aclRule(100, 'allow', anywhere, [from, to]));

/** The network ACL of the function's subnets. The function's own ports are 1024 to 65535: 64,512 of them. */
export const networkAcls: readonly TruthRow[] = [
  {
    name: 'the network ACL lets no reply in',
    change: (n) => setAclRules(n, 'private', 'ingress'),
    ...blocked,
    speaks: { 'nacl-blocks-return-traffic': 'error' },
    silent: ['nacl-blocks-outbound', 'nat-subnet-nacl-blocks', 'path-blocked', 'inconsistent-subnet-egress'],
    page: pages.lambdaTroubleshooting,
  },
  {
    name: 'the network ACL lets nothing out',
    change: (n) => setAclRules(n, 'private', 'egress'),
    ...blocked,
    speaks: { 'nacl-blocks-outbound': 'error' },
    silent: ['nacl-blocks-return-traffic', 'path-blocked'],
    page: pages.networkAclRules,
  },
  {
    name: 'the network ACL lets nothing out and nothing in',
    change: (n) => {
      setAclRules(n, 'private', 'egress');
      setAclRules(n, 'private', 'ingress');
    },
    ...blocked,
    speaks: { 'nacl-blocks-outbound': 'error' },
    silent: ['nacl-blocks-return-traffic', 'path-blocked'],
    also: ['nacl-blocks-outbound'],
    page: pages.networkAclRules,
  },
  {
    name: 'the network ACL lets nothing out and the route is a blackhole',
    change: (n) => {
      setAclRules(n, 'private', 'egress');
      for (const zone of ['a', 'b', 'c']) n.route(`private-${zone}`).state = 'blackhole';
    },
    ...blocked,
    speaks: { 'nacl-blocks-outbound': 'error' },
    silent: ['blackhole-route'],
    also: ['nacl-blocks-outbound'],
    page: pages.networkAclRules,
  },
  {
    name: 'a deny with a lower number than the allow',
    change: (n) => addAclRules(n, 'private', 'ingress', aclRule(90, 'deny', anywhere, [1024, 65535])),
    ...blocked,
    speaks: { 'nacl-blocks-return-traffic': 'error' },
    silent: ['path-blocked'],
    page: pages.networkAcls,
  },
  {
    name: 'a deny with a higher number than the allow',
    change: (n) => addAclRules(n, 'private', 'ingress', aclRule(110, 'deny', anywhere, [1024, 65535])),
    ...reachable,
    speaks: {},
    silent: ['nacl-blocks-return-traffic'],
    page: pages.networkAcls,
  },
  {
    name: 'rule numbers are numbers: 200 allows before 1000 denies',
    change: (n) =>
      setAclRules(
        n,
        'private',
        'ingress',
        aclRule(1000, 'deny', anywhere, 'all'),
        aclRule(200, 'allow', anywhere, 'all'),
      ),
    ...reachable,
    speaks: {},
    silent: ['nacl-blocks-return-traffic'],
    page: pages.networkAclRules,
  },
  {
    name: 'rules in no order and without the final deny',
    change: (n) => {
      const acl = n.networkAcl('private');
      addAclRules(n, 'private', 'ingress', aclRule(110, 'deny', anywhere, 'all'));
      acl.entries = acl.entries.filter((entry) => entry.ruleNumber !== 32767).reverse();
    },
    ...reachable,
    speaks: {},
    silent: ['nacl-blocks-return-traffic', 'nacl-blocks-outbound'],
    page: pages.networkAclRules,
  },
  {
    name: 'no rule at all and no final deny listed still denies',
    change: (n) => {
      n.networkAcl('private').entries = [];
    },
    ...blocked,
    speaks: { 'nacl-blocks-outbound': 'error' },
    silent: ['nacl-blocks-return-traffic', 'path-blocked'],
    page: pages.networkAcls,
  },
  {
    name: 'port 443 allowed in tests the destination port of the reply, not its source',
    change: (n) => repliesTo(n, 443, 443),
    ...blocked,
    speaks: { 'nacl-blocks-return-traffic': 'error' },
    silent: ['path-blocked'],
    page: pages.networkAclRules,
  },
  {
    name: 'only port 443 out is enough',
    change: (n) => setAclRules(n, 'private', 'egress', aclRule(100, 'allow', anywhere, [443, 443])),
    ...reachable,
    speaks: {},
    silent: ['nacl-blocks-outbound'],
    page: pages.networkAclRules,
  },
  {
    name: 'only port 80 out',
    change: (n) => setAclRules(n, 'private', 'egress', aclRule(100, 'allow', anywhere, [80, 80])),
    ...blocked,
    speaks: { 'nacl-blocks-outbound': 'error' },
    silent: ['nacl-blocks-return-traffic', 'path-blocked'],
    page: pages.networkAclRules,
  },
  {
    name: 'replies allowed to 1024-65535 only',
    change: (n) => repliesTo(n, 1024, 65535),
    ...reachable,
    shares: shares(1, 1),
    speaks: {},
    silent: ['nacl-blocks-return-traffic'],
    page: pages.customNetworkAcl,
  },
  {
    name: 'replies allowed to 32768-65535 only',
    change: (n) => repliesTo(n, 32768, 65535),
    ...partial,
    shares: shares(32768, 64512),
    speaks: { 'nacl-blocks-return-traffic': 'warning' },
    silent: ['inconsistent-subnet-egress', 'path-blocked', 'nat-subnet-nacl-blocks'],
    page: pages.customNetworkAcl,
  },
  {
    name: 'replies allowed to 32768-65535 only, the internet was asked for',
    change: (n) => repliesTo(n, 32768, 65535),
    asked: 'to',
    ...partial,
    shares: shares(32768, 64512),
    speaks: { 'nacl-blocks-return-traffic': 'error' },
    silent: ['inconsistent-subnet-egress', 'path-blocked'],
    page: pages.lambdaTroubleshooting,
  },
  {
    name: 'replies allowed to 32768-61000 only, the range of Linux',
    change: (n) => repliesTo(n, 32768, 61000),
    ...partial,
    shares: shares(28233, 64512),
    speaks: { 'nacl-blocks-return-traffic': 'warning' },
    silent: ['nat-subnet-nacl-blocks'],
    page: pages.customNetworkAcl,
  },
  {
    name: 'port 3389 of the replies denied',
    change: (n) => addAclRules(n, 'private', 'ingress', aclRule(90, 'deny', anywhere, [3389, 3389])),
    ...reachable,
    shares: shares(64511, 64512),
    speaks: { 'nacl-blocks-return-traffic': 'warning' },
    silent: ['path-blocked'],
    page: pages.customNetworkAcl,
  },
  {
    name: 'port 3389 of the replies denied, the internet was asked for',
    change: (n) => addAclRules(n, 'private', 'ingress', aclRule(90, 'deny', anywhere, [3389, 3389])),
    asked: 'to',
    ...reachable,
    speaks: { 'nacl-blocks-return-traffic': 'warning' },
    silent: ['path-blocked'],
    page: pages.customNetworkAcl,
  },
  {
    name: '645 of 64,512 ports denied leaves more than 99 %',
    change: (n) => addAclRules(n, 'private', 'ingress', aclRule(90, 'deny', anywhere, [2000, 2644])),
    ...reachable,
    shares: shares(63867, 64512),
    speaks: { 'nacl-blocks-return-traffic': 'warning' },
    silent: ['path-blocked'],
    page: pages.customNetworkAcl,
  },
  {
    name: '646 of 64,512 ports denied leaves less than 99 %',
    change: (n) => addAclRules(n, 'private', 'ingress', aclRule(90, 'deny', anywhere, [2000, 2645])),
    ...partial,
    shares: shares(63866, 64512),
    speaks: { 'nacl-blocks-return-traffic': 'warning' },
    silent: ['path-blocked'],
    page: pages.customNetworkAcl,
  },
  {
    name: 'ports below 1024 denied touch no reply',
    change: (n) => addAclRules(n, 'private', 'ingress', aclRule(90, 'deny', anywhere, [0, 1023])),
    ...reachable,
    shares: shares(1, 1),
    speaks: {},
    silent: ['nacl-blocks-return-traffic'],
    page: pages.customNetworkAcl,
  },
  {
    name: 'replies allowed from inside the VPC only: the reply keeps the address of the internet',
    change: (n) => setAclRules(n, 'private', 'ingress', aclRule(100, 'allow', inVpc, 'all')),
    ...blocked,
    speaks: { 'nacl-blocks-return-traffic': 'error' },
    silent: ['nat-subnet-nacl-blocks', 'path-blocked'],
    page: pages.reachabilityCodes,
  },
  {
    name: 'only UDP replies allowed',
    change: (n) =>
      setAclRules(n, 'private', 'ingress', { ...aclRule(100, 'allow', anywhere, [1024, 65535]), protocol: '17' }),
    ...blocked,
    speaks: { 'nacl-blocks-return-traffic': 'error' },
    silent: ['path-blocked'],
    page: pages.networkAclRules,
  },
  {
    name: 'UDP denied before the allow',
    change: (n) =>
      addAclRules(n, 'private', 'egress', { ...aclRule(90, 'deny', anywhere, [1, 65535]), protocol: '17' }),
    ...reachable,
    speaks: {},
    silent: ['nacl-blocks-outbound'],
    page: pages.networkAclRules,
  },
  {
    name: 'an IPv6 allow is none for IPv4',
    change: (n) =>
      setAclRules(n, 'private', 'ingress', {
        ...aclRule(100, 'allow', anywhere, 'all'),
        cidr: { kind: 'ipv6', cidr: '::/0' },
      }),
    ...blocked,
    speaks: { 'nacl-blocks-return-traffic': 'error' },
    silent: ['path-blocked'],
    page: pages.customNetworkAcl,
  },
  {
    name: 'an IPv6 deny is none for IPv4',
    change: (n) =>
      addAclRules(n, 'private', 'egress', {
        ...aclRule(90, 'deny', anywhere, 'all'),
        cidr: { kind: 'ipv6', cidr: '::/0' },
      }),
    ...reachable,
    speaks: {},
    silent: ['nacl-blocks-outbound'],
    page: pages.customNetworkAcl,
  },
  {
    name: 'a /24 of the internet denied',
    change: (n) => addAclRules(n, 'private', 'egress', aclRule(90, 'deny', '198.41.0.0/24', 'all')),
    ...reachable,
    exceptions: true,
    speaks: {},
    silent: ['path-blocked', 'inconsistent-subnet-egress'],
    open: ['nacl-blocks-outbound'],
    page: pages.networkAclRules,
  },
  {
    name: 'a quarter of the addresses denied',
    change: (n) => addAclRules(n, 'private', 'egress', aclRule(90, 'deny', '64.0.0.0/2', 'all')),
    ...partial,
    speaks: { 'nacl-blocks-outbound': 'warning' },
    silent: ['path-blocked', 'inconsistent-subnet-egress'],
    page: pages.networkAclRules,
  },
  {
    name: 'private and benchmark ranges denied are no part of the internet',
    change: (n) =>
      addAclRules(
        n,
        'private',
        'egress',
        aclRule(80, 'deny', '10.0.0.0/8', 'all'),
        aclRule(81, 'deny', '192.168.0.0/16', 'all'),
        aclRule(82, 'deny', '198.18.0.0/15', 'all'),
        aclRule(83, 'deny', '224.0.0.0/3', 'all'),
      ),
    ...reachable,
    exceptions: false,
    speaks: {},
    silent: ['nacl-blocks-outbound'],
    page: pages.reachabilityCodes,
  },
  {
    name: 'addresses denied that the gateway endpoint for S3 takes',
    change: (n) =>
      addAclRules(
        n,
        'private',
        'egress',
        aclRule(80, 'deny', '52.92.0.0/17', 'all'),
        aclRule(81, 'deny', '52.218.0.0/17', 'all'),
      ),
    ...reachable,
    exceptions: false,
    speaks: {},
    silent: ['nacl-blocks-outbound'],
    page: pages.gatewayEndpoints,
  },
  {
    name: 'a deny for TCP whose ports the answer left out',
    change: (n) =>
      addAclRules(n, 'private', 'ingress', {
        ...aclRule(90, 'deny', anywhere, [0, 0]),
        ports: { kind: 'unknown' },
      }),
    ...allThree('unknown'),
    speaks: {},
    silent: ['path-blocked', 'nacl-blocks-outbound'],
    open: ['egress-path-unverified', 'nacl-blocks-return-traffic'],
    page: pages.networkAclRules,
    uncertain: 'which ports the rule denies is not in the answer',
  },
  {
    name: 'a subnet that no network ACL names',
    change: (n) => {
      const acl = n.networkAcl('private');
      acl.subnetIds = acl.subnetIds.filter((id) => id !== n.subnet('private-a').id);
    },
    ...firstOnly('unknown'),
    speaks: { 'inconsistent-subnet-egress': 'warning' },
    silent: ['nacl-blocks-outbound', 'path-blocked'],
    open: ['egress-path-unverified'],
    page: pages.networkAcls,
    uncertain: 'each subnet has a network ACL, so the answer of AWS is incomplete',
  },
  {
    name: 'one network ACL for private and public subnets',
    change: (n) => {
      n.networkAcl('private').subnetIds.push(...n.networkAcl('public').subnetIds);
      n.networkAcl('public').subnetIds = [];
    },
    ...reachable,
    speaks: {},
    silent: ['nat-subnet-nacl-blocks', 'nacl-blocks-return-traffic'],
    page: pages.networkAcls,
  },
];

const answersToFunction = aclRule(110, 'allow', inVpc, [1024, 65535]);

/** The network ACL of the NAT gateways' subnets, which every packet meets four times. */
export const natSubnetNetworkAcls: readonly TruthRow[] = [
  {
    name: 'the exact four rules that NAT gateways need',
    change: (n) => {
      const replies = aclRule(110, 'allow', anywhere, [1024, 65535]);
      setAclRules(n, 'public', 'ingress', aclRule(100, 'allow', inVpc, [443, 443]), replies);
      setAclRules(n, 'public', 'egress', aclRule(100, 'allow', anywhere, [443, 443]), answersToFunction);
    },
    ...reachable,
    shares: shares(1, 1),
    speaks: {},
    silent: ['nat-subnet-nacl-blocks'],
    page: pages.natGatewayTroubleshooting,
  },
  {
    name: 'the NAT subnet keeps the function out',
    change: (n) => addAclRules(n, 'public', 'ingress', aclRule(90, 'deny', inVpc, [443, 443])),
    ...blocked,
    speaks: { 'nat-subnet-nacl-blocks': 'error' },
    silent: ['nacl-blocks-outbound', 'nacl-blocks-return-traffic', 'path-blocked'],
    page: pages.natGatewayTroubleshooting,
  },
  {
    name: 'the NAT subnet lets nothing out to port 443',
    change: (n) => addAclRules(n, 'public', 'egress', aclRule(90, 'deny', anywhere, [443, 443])),
    ...blocked,
    speaks: { 'nat-subnet-nacl-blocks': 'error' },
    silent: ['nacl-blocks-outbound', 'nat-gateway-no-igw-path', 'path-blocked'],
    page: pages.natGatewayTroubleshooting,
  },
  {
    name: 'the NAT subnet lets no reply in',
    change: (n) => setAclRules(n, 'public', 'ingress', aclRule(100, 'allow', inVpc, 'all')),
    ...blocked,
    speaks: { 'nat-subnet-nacl-blocks': 'error' },
    silent: ['nacl-blocks-return-traffic', 'path-blocked'],
    page: pages.natGatewayBasics,
  },
  {
    name: 'the NAT subnet lets no reply out to the function',
    change: (n) => setAclRules(n, 'public', 'egress', aclRule(100, 'allow', anywhere, [443, 443])),
    ...blocked,
    speaks: { 'nat-subnet-nacl-blocks': 'error' },
    silent: ['nacl-blocks-return-traffic', 'path-blocked'],
    page: pages.natGatewayTroubleshooting,
  },
  {
    name: 'the NAT subnet lets no reply out to one subnet of the function',
    change: (n) => addAclRules(n, 'public', 'egress', aclRule(90, 'deny', '10.0.11.0/24', [1024, 65535])),
    ...firstOnly('blocked'),
    speaks: { 'nat-subnet-nacl-blocks': 'error', 'inconsistent-subnet-egress': 'warning' },
    silent: ['path-blocked', 'nacl-blocks-return-traffic'],
    page: pages.natGatewayTroubleshooting,
  },
  {
    name: 'the NAT subnet keeps out half of one subnet of the function',
    change: (n) => addAclRules(n, 'public', 'ingress', aclRule(90, 'deny', '10.0.11.0/25', 'all')),
    ...firstOnly('partial'),
    speaks: { 'nat-subnet-nacl-blocks': 'warning', 'inconsistent-subnet-egress': 'warning' },
    silent: ['path-blocked'],
    page: pages.lambdaVpc,
  },
  {
    name: 'the NAT subnet lets replies in to 32768-61000 only',
    change: (n) =>
      setAclRules(
        n,
        'public',
        'ingress',
        aclRule(100, 'allow', inVpc, [443, 443]),
        aclRule(110, 'allow', anywhere, [32768, 61000]),
      ),
    ...partial,
    shares: shares(28233, 64512),
    speaks: { 'nat-subnet-nacl-blocks': 'warning' },
    silent: ['nacl-blocks-return-traffic', 'inconsistent-subnet-egress', 'path-blocked'],
    page: pages.natGatewayBasics,
  },
  {
    name: "the NAT gateway's port and the function's port are chosen independently: two shares multiply",
    change: (n) => {
      repliesTo(n, 32768, 61000);
      setAclRules(
        n,
        'public',
        'ingress',
        aclRule(100, 'allow', inVpc, [443, 443]),
        aclRule(110, 'allow', anywhere, [32768, 61000]),
      );
    },
    ...partial,
    shares: shares(28233 * 28233, 64512 * 64512),
    speaks: { 'nat-subnet-nacl-blocks': 'warning' },
    silent: ['inconsistent-subnet-egress', 'path-blocked'],
    open: ['nacl-blocks-return-traffic'],
    page: pages.natGatewayBasics,
  },
  {
    name: "two ACLs that test the function's port close the ports of either, once",
    change: (n) => {
      repliesTo(n, 1024, 40000);
      const replies = aclRule(110, 'allow', inVpc, [32768, 65535]);
      setAclRules(n, 'public', 'egress', aclRule(100, 'allow', anywhere, [443, 443]), replies);
    },
    ...partial,
    shares: shares(7233, 64512),
    speaks: { 'nat-subnet-nacl-blocks': 'warning' },
    silent: ['inconsistent-subnet-egress', 'path-blocked'],
    open: ['nacl-blocks-return-traffic'],
    page: pages.natGatewayTroubleshooting,
  },
  {
    name: 'the NAT subnet lets no reply out and the function lets none in',
    change: (n) => {
      setAclRules(n, 'private', 'ingress');
      setAclRules(n, 'public', 'egress', aclRule(100, 'allow', anywhere, [443, 443]));
    },
    ...blocked,
    speaks: { 'nat-subnet-nacl-blocks': 'error' },
    silent: ['nacl-blocks-return-traffic', 'path-blocked'],
    also: ['nat-subnet-nacl-blocks'],
    page: pages.natGatewayTroubleshooting,
  },
  {
    name: 'port 3389 denied into the NAT subnet',
    change: (n) => addAclRules(n, 'public', 'ingress', aclRule(90, 'deny', anywhere, [3389, 3389])),
    ...reachable,
    shares: shares(64511, 64512),
    speaks: { 'nat-subnet-nacl-blocks': 'warning' },
    silent: ['nacl-blocks-return-traffic', 'path-blocked'],
    page: pages.natGatewayBasics,
  },
];
