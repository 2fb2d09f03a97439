import { defineRule } from './rule.ts';
import { passageDraft } from './shared/network-acl-passage.ts';
import type { NewNumbers } from './shared/network-acl-rule.ts';

export default defineRule({
  id: 'target-subnet-nacl-blocks',
  severity: 'error',
  title: "The network ACL of the target's subnet drops the function's traffic",
  symptom:
    'Connections to a database or to an interface endpoint hang until they time out, although the security groups at both ends let them through. If only a part of the ports is closed, some connections time out and others work.',
  why: "A request and its reply cross the network ACL of the target's subnet twice: in from the function to the port of the target, and out to the port that Lambda chose for the request, anywhere from 1024 to 65535. A network ACL keeps no memory of connections, so each passage needs a rule.",
  fix: "The subnet of the target needs two allow rules for each subnet of the function: the target's port in, and tcp 1024-65535 out.",
  traps:
    "A target in the function's own subnet never meets a network ACL. A rule that lets out the target's own port does nothing for replies, whose destination is the port of the function. An endpoint with interfaces in several subnets meets the list of each, and its name gives any of them.",
  references: [
    'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html',
    'https://docs.aws.amazon.com/vpc/latest/userguide/custom-network-acl.html',
    'https://docs.aws.amazon.com/lambda/latest/dg/troubleshooting-networking.html',
  ],
  raCode: 'SUBNET_ACL_RESTRICTION',
  needs: ['networkAcls', 'subnets'],
  onlyOfTrouble: true,
  *check(context) {
    const numbers: NewNumbers = new Map();
    for (const cause of context.causes('network-acl'))
      if (cause.blocker.side === 'target') yield passageDraft(context, cause, 'the target', numbers);
  },
});
