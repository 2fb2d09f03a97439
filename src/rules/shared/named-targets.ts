import type { Vpc } from '../../model/kinds/vpcs.ts';
import { type Target, targetName } from '../../model/target.ts';
import { lookup, type World } from '../../network/world.ts';
import type { RuleContext } from '../rule.ts';

const named: readonly Target['kind'][] = ['internet', 'internet6', 'service', 'host'];

/** What was asked for that programs call by a name, so that DNS comes first. */
export const namedTargets = ({ questions }: Pick<RuleContext, 'questions'>): string[] =>
  questions.filter(({ target }) => named.includes(target.kind)).map(({ target }) => targetName(target));

/** The VPCs of the function's subnets that could be read: one, unless the snapshot is odd. */
export const vpcsOf = (world: Pick<World, 'vpcs'>, { subnets }: Pick<RuleContext, 'subnets'>): Vpc[] =>
  [...new Set(subnets.map(({ vpcId }) => vpcId))].flatMap((id) => {
    const vpc = lookup(world.vpcs, id);
    return vpc.status === 'found' ? [vpc.item] : [];
  });
