import { portsText } from '../network/ports.ts';
import { openPortsText } from '../network/problem.ts';
import { defineRule } from './rule.ts';
import { stoppedPlaces } from './shared/asked.ts';
import { fixInVpc } from './shared/fix-in-vpc.ts';
import { allowRuleCommands, decidingLines, type NewNumbers, replyRules } from './shared/network-acl-rule.ts';
import { isPartial } from './shared/words.ts';

export default defineRule({
  id: 'nacl-blocks-return-traffic',
  severity: 'error',
  title: "The network ACL of the function's subnet drops replies",
  symptom:
    'Requests leave and their answers never arrive. If only a part of the ports is closed, some connections time out and others work, seemingly at random.',
  why: 'A network ACL keeps no memory of connections. A reply comes in to the port that Lambda chose for the request, anywhere from 1024 to 65535, and needs an ingress rule for that port.',
  fix: 'Allow tcp 1024-65535 in from the addresses that the function calls; IPv6 needs a rule of its own.',
  traps:
    'An allow for 32768-65535 covers only half of the ports that Lambda uses. A rule with a lower number that denies wins over the allow. Less than one port in a hundred closed is reported as a warning and leaves the answer reachable.',
  references: [
    'https://docs.aws.amazon.com/lambda/latest/dg/troubleshooting-networking.html',
    'https://docs.aws.amazon.com/vpc/latest/userguide/custom-network-acl.html',
  ],
  raCode: 'SUBNET_ACL_RESTRICTION',
  needs: ['networkAcls'],
  onlyOfTrouble: true,
  *check(context) {
    const numbers: NewNumbers = new Map();
    for (const cause of context.causes('network-acl')) {
      const { blocker } = cause;
      if (blocker.side !== 'function' || blocker.leg !== 'reply') continue;
      const { networkAclId, closed, wanted } = blocker;
      const all = portsText(closed) === portsText(wanted);
      yield {
        resource: networkAclId,
        where: cause,
        message: all
          ? `Network ACL ${networkAclId} drops ${isPartial(context, cause) ? `replies from ${stoppedPlaces(context, cause)}` : 'every reply'} to the function, on the way in to tcp ${portsText(wanted)}, by ${decidingLines(blocker)}.`
          : `Network ACL ${networkAclId} lets replies in on only ${openPortsText(closed, wanted)}, by ${decidingLines(blocker)}: connections that Lambda opens from a closed port time out.`,
        fix: fixInVpc(
          context,
          cause,
          'Add an ingress rule for the replies, with a number below the rule that denies them.',
          allowRuleCommands(context, blocker, replyRules(context, cause, all ? wanted : closed), numbers),
        ),
      };
    }
  },
});
