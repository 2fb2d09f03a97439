import { culpritOf } from '../network/culprit.ts';
import { allOf } from '../network/words.ts';
import { lookup } from '../network/world.ts';
import { defineRule, fixBy } from './rule.ts';
import { stoppedTraffic } from './shared/asked.ts';
import { peersByPort } from './shared/far-addresses.ts';
import { authorizeCommand } from './shared/group-permission.ts';
import { groupRuleLine } from './shared/group-rule-line.ts';
import { someOf } from './shared/words.ts';

export default defineRule({
  id: 'sg-egress-blocks-destination',
  severity: 'error',
  title: 'No egress rule of the security groups lets the traffic out',
  symptom: 'Every connection to the target hangs until it times out, from all subnets alike.',
  why: 'A security group lets out only what one of its egress rules allows, by protocol, destination port and destination address. The rules of all groups of the function count together. A group that a tool made may have no egress rule at all, since some tools take away the rule for all traffic with which AWS makes a group.',
  fix: 'Add an egress rule for the port to what the function calls: tcp 443 to 0.0.0.0/0 for the internet, to the prefix list of a gateway endpoint, to the group of an interface endpoint, or to the address of a database.',
  traps:
    "A rule to the NAT gateway's address or to another group is not enough for the internet, since packets carry the address of the internet host and not that of the NAT gateway. The same holds for a gateway endpoint: packets to S3 carry public addresses, so a rule for the VPC alone does not let them out. A rule for ::/0 covers no IPv4, and one for 0.0.0.0/0 no IPv6. The function needs no ingress rules, and no rule for the DNS server of the VPC. A group that could not be read leaves the answer unknown.",
  references: ['https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html'],
  raCode: 'ENI_SG_RULES_MISMATCH',
  needs: ['securityGroups'],
  onlyOfTrouble: true,
  *check(context) {
    for (const cause of context.causes('security-group-egress')) {
      const { securityGroupIds: ids } = cause.blocker;
      const rules = ids.flatMap((id) => {
        const group = lookup(context.world.securityGroups, id);
        return group.status === 'found' ? group.item.egress.map((rule) => groupRuleLine(rule, 'egress')) : [];
      });
      const groups = `${ids.length === 1 ? 'Security group' : 'The security groups'} ${someOf(ids)}`;
      const peers = [...peersByPort(context, cause)];
      yield {
        resource: culpritOf(cause.blocker).resource,
        where: cause,
        message:
          rules.length === 0
            ? `${groups} ${ids.length === 1 ? 'has' : 'have'} no egress rule: nothing leaves the function's network interfaces.`
            : `${groups} ${ids.length === 1 ? 'lets' : 'let'} out only ${someOf(rules)}: ${stoppedTraffic(context, cause)} is dropped.`,
        fix: fixBy(
          `Add an egress rule for tcp ${allOf(peers.map(([port]) => String(port)))}; other interfaces that have the group get it as well.`,
          ...peers.map(([port, far]) => authorizeCommand('egress', ids[0], port, far)),
        ),
      };
    }
  },
});
