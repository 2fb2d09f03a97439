import type { Network } from '../support/network.ts';
import { aclRule, addAclRules, setAclRules } from '../support/resources.ts';
import { pages } from './pages.ts';
import { allThree, shareOfAll, type TruthRow } from './row.ts';

const blocked = allThree('blocked');
const partial = allThree('partial');
const reachable = allThree('reachable');
const anywhere = '0.0.0.0/0';

/** Replies are let into the private subnets to these ports only. */
const repliesTo = (n: Network, from: number, to: number): void =>
  setAclRules(n, 'private', 'ingress', aclRule(100, 'allow', '0.0.0.0/0', [from, to]));

/** To which ports replies come in. The function's own ports are 1024 to 65535: 64,512 of them. */
export const replyPorts: readonly TruthRow[] = [
  {
    name: 'port 443 allowed in tests the destination port of the reply, not its source',
    change: (n) => repliesTo(n, 443, 443),
    ...blocked,
    speaks: { 'nacl-blocks-return-traffic': 'error' },
    silent: ['path-blocked'],
    page: pages.networkAclRules,
  },
  {
    name: 'replies allowed to 1024-65535 only',
    change: (n) => repliesTo(n, 1024, 65535),
    ...reachable,
    shares: shareOfAll(1, 1),
    speaks: {},
    silent: ['nacl-blocks-return-traffic'],
    page: pages.customNetworkAcl,
  },
  {
    name: 'replies allowed to 32768-65535 only',
    change: (n) => repliesTo(n, 32768, 65535),
    ...partial,
    shares: shareOfAll(32768, 64512),
    speaks: { 'nacl-blocks-return-traffic': 'warning' },
    silent: ['inconsistent-subnet-egress', 'path-blocked', 'nat-subnet-nacl-blocks'],
    page: pages.customNetworkAcl,
  },
  {
    name: 'replies allowed to 32768-65535 only, the internet was asked for',
    change: (n) => repliesTo(n, 32768, 65535),
    asked: 'to',
    ...partial,
    shares: shareOfAll(32768, 64512),
    speaks: { 'nacl-blocks-return-traffic': 'error' },
    silent: ['inconsistent-subnet-egress', 'path-blocked'],
    page: pages.lambdaTroubleshooting,
  },
  {
    name: 'replies allowed to 32768-61000 only, the range of Linux',
    change: (n) => repliesTo(n, 32768, 61000),
    ...partial,
    shares: shareOfAll(28233, 64512),
    speaks: { 'nacl-blocks-return-traffic': 'warning' },
    silent: ['nat-subnet-nacl-blocks'],
    page: pages.customNetworkAcl,
  },
  {
    name: 'port 3389 of the replies denied',
    change: (n) => addAclRules(n, 'private', 'ingress', aclRule(90, 'deny', anywhere, [3389, 3389])),
    ...reachable,
    shares: shareOfAll(64511, 64512),
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
    shares: shareOfAll(63867, 64512),
    speaks: { 'nacl-blocks-return-traffic': 'warning' },
    silent: ['path-blocked'],
    page: pages.customNetworkAcl,
  },
  {
    name: '646 of 64,512 ports denied leaves less than 99 %',
    change: (n) => addAclRules(n, 'private', 'ingress', aclRule(90, 'deny', anywhere, [2000, 2645])),
    ...partial,
    shares: shareOfAll(63866, 64512),
    speaks: { 'nacl-blocks-return-traffic': 'warning' },
    silent: ['path-blocked'],
    page: pages.customNetworkAcl,
  },
  {
    name: 'ports below 1024 denied touch no reply',
    change: (n) => addAclRules(n, 'private', 'ingress', aclRule(90, 'deny', anywhere, [0, 1023])),
    ...reachable,
    shares: shareOfAll(1, 1),
    speaks: {},
    silent: ['nacl-blocks-return-traffic'],
    page: pages.customNetworkAcl,
  },
];
