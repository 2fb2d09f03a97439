import { type Mutant, mutant } from './mutant.ts';

/** Faults in port sets, rule lists and verdicts. */
export const ruleMutants: readonly Mutant[] = [
  mutant('a port range ends before its last port', 'ports.ts', '[[from, to]] : noPorts', '[[from, to - 1]] : noPorts'),
  mutant(
    'a denied range leaves its first port open',
    'ports.ts',
    'Math.min(to, removed[0] - 1)',
    'Math.min(to, removed[0])',
  ),
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
    'unitePorts(open, subtractPorts(rule.ports, denied))',
    'unitePorts(open, rule.ports)',
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
    'caller.securityGroupIds.includes(rule.peer.id) &&',
    'caller === null &&',
  ),
];
