import type { BlockerKind } from './blocker.ts';
import { blockerText } from './blocker-text.ts';
import { doubtText } from './doubt.ts';
import type { Problem } from './problem.ts';
import { percentText } from './words.ts';

/** What the resource is with which the text of a blocker starts; empty where the text says it. */
const nouns: Readonly<Record<BlockerKind, string>> = {
  'security-group-egress': '',
  'target-security-group': '',
  'outside-vpc': '',
  'no-subnet': '',
  'private-address': 'gateway ',
  peering: 'peering connection ',
  'network-acl': 'network ACL ',
  'no-route': 'route table ',
  blackhole: 'route table ',
  'public-subnet': 'internet gateway ',
  'internet-gateway-not-attached': 'internet gateway ',
  'nat-gateway-not-available': 'NAT gateway ',
  'nat-gateway-address': '',
  'regional-nat-zone': 'regional NAT gateway ',
  'vpc-endpoint-missing': 'endpoint ',
  'nat-gateway-private': '',
  'nat-gateway-no-way-out': 'NAT gateway ',
  'nat-instance-source-dest-check': 'network interface ',
  'nat-instance-not-running': '',
  'nat-instance-no-public-address': '',
  'nat-instance-security-group': '',
  'nat-instance-no-way-out': '',
  'default-route-to-peering': 'peering connection ',
  'transit-gateway-zone': '',
  'transit-gateway-route': '',
  'ipv6-outside-vpc': '',
  'ipv6-flag-off': '',
  'ipv6-subnet': 'subnet ',
  'ipv6-private-range': '',
  'egress-only-internet-gateway-not-attached': 'egress-only internet gateway ',
  'nat-gateway-ipv6': 'NAT gateway ',
  'block-public-access': '',
};

type Stop = Exclude<Problem, { readonly effect: 'unknown' }>;

/** What stops packets at one hop, and from how many of the function's addresses if not from all. */
export const stopText = ({ blocker, ofSources }: Stop): string =>
  `${blockerText(blocker)}${ofSources === 1 ? '' : `, for ${percentText(ofSources)} of the addresses of the function's subnet`}`;

const nounOf = ({ blocker }: Stop): string =>
  blocker.kind === 'peering' && blocker.why === 'no-route-back' ? 'route table ' : nouns[blocker.kind];

/** The same where no table names the resource before it. */
export const stopClause = (stop: Stop): string => `${nounOf(stop)}${stopText(stop)}`;

/** Why packets to an address do not all pass for certain. */
export const problemClause = (problem: Problem): string =>
  problem.effect === 'unknown' ? doubtText(problem.doubt) : stopClause(problem);
