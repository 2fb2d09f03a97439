import type { Network } from '../support/network.ts';
import { aclRule, addAclRules, setAclRules } from '../support/resources.ts';
import { pages } from './pages.ts';
import { allThree, firstOnly, shareOfAll, type TruthRow } from './row.ts';

const blocked = allThree('blocked');
const partial = allThree('partial');
const reachable = allThree('reachable');
const anywhere = '0.0.0.0/0';
const inVpc = '10.0.0.0/16';

/** Replies are let into the private subnets to these ports only. */
const repliesTo = (n: Network, from: number, to: number): void =>
  setAclRules(n, 'private', 'ingress', aclRule(100, 'allow', '0.0.0.0/0', [from, to]));

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
    shares: shareOfAll(1, 1),
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
    findings: 1,
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
    shares: shareOfAll(28233, 64512),
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
    shares: shareOfAll(28233 * 28233, 64512 * 64512),
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
    shares: shareOfAll(7233, 64512),
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
    shares: shareOfAll(64511, 64512),
    speaks: { 'nat-subnet-nacl-blocks': 'warning' },
    silent: ['nacl-blocks-return-traffic', 'path-blocked'],
    page: pages.natGatewayBasics,
  },
];
