import { ipv6AclRule, setIpv6AclRules, withIpv6 } from '../../support/ipv6.ts';
import type { Network } from '../../support/network.ts';
import { aclRule, addPrefixList, groupRule, setAclRules } from '../../support/resources.ts';
import { pages } from '../pages.ts';
import { allThree, shareOfAll, type TruthRow } from '../row.ts';

const target = 'internet6';
const blocked = { target, ...allThree('blocked') } as const;
const reachable = { target, ...allThree('reachable') } as const;
const groupBlocks = { 'sg-egress-blocks-destination': 'error' } as const;

const groupWithoutIpv6 = (n: Network): void => {
  n.securityGroup().egress = [groupRule('0.0.0.0/0', 'all')];
};

/** Security groups and network ACLs, whose IPv6 rules stand apart from those for IPv4. */
export const ipv6Gates: readonly TruthRow[] = [
  {
    name: 'a group that lets 0.0.0.0/0 out lets no IPv6 out',
    change: withIpv6(groupWithoutIpv6),
    ...blocked,
    speaks: groupBlocks,
    silent: ['ipv6-no-egress', 'nacl-blocks-outbound', 'path-blocked'],
    page: pages.securityGroupRules,
  },
  {
    name: 'a group without ::/0, and nobody asked for IPv6',
    change: withIpv6(groupWithoutIpv6),
    ...allThree('reachable'),
    speaks: {},
    silent: ['sg-egress-blocks-destination', 'ipv6-no-egress'],
    page: pages.securityGroupRules,
  },
  {
    name: 'a group that lets 2000::/3 out on port 443 only',
    change: withIpv6((n) => {
      n.securityGroup().egress = [groupRule('2000::/3', [443, 443])];
    }),
    ...reachable,
    exceptions: false,
    speaks: {},
    silent: ['sg-egress-blocks-destination'],
    page: pages.securityGroupRules,
  },
  {
    name: 'a group that lets out what a prefix list of IPv6 ranges holds',
    change: withIpv6((n) => {
      const peer = { kind: 'prefix-list', id: addPrefixList(n, 'internet6', ['2000::/4', '3000::/4']) } as const;
      n.securityGroup().egress = [{ ...groupRule('::/0', [443, 443]), peer }];
    }),
    ...reachable,
    exceptions: false,
    speaks: {},
    silent: ['sg-egress-blocks-destination'],
    page: pages.managedPrefixLists,
  },
  {
    name: 'a network ACL without IPv6 rules, as a default one has whose rules were edited',
    change: withIpv6((n) => {
      setIpv6AclRules(n, 'private', 'egress');
      setIpv6AclRules(n, 'private', 'ingress');
    }),
    ...blocked,
    speaks: { 'nacl-blocks-outbound': 'error' },
    silent: ['nacl-blocks-return-traffic', 'ipv6-no-egress', 'path-blocked'],
    also: ['nacl-blocks-outbound'],
    page: pages.networkAcls,
  },
  {
    name: 'a network ACL that lets no IPv6 out',
    change: withIpv6((n) => setIpv6AclRules(n, 'private', 'egress')),
    ...blocked,
    speaks: { 'nacl-blocks-outbound': 'error' },
    silent: ['nacl-blocks-return-traffic', 'ipv6-no-egress', 'path-blocked'],
    page: pages.networkAclRules,
  },
  {
    name: 'a network ACL that lets no IPv6 reply in',
    change: withIpv6((n) => setIpv6AclRules(n, 'private', 'ingress')),
    ...blocked,
    speaks: { 'nacl-blocks-return-traffic': 'error' },
    silent: ['nacl-blocks-outbound', 'ipv6-no-egress', 'path-blocked'],
    page: pages.networkAclRules,
  },
  {
    name: 'IPv4 rules that deny everything leave IPv6 alone',
    change: withIpv6((n) => {
      for (const direction of ['ingress', 'egress'] as const) {
        const { entries } = n.networkAcl('private');
        const forIpv6 = entries.filter((entry) => entry.direction === direction && entry.cidr.kind === 'ipv6');
        setAclRules(n, 'private', direction, aclRule(90, 'deny', '0.0.0.0/0', 'all'));
        n.networkAcl('private').entries.push(...forIpv6);
      }
    }),
    ...reachable,
    alongside: { target: 'internet', verdict: 'blocked' },
    speaks: { 'nacl-blocks-outbound': 'error', 'ipv6-only-egress': 'warning' },
    silent: ['ipv6-no-egress', 'nacl-blocks-return-traffic'],
    page: pages.networkAcls,
  },
  {
    name: 'IPv6 replies allowed to 32768-61000 only',
    change: withIpv6((n) =>
      setIpv6AclRules(n, 'private', 'ingress', ipv6AclRule(101, 'allow', '::/0', [32768, 61000])),
    ),
    target,
    ...allThree('partial'),
    shares: shareOfAll(28233, 64512),
    speaks: { 'nacl-blocks-return-traffic': 'error' },
    silent: ['ipv6-no-egress', 'path-blocked', 'inconsistent-subnet-egress'],
    page: pages.lambdaTroubleshooting,
  },
  {
    name: "an egress-only internet gateway stands in no subnet: the public subnets' network ACL does not count",
    change: withIpv6((n) => {
      for (const direction of ['ingress', 'egress'] as const) {
        setIpv6AclRules(n, 'public', direction);
        setAclRules(n, 'public', direction);
      }
    }),
    ...reachable,
    shares: shareOfAll(1, 1),
    speaks: {},
    silent: ['nat-subnet-nacl-blocks', 'nacl-blocks-return-traffic'],
    page: pages.egressOnlyInternetGateway,
  },
  {
    name: 'a deny for a quarter of the internet over IPv6',
    change: withIpv6((n) =>
      setIpv6AclRules(
        n,
        'private',
        'egress',
        ipv6AclRule(90, 'deny', '2800::/5', 'all'),
        ipv6AclRule(101, 'allow', '::/0', 'all'),
      ),
    ),
    target,
    ...allThree('partial'),
    speaks: { 'nacl-blocks-outbound': 'error' },
    silent: ['ipv6-no-egress', 'path-blocked', 'inconsistent-subnet-egress'],
    page: pages.networkAclRules,
  },
];
