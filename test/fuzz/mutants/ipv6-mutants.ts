import { type Mutant, mutant } from './mutant.ts';

/** Faults that only IPv6 packets can find. */
export const ipv6Mutants: readonly Mutant[] = [
  mutant(
    '0.0.0.0/0 of a network ACL covers IPv6',
    'gates/network-acl.ts',
    "entry.cidr.kind !== 'unknown' && entry.cidr.kind !== axis.family) return []",
    "entry.cidr.kind !== 'unknown' && entry.cidr.kind !== axis.family) return entry.cidr.cidr === '0.0.0.0/0' ? compileEntry(axis, { ...entry, cidr: { kind: 'ipv6', cidr: '::/0' } }) : []",
  ),
  mutant(
    'every function may send IPv6',
    'path/ipv6.ts',
    '!fn.network.ipv6AllowedForDualStack',
    'fn.network.ipv6AllowedForDualStack === null',
  ),
  mutant(
    'private IPv6 ranges are public',
    'path/ipv6.ts',
    "addressAttribute === 'public' || addressAttribute === null",
    "addressAttribute !== 'unknown:reserved'",
  ),
  mutant(
    'a range that is being associated is no range',
    'path/ipv6.ts',
    "['disassociated', 'failing', 'failed']",
    "['disassociated', 'failing', 'failed', 'associating']",
  ),
  mutant(
    'block-ingress stops egress-only internet gateways',
    'path/block-public-access.ts',
    "['nat-gateway', 'egress-only-internet-gateway']",
    "['nat-gateway']",
  ),
  mutant(
    "the internet gateway's own table steers IPv4 only",
    'path/behind-route.ts',
    'reply: replyToFunction(context, target.id)',
    'reply: []',
  ),
  mutant(
    'a NAT gateway takes IPv6',
    'path/behind-route.ts',
    "if (context.axis.family === 'ipv6') return oneWay([ipv6NatGatewayStep(context, target.id, tableId, route, atom)]);",
    '',
  ),
];
