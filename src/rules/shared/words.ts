import { allOf } from '../../network/words.ts';
import type { Occurrence, RuleContext } from '../rule.ts';

/** `a, b and c`; of more than three the first three and how many follow. */
export const someOf = (items: readonly string[]): string =>
  allOf(items.length <= 3 ? items : [...items.slice(0, 3), `${items.length - 3} more`]);

/** Whether the subnets where a defect was met still get a part of their packets to the target through. */
export const isPartial = ({ observations }: Pick<RuleContext, 'observations'>, where: Occurrence): boolean =>
  observations.some(
    ({ subnetId, target, verdict }) =>
      where.subnetIds.includes(subnetId) && where.targets.includes(target) && verdict === 'partial',
  );
