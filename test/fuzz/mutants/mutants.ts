import type { EquivalentMutant, Mutant } from './mutant.ts';

const mutant = (name: string, file: string, from: string, to: string): Mutant => ({ name, file, from, to });

/** Faults that other tools really have, and slips of the hand. Each must be found by packets. */
export const mutants: readonly Mutant[] = [
  mutant('a port range ends before its last port', 'ports.ts', '[[from, to]] : noPorts', '[[from, to - 1]] : noPorts'),
  mutant('a denied range leaves its first port open', 'ports.ts', '[[from, bFrom - 1]]', '[[from, bFrom]]'),
  mutant(
    'ports next to each other swallow the one between',
    'ports.ts',
    'from <= last[1] + 1',
    'from <= last[1] + 9999',
  ),
  mutant('replies come to 32768-65535 only', 'ports.ts', '[[1024, 65535]]', '[[32768, 65535]]'),
  mutant('the share that is enough is 98 %', 'verdict.ts', 'const enough = 0.99', 'const enough = 0.98'),
  mutant(
    'one part that works is enough',
    'verdict.ts',
    "every((verdict) => verdict === 'reachable')",
    "some((verdict) => verdict === 'reachable')",
  ),
  mutant(
    'the reading that lets least through decides alone',
    'verdict.ts',
    "return upper < enough ? 'partial' : 'unknown'",
    "return lower < enough ? 'partial' : 'unknown'",
  ),
  mutant(
    'a network ACL that denies first lets later rules allow',
    'gates/rule-list.ts',
    "if (rule[reading] !== 'skip') rest",
    "if (rule[reading] === 'allow') rest",
  ),
  mutant(
    'a deny whose ports are not known stops nothing',
    'gates/rule-list.ts',
    "{ lower: 'deny', upper: 'skip' }",
    "{ lower: 'skip', upper: 'skip' }",
  ),
  mutant(
    'an allow whose addresses are not known lets everything through',
    'gates/rule-list.ts',
    "{ lower: 'skip', upper: 'allow' }",
    "{ lower: 'allow', upper: 'allow' }",
  ),
  mutant(
    'rule numbers are ordered as text',
    'gates/network-acl.ts',
    'a.ruleNumber - b.ruleNumber',
    'String(a.ruleNumber).localeCompare(String(b.ruleNumber))',
  ),
  mutant(
    'the rule with the highest number decides',
    'gates/network-acl.ts',
    'a.ruleNumber - b.ruleNumber',
    'b.ruleNumber - a.ruleNumber',
  ),
  mutant(
    'both directions of a network ACL are one list',
    'gates/network-acl.ts',
    'entry.direction === direction && concernsTcp(entry)',
    'concernsTcp(entry)',
  ),
  mutant(
    'a rule for UDP counts for TCP',
    'gates/tcp.ts',
    'rule.protocol === tcp ||',
    "rule.protocol === tcp || rule.protocol === '17' ||",
  ),
  mutant('a rule for all protocols does not count', 'gates/tcp.ts', "|| rule.protocol === '-1'", ''),
  mutant(
    "a group does not know the function's group",
    'gates/security-group.ts',
    'caller.securityGroupIds.includes(rule.peer.id) ?',
    'caller === null ?',
  ),
  mutant(
    'a propagated route beats a static one',
    'routing.ts',
    "'Advertisement') return 0",
    "'Advertisement') return 3",
  ),
  mutant("a prefix list's route beats a static one", 'routing.ts', "'prefix-list' ? 1 : 2", "'prefix-list' ? 3 : 2"),
  mutant('the shortest prefix wins', 'routing.ts', 'a.rank - b.rank', 'b.rank - a.rank'),
  mutant(
    'of two equal routes the last one is taken',
    'routing.ts',
    'table.routes[index]) ? index : unclear',
    'table.routes[index]) ? index : index',
  ),
  mutant('a prefix list that cannot be read matches nothing', 'routing.ts', 'doubt = ranges', 'doubt = null'),
  mutant(
    'a blackhole is a route like any other',
    'path/route-state.ts',
    "case 'active':",
    "case 'active':\n    case 'blackhole':\n      return null;\n    case 'filtered-out':",
  ),
  mutant(
    'a subnet without a table of its own has none',
    'effective-route-table.ts',
    'if (main !== undefined)',
    'if (main === null)',
  ),
  mutant(
    'an association that is only being made counts',
    'effective-route-table.ts',
    "state === 'associated' || state === null",
    "state !== 'disassociating'",
  ),
  mutant("the function's network ACL does not see the reply", 'path.ts', '...legs.reply, reply]', '...legs.reply]'),
  mutant(
    "the NAT subnet's network ACL does not see the reply",
    'path/nat-gateway.ts',
    "...replyAclSteps(context, subnet, 'nat'),",
    '',
  ),
  mutant(
    "the NAT subnet's network ACL does not see the request",
    'path/nat-gateway.ts',
    '...requestAclSteps(context, subnet),',
    '',
  ),
  mutant(
    "a NAT gateway keeps the function's port",
    'path/nat-gateway.ts',
    "replyAclSteps(context, subnet, 'nat')",
    "replyAclSteps(context, subnet, 'function')",
  ),
  mutant(
    'a NAT instance picks a port of its own',
    'path/nat-instance.ts',
    "replyAclSteps(context, subnet, 'function')",
    "replyAclSteps(context, subnet, 'nat')",
  ),
  mutant(
    'a NAT gateway in its own way out is no loop',
    'path/nat-gateway-onward.ts',
    'if (route.target.id === nat.id)',
    "if (route.target.id === 'nat-none')",
  ),
  mutant(
    'every stopped instance may still forward',
    'path/nat-instance-state.ts',
    "case 'stopped':",
    "case 'stopped-for-good':",
  ),
  mutant(
    'a gateway of another VPC will do',
    'path/internet-gateway.ts',
    'candidate.vpcId === user.vpcId',
    'candidate.vpcId !== null',
  ),
  mutant(
    'block-ingress stops NAT gateways',
    'path/block-public-access.ts',
    "['nat-gateway', 'egress-only-internet-gateway']",
    "['egress-only-internet-gateway']",
  ),
  mutant(
    'what a gateway endpoint takes is part of the internet',
    'internet.ts',
    '&& !isGatewayEndpointRoute(world, route)',
    '',
  ),
  mutant(
    "the VPC's own ranges are part of the internet",
    'internet.ts',
    'mark([...internetRanges, ...rangesOf(own)], axis)',
    'mark(internetRanges, axis)',
  ),
  mutant(
    'a subnet that no network ACL names has none',
    'path/context.ts',
    'acl.isDefault === true',
    'acl.isDefault === null',
  ),
];

/** Faults that change nothing that anybody could see. */
export const equivalents: readonly EquivalentMutant[] = [
  {
    ...mutant(
      'a network ACL sees what a NAT gateway in the same subnet gets',
      'path/nat-subnet.ts',
      'return subnet.id === context.subnet.id ? [leaves] : [enters, leaves];\n};\n\n/**',
      'return [enters, leaves];\n};\n\n/**',
    ),
    proof:
      'A device in the subnet of the function shares its route table, and the route that leads to the device leads it back to itself: the path is blocked with or without the network ACL.',
  },
];
