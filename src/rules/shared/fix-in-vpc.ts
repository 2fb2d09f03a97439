import type { Fix } from '../../model/report.ts';
import { accountOf } from '../../network/world.ts';
import type { Occurrence, RuleContext } from '../rule.ts';

/** What it takes to propose a change: the function, its subnets, and whatever else the snapshot knows. */
export type FixContext = Pick<RuleContext, 'fn' | 'subnets' | 'hints'>;

/**
 * A change of the VPC's own resources. In a shared VPC only the account that owns the subnets can make it.
 * https://docs.aws.amazon.com/vpc/latest/userguide/vpc-sharing.html
 */
export const fixInVpc = (
  { fn, subnets }: FixContext,
  where: Pick<Occurrence, 'subnetIds'>,
  text: string,
  commands: readonly string[],
): Fix => {
  const isShared = subnets.some(
    ({ id, ownerId }) => where.subnetIds.includes(id) && ownerId !== null && ownerId !== accountOf(fn),
  );
  return { text, commands, actor: isShared ? 'owner-account' : 'you' };
};
