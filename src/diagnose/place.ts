import type { LambdaFunction } from '../model/kinds/functions.ts';
import type { Subnet } from '../model/kinds/subnets.ts';
import type { Answer } from '../model/report.ts';
import type { Question } from '../model/target.ts';
import { type Attachment, attachedTo } from '../network/attachment.ts';
import { memoised } from '../network/memoised.ts';
import { accountOf, type World } from '../network/world.ts';
import type { Cause, Diversion, Observation, OpenQuestion, Rule } from '../rules/rule.ts';
import type { Breach } from '../rules/shared/expected.ts';
import { answerFor } from './answer-report.ts';
import { outcomeOf, type PlacementCache } from './answers.ts';
import { breachesOf, isForbidden, isUndecided } from './breaches.ts';
import { causesOf } from './causes.ts';
import { diversionsOf } from './diversions.ts';
import { openQuestionsOf } from './open-questions.ts';
import type { Outcome, SubnetOutcome } from './outcome.ts';
import { type Replays, replayed, type Simulator } from './replay.ts';

/** What is true of every function with the same subnets, groups and account that is asked the same. */
export interface Place {
  readonly outcomes: readonly Outcome[];
  /** Where packets start; null outside a VPC, or if it is not known. */
  readonly attachment: Attachment | null;
  /** What rules look into. */
  readonly questions: readonly Question[];
  readonly answers: readonly ((fn: LambdaFunction) => Answer)[];
  readonly subnets: readonly Subnet[];
  readonly observations: readonly Observation[];
  readonly causes: readonly Cause[];
  readonly openQuestions: readonly OpenQuestion[];
  readonly diversions: readonly Diversion[];
  readonly breaches: readonly Breach[];
  /** Whether something is stopped or open. */
  readonly isTroubled: boolean;
  /** Whether it is known that its answers need no finding. */
  isLawfulUnspoken: boolean;
  /** Rules that can have something to say: without those that read nothing but the place and said nothing about it. */
  rules: readonly Rule[];
}

export interface PlaceInputs {
  readonly world: World;
  readonly questionsOf: (fn: LambdaFunction) => readonly Question[];
  readonly allHops: boolean;
  readonly cache: PlacementCache;
  /** By what is asked, and by account and network. */
  readonly places: Map<readonly Question[], Map<string, Place>>;
  /** Those whose sections could be read, in the order in which they speak. */
  readonly rules: readonly Rule[];
  /** Those of them that can speak where nothing is stopped and nothing is open. */
  readonly rulesWithoutTrouble: readonly Rule[];
  readonly replays: Replays;
  readonly send: Simulator;
}

const resourcesOf = ({ classes }: SubnetOutcome): Set<string> => {
  const paths = new Set(classes.map(({ reach }) => reach.path));
  return new Set([...paths].flatMap(({ steps }) => steps.map(({ resource }) => resource)));
};

const makePlace = (fn: LambdaFunction, questions: readonly Question[], inputs: PlaceInputs): Place => {
  const outcomes = questions.map((question) =>
    replayed(inputs.world, fn, outcomeOf(inputs.world, fn, question, inputs.cache), inputs.send, inputs.replays),
  );
  const lookedInto = outcomes.filter((outcome) => !isForbidden(outcome));
  const open = outcomes.filter((outcome) => !isForbidden(outcome) || isUndecided(outcome));
  const attached = attachedTo(inputs.world, fn);
  const causes = causesOf(fn.name, lookedInto);
  const openQuestions = openQuestionsOf(open);
  const isTroubled = causes.length + openQuestions.length > 0;
  return {
    outcomes,
    attachment: attached.kind === 'attached' ? attached.attachment : null,
    questions: open.map(({ question }) => question),
    answers: outcomes.map((outcome) => answerFor(outcome, inputs.allHops)),
    subnets: outcomes[0]?.subnets.flatMap(({ subnet }) => (subnet === null ? [] : [subnet])) ?? [],
    observations: lookedInto.flatMap(({ target, subnets }) =>
      subnets.map((subnet) => ({
        target,
        subnetId: subnet.subnetId,
        verdict: subnet.verdict,
        resources: resourcesOf(subnet),
      })),
    ),
    causes,
    openQuestions,
    diversions: diversionsOf(lookedInto),
    breaches: breachesOf(outcomes, fn.arn),
    isTroubled,
    isLawfulUnspoken: false,
    rules: isTroubled ? inputs.rules : inputs.rulesWithoutTrouble,
  };
};

/** The place of a function; outside a VPC each has its own, since what stops it there bears its name. */
export const placeOf = (fn: LambdaFunction, inputs: PlaceInputs): Place => {
  const questions = inputs.questionsOf(fn);
  const { network } = fn;
  if (network.kind !== 'vpc') return makePlace(fn, questions, inputs);
  const { vpcId, subnetIds, securityGroupIds, ipv6AllowedForDualStack } = network;
  const key = `${accountOf(fn)} ${vpcId} ${subnetIds.join()} ${securityGroupIds.join()} ${ipv6AllowedForDualStack}`;
  const known = inputs.places.get(questions) ?? new Map<string, Place>();
  inputs.places.set(questions, known);
  return memoised(known, key, () => makePlace(fn, questions, inputs));
};
