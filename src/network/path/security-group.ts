import type { SecurityGroup } from '../../model/kinds/security-groups.ts';
import type { Doubt } from '../doubt.ts';
import { type RuleList, unreadableList } from '../gates/rule-list.ts';
import { type CallerAddresses, securityGroupList } from '../gates/security-group.ts';
import { gateStep, type Step } from '../step.ts';
import { lookup } from '../world.ts';
import type { PathContext } from './context.ts';

/**
 * Groups by id, or the doubt about the first one that is not in the snapshot. An interface always has a group, so an
 * empty list is an answer that left them out.
 */
export const groupsOf = (context: PathContext, ids: readonly string[]): SecurityGroup[] | Doubt => {
  if (ids.length === 0) return { kind: 'missing', resource: 'a security group' };
  const groups: SecurityGroup[] = [];
  for (const id of ids) {
    const found = lookup(context.world.securityGroups, id);
    if (found.status !== 'found') return found.status === 'missing' ? { kind: 'missing', resource: id } : found.doubt;
    groups.push(found.item);
  }
  return groups;
};

/** The rules of these groups in one direction; a group that could not be read makes the whole list unreadable. */
export const groupList = (
  context: PathContext,
  ids: readonly string[],
  direction: 'ingress' | 'egress',
  caller: CallerAddresses | null,
): { readonly list: RuleList; readonly doubt: Doubt | null } => {
  const groups = groupsOf(context, ids);
  return Array.isArray(groups)
    ? securityGroupList(context.axis, context.world, groups, direction, caller)
    : { list: unreadableList(context.axis.atoms), doubt: groups };
};

/** The function's own groups let it out; they are stateful, so replies need no rule. */
export const securityGroupStep = (context: PathContext): Step => {
  const ids = context.securityGroupIds;
  const groups = groupsOf(context, ids);
  const rules = Array.isArray(groups) ? groups.reduce((sum, group) => sum + group.egress.length, 0) : 0;
  const resource = ids.join(', ') || 'no security group';
  return gateStep('security-group-egress', resource, 'lets the request out', {
    ...groupList(context, ids, 'egress', null),
    address: 'destination',
    port: 'destination',
    owner: { kind: 'security-group-egress', securityGroupIds: ids, rules },
  });
};
