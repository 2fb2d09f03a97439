import { aclRule, addAclRules, setAclRules } from '../support/resources.ts';
import { pages } from './pages.ts';
import { allThree, type TruthRow } from './row.ts';

const blocked = allThree('blocked');
const reachable = allThree('reachable');
const partial = allThree('partial');
const anywhere = '0.0.0.0/0';
const inVpc = '10.0.0.0/16';

/** The network ACL of the function's subnets: order, direction, protocol, family and addresses of its rules. */
export const networkAcls: readonly TruthRow[] = [
  {
    name: 'the network ACL lets no reply in',
    change: (n) => setAclRules(n, 'private', 'ingress'),
    ...blocked,
    speaks: { 'nacl-blocks-return-traffic': 'error' },
    findings: 1,
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
    findings: 1,
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
    name: 'a subnet that no network ACL names has the default one',
    change: (n) => {
      n.networkAcl('private').subnetIds = [];
    },
    ...reachable,
    speaks: {},
    silent: ['nacl-blocks-outbound', 'path-blocked', 'egress-path-unverified'],
    page: pages.networkAcls,
  },
  {
    name: 'a subnet that no network ACL names has the default one, which lets no reply in',
    change: (n) => {
      n.networkAcl('private').subnetIds = [];
      setAclRules(n, 'private', 'ingress');
    },
    ...blocked,
    speaks: { 'nacl-blocks-return-traffic': 'error' },
    silent: ['path-blocked'],
    page: pages.networkAcls,
  },
  {
    name: 'a subnet that no network ACL names, and no default one in the answer',
    change: (n) => {
      n.networkAcl('private').subnetIds = [];
      n.networkAcl('private').isDefault = false;
    },
    ...allThree('unknown'),
    speaks: {},
    silent: ['nacl-blocks-outbound', 'path-blocked'],
    open: ['egress-path-unverified'],
    page: pages.networkAcls,
    uncertain: 'every VPC has a default network ACL, so the answer of AWS is incomplete',
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
  {
    name: 'a rule for TCP whose ports are not in the answer of AWS',
    change: (n) =>
      setAclRules(n, 'private', 'egress', {
        ...aclRule(100, 'allow', '0.0.0.0/0', [443, 443]),
        ports: { kind: 'unknown' },
      }),
    ...allThree('unknown'),
    speaks: { 'egress-path-unverified': 'note' },
    silent: ['nacl-blocks-outbound', 'path-blocked'],
    page: pages.networkAclRules,
    uncertain: 'which ports the rule lets out is not known',
  },
];
