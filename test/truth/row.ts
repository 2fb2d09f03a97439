import type { Severity, Verdict } from '../../src/model/report.ts';
import type { Change } from '../support/network.ts';

/**
 * One network whose outcome was worked out by hand from an AWS page. A row is never regenerated; it changes only when
 * the page shows that it was wrong.
 */
export interface TruthRow {
  readonly name: string;
  /** What differs from the correct network; null for the correct network itself. */
  readonly change: Change | null;
  /** The question about the internet: nobody named a target, or the command line did. */
  readonly asked?: 'default' | 'to';
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
