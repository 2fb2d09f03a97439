import type { BlockerOf } from '../../network/blocker.ts';
import type { Cause } from '../rule.ts';

/** Rule lists stop IPv6 on a way out that is there; anything else means that there is no way out. */
const isRuleList = (resource: string): boolean => /^(acl|sg)-/.test(resource);

/** Whether the function would have a way out over IPv6 as soon as it may use it. */
export const hasWayOutBehindFlag = ({ also }: Cause<BlockerOf<'ipv6-flag-off'>>): boolean =>
  also.every(({ resource }) => isRuleList(resource));
