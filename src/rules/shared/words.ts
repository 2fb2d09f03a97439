import type { Occurrence, RuleContext } from '../rule.ts';

/** `a, b and c`. */
export const allOf = (items: readonly string[]): string => {
  const [last = '', ...rest] = items.toReversed();
  return rest.length === 0 ? last : `${rest.toReversed().join(', ')} and ${last}`;
};

/** `a, b and c`; of more than three the first three and how many follow. */
export const someOf = (items: readonly string[]): string =>
  allOf(items.length <= 3 ? items : [...items.slice(0, 3), `${items.length - 3} more`]);

/** Whether the subnets where a defect was met still get a part of their packets through. */
export const isPartial = ({ observations }: Pick<RuleContext, 'observations'>, where: Occurrence): boolean =>
  observations.some(({ subnetId, verdict }) => where.subnetIds.includes(subnetId) && verdict === 'partial');

export const stoppedPart = (context: Pick<RuleContext, 'observations'>, where: Occurrence): string =>
  isPartial(context, where) ? 'a part of the internet' : 'the internet';
