import type { LambdaFunction } from '../model/kinds/functions.ts';
import type { Subnet } from '../model/kinds/subnets.ts';
import type { Question } from '../model/target.ts';
import { accountOf, type World } from '../network/world.ts';
import type { Cause, Diversion, Observation, OpenQuestion, Rule } from '../rules/rule.ts';
import { type SharedAnswer, sharedAnswer } from './answer-report.ts';
import { type Outcome, outcomeOf, type PlacementCache, type SubnetOutcome } from './answers.ts';
import { causesOf } from './causes.ts';
import { diversionsOf } from './diversions.ts';
import { openQuestionsOf } from './open-questions.ts';
import { type Replays, replayed, type Simulator } from './replay.ts';

/** What is true of every function with the same subnets, groups and account. */
export interface Place {
  readonly outcomes: readonly Outcome[];
  readonly answers: readonly SharedAnswer[];
  readonly subnets: readonly Subnet[];
  readonly observations: readonly Observation[];
  readonly causes: readonly Cause[];
  readonly openQuestions: readonly OpenQuestion[];
  readonly diversions: readonly Diversion[];
  /** Rules that read nothing but the place and have nothing to say about it. */
  readonly silent: Set<Rule>;
}

export interface PlaceInputs {
  readonly world: World;
  readonly questions: readonly Question[];
  readonly allHops: boolean;
  readonly cache: PlacementCache;
  readonly places: Map<string, Place>;
  readonly replays: Replays;
  readonly send: Simulator;
}

const resourcesOf = ({ classes }: SubnetOutcome): Set<string> =>
  new Set(classes.flatMap(({ reach }) => reach.path.steps.map(({ resource }) => resource)));

const makePlace = (fn: LambdaFunction, inputs: PlaceInputs): Place => {
  const outcomes = inputs.questions.map((question) =>
    replayed(fn, outcomeOf(inputs.world, fn, question, inputs.cache), inputs.send, inputs.replays),
  );
  return {
    outcomes,
    answers: outcomes.map((outcome) => sharedAnswer(outcome, inputs.allHops)),
    subnets: outcomes[0]?.subnets.flatMap(({ subnet }) => (subnet === null ? [] : [subnet])) ?? [],
    observations: outcomes.flatMap(({ target, subnets }) =>
      subnets.map((subnet) => ({
        target,
        subnetId: subnet.subnetId,
        verdict: subnet.verdict,
        resources: resourcesOf(subnet),
      })),
    ),
    causes: causesOf(fn.name, outcomes),
    openQuestions: openQuestionsOf(outcomes),
    diversions: diversionsOf(outcomes),
    silent: new Set(),
  };
};

/** The place of a function; outside a VPC each has its own, since what stops it there bears its name. */
export const placeOf = (fn: LambdaFunction, inputs: PlaceInputs): Place => {
  if (fn.network.kind !== 'vpc') return makePlace(fn, inputs);
  const key = JSON.stringify([accountOf(fn), fn.network]);
  const known = inputs.places.get(key);
  if (known !== undefined) return known;
  const place = makePlace(fn, inputs);
  inputs.places.set(key, place);
  return place;
};
