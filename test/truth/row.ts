import type { Severity, Verdict } from '../../src/model/report.ts';
import type { Question } from '../../src/model/target.ts';
import type { Change } from '../support/network.ts';

/**
 * What a function is asked to reach, as the command line takes it after `--to`: `internet`, `internet6`, an AWS service
 * (`s3`, `ecr.api`), an address or a CIDR block with a port, an interface or a security group with a port.
 */
export type AskedTarget = string;

/**
 * One network whose outcome was worked out by hand from an AWS page. A row is never regenerated; it changes only when
 * the page shows that it was wrong.
 */
export interface TruthRow {
  readonly name: string;
  /** What differs from the correct network; null for the correct network itself. */
  readonly change: Change | null;
  /** What is asked; the internet over IPv4 if nothing is said. The verdicts are those of this target. */
  readonly target?: AskedTarget;
  /** Who asks: nobody in particular, the command line, what a configuration expects. A target that is never asked by default is always named. */
  readonly asked?: Question['origin'];
  /** A second target of the same command line, and its verdict over all subnets. */
  readonly alongside?: { readonly target: AskedTarget; readonly verdict: Verdict };
  /** Which function is diagnosed; orders-api if none is named. */
  readonly function?: string;
  /** By Name tag of the function's subnets. */
  readonly verdicts: Readonly<Record<string, Verdict>>;
  /** Over all its subnets. */
  readonly verdict: Verdict;
  /** Exact share of what was asked that works, where ports decide it. */
  readonly shares?: Readonly<Record<string, readonly [working: number, of: number]>>;
  /** Whether a small part of the internet is listed as having another outcome. */
  readonly exceptions?: boolean;
  /** Every rule that finds something, with the severity of its findings. */
  readonly speaks: Readonly<Record<string, Severity>>;
  /** How many findings there are, where the number of causes is the point. */
  readonly findings?: number;
  /** The traps: rules that a careless reading of this network would let speak. */
  readonly silent: readonly string[];
  /** Rules that may speak or not: the AWS pages do not settle whether the remark is due. Never as an error. */
  readonly open?: readonly string[];
  /** Rules among `speaks` whose finding also names what else blocks behind it. */
  readonly also?: readonly string[];
  readonly page: string;
  /** The facts from which the outcome follows, where no page states it. Findings about it say that it is inferred. */
  readonly inferred?: string;
  /** Why AWS's documentation leaves the outcome open, where the expected verdict is unknown for that reason. */
  readonly uncertain?: string;
}

/** The three private subnets of the correct network, all with one verdict. */
export const allThree = (verdict: Verdict) => ({
  verdicts: { 'private-a': verdict, 'private-b': verdict, 'private-c': verdict },
  verdict,
});

/** private-a with a verdict of its own beside two reachable subnets. */
export const firstOnly = (verdict: 'blocked' | 'partial' | 'unknown') => ({
  verdicts: { 'private-a': verdict, 'private-b': 'reachable', 'private-c': 'reachable' } as const,
  verdict: verdict === 'unknown' ? ('unknown' as const) : ('partial' as const),
});

/** One share for the three private subnets. */
export const shareOfAll = (working: number, of: number) =>
  ({ 'private-a': [working, of], 'private-b': [working, of], 'private-c': [working, of] }) as const;
