import type { Subnet } from '../model/kinds/subnets.ts';
import type { Verdict, Witness } from '../model/report.ts';
import type { Question } from '../model/target.ts';
import type { Family } from '../network/address.ts';
import type { Axis } from '../network/axis.ts';
import type { Blocker } from '../network/blocker.ts';
import type { Doubt } from '../network/doubt.ts';
import type { Problem } from '../network/problem.ts';
import type { ReachClass } from '../network/reach.ts';

/** Addresses with one outcome, its problems in path order and the one to mend first. */
export interface ExplainedClass {
  readonly reach: ReachClass;
  readonly verdict: Verdict;
  /** Whether at least some packets to every one of them are proven to pass. */
  readonly isProvenToPass: boolean;
  readonly problems: readonly Problem[];
  readonly root: Problem | null;
}

/** What stops packets from one subnet, the worst first: a clause for each cause, and the whole of it with how much it stops. */
export interface Story {
  readonly clause: string;
  readonly told: string;
  /** What is wrong, and the resource at fault. */
  readonly kind: Blocker['kind'];
  readonly culprit: string;
}

/** What takes packets to an AWS service. */
export interface Way {
  readonly noun: string;
  readonly id: string;
}

/** Packets of one family, on a way beside the usual one. */
export interface OtherWay {
  readonly family: Family;
  readonly classes: readonly ExplainedClass[];
}

/** What one subnet answers. `subnet` is null if the snapshot lacks it; then `doubt` says why, unless it fails anyway. */
export interface SubnetOutcome {
  readonly subnetId: string;
  readonly subnet: Subnet | null;
  readonly axis: Axis | null;
  readonly verdict: Verdict;
  readonly share: number | null;
  readonly classes: readonly ExplainedClass[];
  readonly exceptions: readonly ExplainedClass[];
  readonly witnesses: readonly Witness[];
  /** What fails on other ways that the target's name may lead to. */
  readonly besides: readonly OtherWay[];
  /** The interface endpoint to which the witnesses go; null for none. */
  readonly endpointId: string | null;
  readonly stories: readonly Story[];
  /** By what an AWS service is reached; null for other targets. */
  readonly way: Way | null;
  readonly doubt: Doubt | null;
}

export interface Outcome {
  readonly question: Question;
  readonly target: string;
  readonly family: Family;
  readonly verdict: Verdict;
  readonly subnets: readonly SubnetOutcome[];
  /** Why it is not known from which subnets the function sends. */
  readonly doubt?: Doubt;
}
