import type { Severity } from '../../../src/model/report.ts';
import { allThree, shareOfAll } from '../row.ts';

/** All of it works from all three subnets, and nothing is worth a word. */
export const reachable = { ...allThree('reachable'), speaks: {} } as const;

/** Nothing is proven to fail, and not all of it is proven to work; the row says why. */
export const unknown = { ...allThree('unknown'), speaks: {}, open: ['egress-path-unverified'] } as const;

/** Nothing works from any of the three subnets, for one cause. */
export const blockedBy = (rule: string) => ({
  ...allThree('blocked'),
  speaks: { [rule]: 'error' } as Readonly<Record<string, Severity>>,
  findings: 1,
});

/** The same part of it fails from all three subnets, for one cause. */
export const partialBy = (rule: string, working: number, of: number) => ({
  ...allThree('partial'),
  shares: shareOfAll(working, of),
  speaks: { [rule]: 'error' } as Readonly<Record<string, Severity>>,
});

/** The outcome is not the same from all subnets, and it works from one of them at least. */
export const uneven = { 'inconsistent-subnet-egress': 'warning' } as const;

/** A read that was refused left the answer open, or did not. */
export const readMatters = { 'missing-permission': 'warning' } as const;
export const readMattersNot = { 'missing-permission': 'note' } as const;

/** Ports 32768-65535 among the 64,512 that the function's end of a connection has. */
export const upperHalf = [32768, 64512] as const;
