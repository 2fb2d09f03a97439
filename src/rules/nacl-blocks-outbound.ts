import { defineRule } from './rule.ts';
import { stoppedTraffic } from './shared/asked.ts';
import { fixInVpc } from './shared/fix-in-vpc.ts';
import { allowRuleCommands, decidingLines, type NewNumbers, requestRules } from './shared/network-acl-rule.ts';

export default defineRule({
  id: 'nacl-blocks-outbound',
  severity: 'error',
  title: "The network ACL of the function's subnet does not let requests out",
  symptom: 'Every connection that leaves the subnet hangs until it times out, while the security groups look right.',
  why: 'A network ACL is tested when a packet leaves the subnet. The rule with the lowest number that matches decides, and what matches no rule is denied. The port of an egress rule is the destination port of the packet, 443 for HTTPS, 5432 for PostgreSQL.',
  fix: 'Add an egress rule that allows the port to the addresses that the function calls, for HTTPS to anywhere tcp 443 to 0.0.0.0/0 and to ::/0 for IPv6, with a number below the rule that denies it.',
  traps:
    'Rules for the other address family, for UDP and for other ports do not count. A deny with a higher number than the allow changes nothing. Addresses that a gateway endpoint takes are no part of the internet. Targets inside the same subnet never meet the network ACL. A deny that covers less than one in a hundred addresses is listed with the answer as an exception.',
  references: [
    'https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html',
    'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html',
  ],
  raCode: 'SUBNET_ACL_RESTRICTION',
  needs: ['networkAcls'],
  onlyOfTrouble: true,
  *check(context) {
    const numbers: NewNumbers = new Map();
    for (const cause of context.causes('network-acl')) {
      const { blocker } = cause;
      if (blocker.side !== 'function' || blocker.leg !== 'request') continue;
      yield {
        resource: blocker.networkAclId,
        where: cause,
        message: `Network ACL ${blocker.networkAclId} does not let ${stoppedTraffic(context, cause, 'out to')}, by ${decidingLines(blocker)}: the function's requests are dropped.`,
        fix: fixInVpc(
          context,
          cause,
          'Add an egress rule for the requests, with a number below the rule that denies them.',
          allowRuleCommands(context, blocker, requestRules(context, cause), numbers),
        ),
      };
    }
  },
});
