import { type Mutant, mutant } from './mutant.ts';

/** Faults in what lies inside the VPC, behind a peering connection and at a gateway endpoint. */
export const targetMutants: readonly Mutant[] = [
  mutant(
    "the far subnet's network ACL does not see the request",
    'path/far-side.ts',
    'steps: [seenBy(caller, enters), ...host]',
    'steps: host',
  ),
  mutant(
    "the far subnet's network ACL does not see the reply",
    'path/far-side.ts',
    'reply: [seenBy(caller, leaves)]',
    'reply: []',
  ),
  mutant(
    'a network ACL stands inside a subnet',
    'path/far-side.ts',
    'if (far.id === caller.subnetId) return',
    "if (far.id === 'subnet-none') return",
  ),
  mutant(
    "the function's own table counts inside its subnet",
    'path/far-side.ts',
    'if (unread === null) return subnetAt(context, subnet.vpcId, atom)?.id === subnet.id;',
    'if (unread === null) return false;',
  ),
  mutant(
    'the far side answers to the port that was asked for',
    'path/far-side.ts',
    "leg: 'reply', port: caller.port",
    "leg: 'reply', port: 'destination'",
  ),
  mutant(
    "behind a NAT gateway the far side sees the function's groups",
    'path/caller.ts',
    'securityGroupIds: [], cidr',
    'securityGroupIds: context.securityGroupIds, cidr',
  ),
  mutant(
    "behind a NAT gateway the far side sees the function's address",
    'path/caller.ts',
    "if (step.outcome.kind !== 'gate' || caller.fixedAt === null) return step;",
    "if (step.outcome.kind !== 'gate' || caller.fixedAt !== undefined) return step;",
  ),
  mutant(
    "behind a NAT gateway replies come back to the function's port",
    'path/caller.ts',
    "fixedAt: atom, port: 'nat'",
    "fixedAt: atom, port: 'function'",
  ),
  mutant(
    "behind a firewall the far side sees the function's groups",
    'path/firewall.ts',
    'subnetId: subnet.id, securityGroupIds: [] }',
    'subnetId: subnet.id }',
  ),
  mutant(
    'an address that no interface has is reached',
    'path/far-side.ts',
    "return [unknown('target', address, { kind: 'out-of-sight', resource: address, what })];",
    'return [];',
  ),
  mutant(
    'an address in no subnet may be reached',
    'path/far-side.ts',
    'if (far === undefined && !isWhole(context, vpcId))',
    'if (far === undefined)',
  ),
  mutant(
    'the groups of a far interface must all let the function in',
    'gates/security-group.ts',
    'const rules = rulesOf(groups, direction).flatMap',
    'const rules = rulesOf(groups.slice(0, 1), direction).flatMap',
  ),
  mutant(
    'a reference over a connection that is gone counts',
    'gates/security-group.ts',
    "peeringConnectionId !== null && peeringStatus !== 'active'",
    "peeringConnectionId !== null && peeringStatus === 'none'",
  ),
  mutant(
    'a peering connection needs no way back',
    'path/peering.ts',
    'if (returns.every(Boolean)) return [];',
    'if (returns.length >= 0) return [];',
  ),
  mutant(
    'a peering connection carries packets on to other networks',
    'path/peering.ts',
    'if (ranges.length > 0 && !covers(context, far, atom))',
    "if (ranges.includes('nowhere'))",
  ),
  mutant(
    'a connection that waits for acceptance may carry packets',
    'path/peering.ts',
    "['pending-acceptance', 'deleted', 'rejected', 'failed', 'expired']",
    "['deleted', 'rejected', 'failed']",
  ),
  mutant(
    'internet gateways take packets to private addresses',
    'path/private-address.ts',
    'if (gateway === undefined || !isPrivateAt(context, atom)) return [];',
    'if (gateway === undefined || gateway !== null) return [];',
  ),
  mutant(
    'a gateway endpoint that is still pending serves',
    'path/firewall.ts',
    "state === 'available'\n    ? passes",
    "state !== 'deleted'\n    ? passes",
  ),
  mutant(
    'one address that works is enough',
    'verdict.ts',
    'export const targetVerdict = (classes: readonly JudgedClass[]): TargetVerdict => ({\n  verdict: verdictOfParts(classes.map(({ verdict }) => verdict)),',
    "export const targetVerdict = (classes: readonly JudgedClass[]): TargetVerdict => ({\n  verdict: classes.some(({ verdict }) => verdict === 'reachable') ? 'reachable' : verdictOfParts(classes.map(({ verdict }) => verdict)),",
  ),
];

/** The same where only IPv6 packets find them. */
export const targetIpv6Mutants: readonly Mutant[] = [
  mutant(
    'private IPv6 ranges reach nothing',
    'path/ipv6.ts',
    'associated.every(isPublic) || isInternal()',
    'associated.every(isPublic)',
  ),
  mutant(
    'a NAT gateway takes no address that stands for an IPv4 address',
    'path/nat-gateway-ipv6.ts',
    'if (isTranslatedAt(context, atom))',
    "if (isTranslatedAt(context, atom) && natGatewayId === 'nat-none')",
  ),
  mutant(
    'a NAT gateway with no address to send from takes an address that stands for an IPv4 address',
    'path/nat-gateway-ipv6.ts',
    "if (fault !== null && nat.availabilityMode !== 'regional') return fault;",
    '',
  ),
  mutant(
    'the first IPv6 range of a subnet is the one in use',
    'ipv6-range.ts',
    'return associated?.cidr ??',
    'return ipv6Cidrs[0]?.cidr ?? associated?.cidr ??',
  ),
];
