import type { Subnet } from '../../src/model/kinds/subnets.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { each, type Fault, withEntries, withRoutes, withSections } from './fault.ts';

type Range = Subnet['ipv6Cidrs'][number];

const withRanges = (snapshot: Snapshot, change: (range: Range) => Range): Snapshot =>
  withSections(snapshot, ({ subnets }) => ({
    subnets: each(subnets, (subnet) => ({ ...subnet, ipv6Cidrs: subnet.ipv6Cidrs.map(change) })),
  }));

/** Rules for every IPv4 address stand for every IPv6 address. */
const coversBoth = <Rule extends { readonly peer: { readonly kind: string } }>(rule: Rule): Rule[] =>
  'cidr' in rule.peer && rule.peer.cidr === '0.0.0.0/0'
    ? [rule, { ...rule, peer: { kind: 'ipv6', cidr: '::/0' } }]
    : [rule];

export const ipv6Faults: readonly Fault[] = [
  {
    name: 'a group that lets out to 0.0.0.0/0 lets out over IPv6',
    inNetwork: (snapshot) =>
      withSections(snapshot, ({ securityGroups }) => ({
        securityGroups: each(securityGroups, (group) => ({ ...group, egress: group.egress.flatMap(coversBoth) })),
      })),
  },
  {
    name: 'rules of network ACLs for IPv4 are for IPv6 as well',
    inNetwork: (snapshot) =>
      withEntries(snapshot, (entry) =>
        entry.cidr.kind === 'ipv4' && entry.cidr.cidr === '0.0.0.0/0'
          ? { ...entry, cidr: { kind: 'ipv6', cidr: '::/0' } }
          : entry,
      ),
  },
  {
    name: 'network ACLs let all IPv6 in',
    inNetwork: (snapshot) =>
      withEntries(snapshot, (entry) =>
        entry.direction === 'ingress' && entry.cidr.kind === 'ipv6' ? { ...entry, action: 'allow' } : entry,
      ),
  },
  {
    name: 'an IPv6 blackhole falls back to the next route',
    inNetwork: (snapshot) => withRoutes(snapshot, ({ state }) => state !== 'blackhole'),
  },
  {
    name: 'IPv6 blocks of prefix lists are forgotten',
    inNetwork: (snapshot) => withRoutes(snapshot, ({ destination }) => destination.kind !== 'prefix-list'),
  },
  {
    name: 'the function sends IPv6 without being told to',
    inNetwork: (snapshot) =>
      withSections(snapshot, ({ functions }) => ({
        functions: each(functions, (fn) =>
          fn.network.kind === 'vpc' ? { ...fn, network: { ...fn.network, ipv6AllowedForDualStack: true } } : fn,
        ),
      })),
  },
  {
    name: 'an egress-only internet gateway need not be attached',
    inNetwork: (snapshot) =>
      withSections(snapshot, ({ egressOnlyInternetGateways, vpcs }) => ({
        egressOnlyInternetGateways: each(egressOnlyInternetGateways, (gateway) => ({
          ...gateway,
          attachments:
            vpcs.status === 'collected' ? vpcs.items.map(({ id }) => ({ vpcId: id, state: 'attached' as const })) : [],
        })),
      })),
  },
  {
    name: 'private IPv6 ranges are known on the internet',
    inNetwork: (snapshot) => withRanges(snapshot, (range) => ({ ...range, addressAttribute: 'public' })),
  },
  {
    name: 'a subnet keeps the range that was taken from it',
    inNetwork: (snapshot) => withRanges(snapshot, (range) => ({ ...range, state: 'associated' })),
  },
  {
    name: 'over IPv6 the port of a request is tested on the reply',
    inEngine: ({ answer }) => ({ answer: (probe) => answer({ ...probe, fromPort: probe.toPort }) }),
  },
];
