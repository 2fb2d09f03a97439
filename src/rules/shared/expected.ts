import type { Ignore } from '../../model/intent.ts';
import type { Finding, Note } from '../../model/report.ts';

/** A forbidden target that the function is proven to reach. */
export interface Breach {
  readonly target: string;
  /** Who forbids it: `forbidden by lambda-net-doctor.yaml:7`. */
  readonly forbiddenBy: string;
  /** From where it is reached; empty for a function that is not in a VPC. */
  readonly subnetIds: readonly string[];
  /** The addresses that are reached, where they are only a few of the internet; else empty. */
  readonly ranges: readonly string[];
  /** The routes of the function's subnets that lead there: `0.0.0.0/0 → nat-0a of rtb-0b`. */
  readonly routes: readonly string[];
  /** The path by which it is reached. */
  readonly evidence: readonly Note[];
}

/** A finding that was accepted until a day that has passed. */
export interface LapsedFinding {
  readonly ignore: Ignore;
  readonly finding: Finding;
}
