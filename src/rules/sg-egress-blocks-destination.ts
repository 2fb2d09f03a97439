import type { SecurityGroupRule } from '../model/kinds/security-groups.ts';
import { culpritOf } from '../network/culprit.ts';
import { ruleText } from '../network/gates/security-group.ts';
import { lookup } from '../network/world.ts';
import { defineRule, fixBy } from './rule.ts';
import { command } from './shared/command.ts';
import { someOf, stoppedPart } from './shared/words.ts';

const otherProtocols = new Map([
  ['1', 'icmp'],
  ['17', 'udp'],
  ['58', 'icmpv6'],
]);

/** A rule as a line, of whatever protocol: `udp 53 to 10.0.0.2/32`. */
const egressLine = (rule: SecurityGroupRule): string => {
  const line = ruleText(rule, 'egress');
  if (rule.protocol === '6' || rule.protocol === '-1') return line;
  return line.replace(/^tcp/, otherProtocols.get(rule.protocol) ?? `protocol ${rule.protocol}`);
};

export default defineRule({
  id: 'sg-egress-blocks-destination',
  severity: 'error',
  title: 'No egress rule of the security groups lets the traffic out',
  symptom: 'Every connection to the target hangs until it times out, from all subnets alike.',
  why: 'A security group lets out only what one of its egress rules allows, by protocol, destination port and destination address. The rules of all groups of the function count together. A group that a tool made may have no egress rule at all, since some tools take away the rule for all traffic with which AWS makes a group.',
  fix: 'Add an egress rule for tcp 443 to 0.0.0.0/0, or to a prefix list of the addresses that the function calls.',
  traps:
    "A rule to the NAT gateway's address or to another group is not enough, since packets carry the address of the internet host and not that of the NAT gateway. A rule for ::/0 covers no IPv4, and one for 0.0.0.0/0 no IPv6. The function needs no ingress rules, and no rule for the DNS server of the VPC. A group that could not be read leaves the answer unknown.",
  references: ['https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html'],
  raCode: 'ENI_SG_RULES_MISMATCH',
  needs: ['securityGroups'],
  *check(context) {
    for (const cause of context.causes('security-group-egress')) {
      const { securityGroupIds: ids } = cause.blocker;
      const rules = ids.flatMap((id) => {
        const group = lookup(context.world.securityGroups, id);
        return group.status === 'found' ? group.item.egress.map(egressLine) : [];
      });
      const groups = `${ids.length === 1 ? 'Security group' : 'The security groups'} ${someOf(ids)}`;
      const ranges = cause.family === 'ipv4' ? 'IpRanges=[{CidrIp=0.0.0.0/0}]' : 'Ipv6Ranges=[{CidrIpv6=::/0}]';
      const permission = `IpProtocol=tcp,FromPort=443,ToPort=443,${ranges}`;
      yield {
        resource: culpritOf(cause.blocker).resource,
        where: cause,
        message:
          rules.length === 0
            ? `${groups} ${ids.length === 1 ? 'has' : 'have'} no egress rule: nothing leaves the function's network interfaces.`
            : `${groups} ${ids.length === 1 ? 'lets' : 'let'} out only ${someOf(rules)}: tcp 443 to ${stoppedPart(context, cause)} is dropped.`,
        fix: fixBy(
          'Add an egress rule for tcp 443; other interfaces that have the group get it as well.',
          command`aws ec2 authorize-security-group-egress --group-id ${ids[0] ?? '<security group>'} --ip-permissions ${permission}`,
        ),
      };
    }
  },
});
