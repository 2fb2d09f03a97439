import type { FunctionRead } from '../model/function-reads.ts';
import type { LambdaFunction } from '../model/kinds/functions.ts';
import type { Subnet } from '../model/kinds/subnets.ts';
import type { Fix, Note, RuleMetadata, Severity, Verdict } from '../model/report.ts';
import type { Unavailable } from '../model/section.ts';
import type { Kind } from '../model/sections.ts';
import type { Question } from '../model/target.ts';
import type { Family } from '../network/address.ts';
import type { Blocker, BlockerKind, BlockerOf } from '../network/blocker.ts';
import type { Doubt } from '../network/doubt.ts';
import type { World } from '../network/world.ts';
import type { PollerWay } from './shared/event-source.ts';
import type { Breach, LapsedFinding } from './shared/expected.ts';

/** Where a defect was met: which subnets and targets, and the path that shows it. */
export interface Occurrence {
  readonly subnetIds: readonly string[];
  readonly targets: readonly string[];
  /** The most severe that design allows for these answers: error, warning or note. */
  readonly severity: Severity;
  /** Whether nobody asked for any of the targets: each is asked by default, without expectation or as detected. */
  readonly onlyByDefault: boolean;
  /** The path up to the culprit. */
  readonly evidence: readonly Note[];
  /** Other blockers of the same paths. */
  readonly also: readonly Note[];
}

/** The root cause of one or more blocked or partial answers: one culprit, however many subnets and targets it stops. */
export interface Cause<B extends Blocker = Blocker> extends Occurrence {
  readonly blocker: B;
  /** Of the packets that it stops. */
  readonly family: Family;
}

/** Why an answer is unknown. */
export interface OpenQuestion extends Occurrence {
  readonly doubt: Doubt;
}

/** One subnet's verdict for one target, for rules that compare subnets. */
export interface Observation {
  readonly target: string;
  readonly subnetId: string;
  readonly verdict: Verdict;
  /** Ids of the resources on the subnet's paths to the target, those nearest to the function first. */
  readonly resources: ReadonlySet<string>;
}

/**
 * A part of the internet that a route more specific than the default one takes elsewhere, where it is blocked or cannot
 * be told.
 */
export interface Diversion extends Occurrence {
  readonly routeTableId: string;
  readonly destination: string;
  readonly target: string;
  readonly verdict: Verdict;
  /** Whether these addresses are listed as exceptions and leave the answer as it is. */
  readonly isException: boolean;
}

/** A function by its names and its place in the network: all that the answers about it rest on. */
export type PlacedFunction = Pick<LambdaFunction, 'name' | 'arn' | 'qualifier' | 'network'>;

/** What a rule sees of one function. `world` holds only the sections that the rule says it needs. */
export interface RuleContext<K extends Kind = Kind> {
  readonly fn: PlacedFunction;
  /**
   * Everything else about the function. A rule that asks for it or says which functions it concerns is run for each;
   * one that does neither and says nothing about one function says nothing about any in the same place.
   */
  readonly configuration: () => LambdaFunction;
  /** The function's subnets that were found. */
  readonly subnets: readonly Subnet[];
  readonly world: Pick<World, Extract<K, keyof World>>;
  /** The whole snapshot, for better fixes only: what it lacks never decides whether a rule speaks. */
  readonly hints: World;
  readonly region: string;
  /** What was asked, each once; without forbidden targets of which it is known whether they are reached. */
  readonly questions: readonly Question[];
  readonly observations: readonly Observation[];
  readonly unavailable: readonly Unavailable[];
  readonly openQuestions: readonly OpenQuestion[];
  readonly diversions: readonly Diversion[];
  readonly breaches: readonly Breach[];
  /** Of event sources that say from which subnets they are polled. */
  readonly pollerWays: () => readonly PollerWay[];
  /** Findings of other rules; for a rule that reads findings. */
  readonly lapsed: readonly LapsedFinding[];
  /** Root causes of one kind. */
  readonly causes: <Name extends BlockerKind>(kind: Name) => readonly Cause<BlockerOf<Name>>[];
  /** Root causes that no rule has spoken about so far; for rules that speak last. */
  readonly unexplained: () => readonly Cause[];
  /** Open questions that no rule has spoken about so far; for rules that speak last. */
  readonly unanswered: () => readonly OpenQuestion[];
}

/** A finding as a rule writes it; identity, documentation and severity are added by the engine. */
export interface Draft {
  readonly message: string;
  readonly resource: string;
  readonly destination?: string;
  readonly where: Occurrence;
  /** Lowers the severity; it can never rise above what the rule and the answers allow. */
  readonly atMost?: Severity;
  readonly fix: Fix;
}

export interface Rule<K extends Kind = Kind> extends Omit<RuleMetadata, 'helpUrl' | 'needs'> {
  readonly needs: readonly Kind[];
  /** What it needs that is read of each function by calls of their own; it is skipped for a function that lacks it. */
  readonly reads?: readonly FunctionRead[];
  /** The functions of which it can speak, by their own configuration; all of them if it does not say. */
  readonly concerns?: (fn: LambdaFunction) => boolean;
  /** It speaks of root causes and open questions alone, so that it is not run where there are none. */
  readonly onlyOfTrouble?: true;
  /** Runs after all other rules, for what they leave unsaid. */
  readonly speaksLast?: true;
  /** Runs when all findings of the network are known, about the findings themselves. */
  readonly readsFindings?: true;
  check(context: RuleContext<K>): Iterable<Draft>;
}

/** Gives a rule's `check` exactly the sections that its `needs` name. */
export const defineRule = <const K extends Kind>(
  rule: Omit<Rule<K>, 'needs'> & { readonly needs: readonly K[] },
): Rule<K> => rule;

/** A place that concerns the function as a whole and no target. */
export const wholeFunction = (
  context: { readonly subnets: readonly Subnet[] },
  severity: Severity,
  evidence: readonly Note[],
): Occurrence => ({
  subnetIds: context.subnets.map((subnet) => subnet.id),
  targets: [],
  severity,
  onlyByDefault: false,
  evidence,
  also: [],
});

/** A fix that the owner of the function can make. */
export const fixBy = (text: string, ...commands: string[]): Fix => ({ text, commands, actor: 'you' });
