import type { Doubt } from '../doubt.ts';
import { perhapsMore, type RuleList } from '../gates/rule-list.ts';
import { type CallerAddresses, securityGroupList } from '../gates/security-group.ts';
import { memoised } from '../memoised.ts';
import { gateStep, type Step } from '../step.ts';
import { lookup } from '../world.ts';
import type { PathContext } from './context.ts';

/**
 * The rules of these groups in one direction. A group that could not be read may let anything through and takes nothing
 * away from the others. An interface always has a group, so an empty list is an answer that left them out.
 */
export const groupList = (
  context: PathContext,
  ids: readonly string[],
  direction: 'ingress' | 'egress',
  caller: CallerAddresses | null,
): { readonly list: RuleList; readonly doubt: Doubt | null; readonly rules: number } => {
  const found = ids.map((id) => ({ id, group: lookup(context.world.securityGroups, id) }));
  const groups = found.flatMap(({ group }) => (group.status === 'found' ? [group.item] : []));
  const doubts = found.flatMap(({ id, group }): Doubt[] => {
    if (group.status === 'found') return [];
    return [group.status === 'missing' ? { kind: 'missing', resource: id } : group.doubt];
  });
  if (ids.length === 0) doubts.push({ kind: 'missing', resource: 'a security group' });
  const known = securityGroupList(context.axis, context.world, groups, direction, caller);
  const list = doubts.length === 0 ? known.list : perhapsMore(known.list);
  return {
    list,
    doubt: doubts[0] ?? known.doubt,
    rules: groups.reduce((sum, group) => sum + group[direction].length, 0),
  };
};

const makeSecurityGroupStep = (context: PathContext): Step => {
  const ids = context.securityGroupIds;
  const { list, doubt, rules } = groupList(context, ids, 'egress', null);
  return gateStep('security-group-egress', ids.join(', ') || 'no security group', 'lets the request out', {
    list,
    doubt,
    address: 'destination',
    port: 'destination',
    owner: { kind: 'security-group-egress', securityGroupIds: ids, rules },
  });
};

/** The function's own groups let it out; they are stateful, so replies need no rule. */
export const securityGroupStep = (context: PathContext): Step =>
  memoised(context.groupSteps, context.securityGroupIds.join(' '), () => makeSecurityGroupStep(context));
