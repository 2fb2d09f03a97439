import type { LambdaFunction } from '../model/kinds/functions.ts';
import type { Unavailable } from '../model/section.ts';
import type { BlockerKind, BlockerOf } from '../network/blocker.ts';
import type { Cause, Occurrence, RuleContext } from '../rules/rule.ts';
import type { Place, PlaceInputs } from './place.ts';
import { pollerWaysOf } from './poller-ways.ts';

export interface RuleInputs extends PlaceInputs {
  readonly unavailable: readonly Unavailable[];
}

/** What the rules see of a function in its place. `spokenOf` grows as they speak. */
export const contextOf = (
  fn: LambdaFunction,
  place: Place,
  inputs: RuleInputs,
  configuration: () => LambdaFunction,
  spokenOf: ReadonlySet<Occurrence>,
): RuleContext => {
  const { causes, openQuestions } = place;
  return {
    fn,
    configuration,
    subnets: place.subnets,
    world: inputs.world,
    hints: inputs.world,
    region: inputs.world.snapshot.region,
    questions: place.questions,
    observations: place.observations,
    unavailable: inputs.unavailable,
    openQuestions,
    diversions: place.diversions,
    breaches: place.breaches,
    pollerWays: () => pollerWaysOf(inputs.world, fn, inputs.cache),
    lapsed: [],
    causes: <Name extends BlockerKind>(kind: Name) =>
      causes.filter((cause): cause is Cause<BlockerOf<Name>> => cause.blocker.kind === kind),
    unexplained: () => causes.filter((cause) => !spokenOf.has(cause)),
    unanswered: () => openQuestions.filter((question) => !spokenOf.has(question)),
  };
};
