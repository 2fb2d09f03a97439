import { type Mutant, mutant } from './mutant.ts';

/** Faults in routes, devices and what counts as the internet. */
export const pathMutants: readonly Mutant[] = [
  mutant(
    'a propagated route beats a static one',
    'routing.ts',
    "'Advertisement') return 0",
    "'Advertisement') return 3",
  ),
  mutant("a prefix list's route beats a static one", 'routing.ts', "'prefix-list' ? 1 :", "'prefix-list' ? 3 :"),
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
    'return own ?? main ?? {',
    'return own ?? {',
  ),
  mutant(
    'an association that is only being made counts',
    'effective-route-table.ts',
    "state === 'associated' || state === null",
    "state !== 'disassociating'",
  ),
  mutant("the function's network ACL does not see the reply", 'path.ts', '...far, reply]', '...far]'),
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
    ' || isGatewayEndpointRoute(world, route)',
    '',
  ),
  mutant(
    "the VPC's own ranges are part of the internet",
    'internet.ts',
    'mark([...internetRanges, ...rangesOf([...own, ...blocks])], axis)',
    'mark(internetRanges, axis)',
  ),
  mutant(
    'a subnet that no network ACL names has none',
    'path/context.ts',
    'acl.isDefault === true',
    'acl.isDefault === null',
  ),
];
