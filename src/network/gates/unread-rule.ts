import type { Doubt } from '../doubt.ts';
import type { RuleList } from './rule-list.ts';

/** Why a list leaves open what it does; null where all of its rules are known, so that both readings agree. */
export const unreadRuleOf = (resource: string, { rules }: RuleList): Doubt | null => {
  const unread = rules.find(({ lower, upper }) => lower !== upper);
  const what = `${unread?.label} of ${resource} has ports, addresses or an action that this version cannot read`;
  return unread === undefined ? null : { kind: 'not-evaluated', resource, what };
};
