import { ipv6AclRule, withIpv6 } from '../../support/ipv6.ts';
import type { Network } from '../../support/network.ts';
import { groupReference } from '../../support/resources.ts';
import { addIpv6Database, port5432, privateSubnets } from '../../support/targets.ts';
import { pages } from '../pages.ts';
import { allThree, firstOnly, type TruthRow } from '../row.ts';
import { blockedBy, reachable, readMatters, uneven, unknown } from '../targets/outcomes.ts';

const target = '[2001:db8:1234:1a40::7]:5432';
const closed = 'private-target-sg-ingress-missing';
const silent = ['path-blocked', 'target-subnet-nacl-blocks'];

const withDatabase =
  (change: (n: Network) => void) =>
  (n: Network): void => {
    addIpv6Database(n);
    change(n);
  };

/** Networks about IPv6 targets on which random packets and the engine disagreed. Each was decided from the AWS pages. */
export const ipv6TargetDisagreements: readonly TruthRow[] = [
  {
    name: 'a private IPv6 range, which is never advertised, reaches a database in the VPC',
    change: withDatabase((n) => {
      for (const name of privateSubnets)
        for (const range of n.subnet(name).ipv6Cidrs) range.addressAttribute = 'private';
    }),
    target,
    ...reachable,
    silent: [...silent, closed, 'ipv6-no-egress', 'ipv6-subnet-not-dual-stack'],
    page: pages.subnetIpv6Association,
  },
  {
    name: 'an address that stands for an IPv4 address, behind a NAT gateway',
    change: withIpv6((n) => {
      for (const name of privateSubnets) n.route(name, '::/0').target = { ...n.route(name).target };
    }),
    target: '[64:ff9b::808:808]:443',
    ...unknown,
    silent: [...silent, 'ipv6-no-egress'],
    page: 'https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-nat64-dns64.html',
    uncertain: 'what the NAT gateway does with the IPv4 packet is not followed',
  },
  {
    name: 'an address that stands for an IPv4 address, behind NAT gateways that failed',
    change: withIpv6((n) => {
      for (const name of privateSubnets) n.route(name, '::/0').target = { ...n.route(name).target };
      for (const nat of n.all.natGateways) nat.state = 'failed';
    }),
    target: '[64:ff9b::808:808]:443',
    ...blockedBy('nat-gateway-not-available'),
    findings: 3,
    silent: [...silent, 'ipv6-no-egress', 'egress-path-unverified'],
    page: pages.natGatewayState,
  },
  {
    name: 'an address that stands for an IPv4 address, behind NAT gateways that are no longer there',
    change: withIpv6((n) => {
      for (const name of privateSubnets) n.route(name, '::/0').target = { ...n.route(name).target };
      n.all.natGateways.length = 0;
    }),
    target: '[64:ff9b::808:808]:443',
    ...blockedBy('nat-gateway-not-available'),
    findings: 3,
    silent: [...silent, 'ipv6-no-egress', 'egress-path-unverified'],
    page: pages.natGatewayState,
  },
  {
    name: 'a database whose group names that of a function in a subnet that had another IPv6 range before',
    change: withDatabase((n) => {
      n.securityGroup('db').ingress = [groupReference(n.securityGroup().id, port5432)];
      const old = { cidr: '2001:db8:1234:1aff::/64', state: 'disassociated', addressAttribute: 'public' } as const;
      n.subnet('private-a').ipv6Cidrs.unshift({ ...old });
    }),
    target,
    ...reachable,
    silent: [...silent, closed],
    page: pages.subnetIpv6Association,
  },
  {
    name: "a database whose group lets in the range that the function's subnet is being given",
    change: withDatabase((n) => {
      for (const range of n.subnet('private-a').ipv6Cidrs) range.state = 'associating';
    }),
    target,
    ...firstOnly('unknown'),
    speaks: uneven,
    open: ['egress-path-unverified'],
    silent: [...silent, closed],
    page: pages.subnetIpv6Association,
    uncertain: 'whether the function has an IPv6 address by now is not said',
  },
  {
    name: 'interfaces may not be read, and the function lets out only what carries the group of the database, over IPv6',
    change: withDatabase((n) => {
      n.securityGroup().egress = [groupReference(n.securityGroup('db').id, port5432)];
      n.deny('networkInterfaces');
    }),
    target,
    ...allThree('unknown'),
    speaks: readMatters,
    silent: [...silent, closed, 'sg-egress-blocks-destination'],
    page: pages.ec2Permissions,
  },
  {
    name: 'a network ACL that keeps out one of the 2^64 addresses that the function can have',
    change: withDatabase((n) => {
      const rule = ipv6AclRule(90, 'deny', '2001:db8:1234:1a11::77/128', 'all');
      n.networkAcl('data').entries.push({ ...rule, direction: 'ingress' });
    }),
    target,
    ...firstOnly('partial'),
    speaks: { 'target-subnet-nacl-blocks': 'error', ...uneven },
    silent: ['path-blocked', closed],
    page: pages.networkAclRules,
  },
];
