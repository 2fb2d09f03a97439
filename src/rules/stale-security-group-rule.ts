import type { SecurityGroup, SecurityGroupRule } from '../model/kinds/security-groups.ts';
import { accountOf, lookup } from '../network/world.ts';
import { defineRule, fixBy, type PlacedFunction, wholeFunction } from './rule.ts';
import { revokeEgressCommand } from './shared/group-permission.ts';
import { groupRuleLine } from './shared/group-rule-line.ts';

/** The group that a rule names, if that is one of the same VPC and account, which the list of the VPC's groups has. */
const ownReference = (fn: PlacedFunction, group: SecurityGroup, { peer }: SecurityGroupRule): string | null => {
  if (peer.kind !== 'security-group' || peer.peeringConnectionId !== null) return null;
  const isOfVpc = peer.vpcId === null || peer.vpcId === group.vpcId;
  return isOfVpc && peer.ownerId === accountOf(fn) ? peer.id : null;
};

export default defineRule({
  id: 'stale-security-group-rule',
  severity: 'note',
  title: 'A rule of the function refers to a security group that no longer exists',
  symptom: 'Calls that the rule once let out time out.',
  why: 'A rule that refers to another group lets out packets to the interfaces of that group. When the group is deleted the rule stays where it is and matches nothing.',
  fix: 'Take the rule out, or replace it with one that refers to the group that took over.',
  traps:
    'Only a reference within the VPC and the account is judged, whose groups are all listed. A group of a peered VPC, of another account or of a VPC that was not read may be out of sight, and nothing is said about it.',
  references: [
    'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeStaleSecurityGroups.html',
    'https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html',
  ],
  raCode: null,
  needs: ['securityGroups', 'subnets'],
  *check(context) {
    const { fn, world, subnets } = context;
    if (fn.network.kind !== 'vpc') return;
    for (const groupId of fn.network.securityGroupIds) {
      const group = lookup(world.securityGroups, groupId);
      if (group.status !== 'found' || !subnets.some(({ vpcId }) => vpcId === group.item.vpcId)) continue;
      for (const rule of group.item.egress) {
        const gone = ownReference(fn, group.item, rule);
        if (gone === null || lookup(world.securityGroups, gone).status !== 'missing') continue;
        const line = groupRuleLine(rule, 'egress');
        yield {
          resource: groupId,
          destination: gone,
          where: wholeFunction(context, 'note', [{ resource: groupId, note: line }]),
          message: `${groupId} of ${fn.name} has the rule ${line}, and ${gone} does not exist any more: the rule lets nothing out.`,
          fix: fixBy(
            'Take the rule out, or replace it with one that refers to the group that took over.',
            revokeEgressCommand(groupId, rule, gone),
          ),
        };
      }
    }
  },
});
