import type { Step } from '../step.ts';

/** What the request meets up to the target, and what the reply meets before it is back in the function's subnet. */
export interface Legs {
  readonly steps: readonly Step[];
  readonly reply: readonly Step[];
  /** The target is in the function's own subnet, within which no network ACL is tested. */
  readonly withinSubnet?: true;
  /** Where a table behind the subnet's own leaves open which way is taken: all of them. */
  readonly others?: readonly Legs[];
}

export const oneWay = (steps: readonly Step[]): Legs => ({ steps, reply: [] });

/** A step, and what it leads to. */
export const behind = (step: Step, legs: Legs): Legs => ({
  ...legs,
  steps: [step, ...legs.steps],
  ...(legs.others !== undefined && { others: legs.others.map((each) => behind(step, each)) }),
});

/** What packets can meet behind the subnet: one way, or several of which one is taken and not known. */
export interface Ways {
  readonly main: Legs;
  readonly others: readonly Legs[];
}
