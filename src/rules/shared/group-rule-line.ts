import type { SecurityGroupRule } from '../../model/kinds/security-groups.ts';
import { ruleText } from '../../network/gates/security-group.ts';

const otherProtocols = new Map([
  ['1', 'icmp'],
  ['17', 'udp'],
  ['58', 'icmpv6'],
]);

/** A rule of a security group as a line, of whatever protocol: `udp 53 to 10.0.0.2/32`. */
export const groupRuleLine = (rule: SecurityGroupRule, direction: 'ingress' | 'egress'): string => {
  const line = ruleText(rule, direction);
  if (rule.protocol === '6' || rule.protocol === '-1') return line;
  return line.replace(/^tcp/, otherProtocols.get(rule.protocol) ?? `protocol ${rule.protocol}`);
};
