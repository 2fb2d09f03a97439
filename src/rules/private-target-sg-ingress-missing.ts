import { defineRule } from './rule.ts';
import { mountTargetName } from './shared/mount-target.ts';
import { targetGroupDraft, targetInterface } from './shared/target-group.ts';

export default defineRule({
  id: 'private-target-sg-ingress-missing',
  severity: 'error',
  title: 'The security groups of the target do not let the function in',
  symptom:
    'Connections to a database, a cache or another private address hang until they time out, from all subnets or from some, while others reach the same target.',
  why: 'A security group lets in only what one of its ingress rules allows, by protocol, port and source. Its source has to be a group that the function carries, or a range that holds the addresses of all subnets of the function.',
  fix: "Add an ingress rule for the target's port with the function's security group as its source.",
  traps:
    'The rules of all groups of the target count together, and a prefix list counts as the ranges in it. A rule that names a group counts for interfaces that carry it, in the same VPC or across an active peering connection. Lambda can give the function any address of its subnets, so a rule for a part of one is not enough. Replies need no rule. If the interface cannot be seen, the answer is unknown.',
  references: [
    'https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html',
    'https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html',
  ],
  raCode: 'ENI_SG_RULES_MISMATCH',
  needs: ['networkInterfaces', 'securityGroups'],
  onlyOfTrouble: true,
  *check(context) {
    for (const cause of context.causes('target-security-group')) {
      const eni = targetInterface(context, cause);
      const address = (cause.family === 'ipv4' ? eni?.privateIpAddresses[0]?.address : eni?.ipv6Addresses[0]) ?? '';
      const { hostId, ofEndpoint } = cause.blocker;
      const isOther = ofEndpoint || mountTargetName(context.hints, hostId) !== null;
      if (!isOther) yield targetGroupDraft(context, cause, `interface ${hostId} (${address})`);
    }
  },
});
