import type { Verdict } from '../model/report.ts';
import { type Bounds, boundsOf, type ReachClass } from './reach.ts';

/** Whether packets certainly do not all pass. */
export const fails = ({ verdict }: { readonly verdict: Verdict }): boolean =>
  verdict === 'blocked' || verdict === 'partial';

/** From this share of ephemeral ports on, a path counts as working; a warning names the closed ones. */
const enough = 0.99;

/** Verdict for one path: at least 99 % of the ports that Lambda or a NAT gateway may pick work, or none does. */
export const verdictOfBounds = ({ lower, upper }: Bounds): Verdict => {
  if (lower >= enough) return 'reachable';
  if (upper === 0) return 'blocked';
  return upper < enough ? 'partial' : 'unknown';
};

/** Over parts of which all have to work: addresses of a target, addresses of the function. */
export const verdictOfParts = (verdicts: readonly Verdict[]): Verdict => {
  if (verdicts.length > 0 && verdicts.every((verdict) => verdict === 'reachable')) return 'reachable';
  if (verdicts.length > 0 && verdicts.every((verdict) => verdict === 'blocked')) return 'blocked';
  return verdicts.some((verdict) => verdict === 'blocked' || verdict === 'partial') ? 'partial' : 'unknown';
};

/** A class of addresses with its verdict and the shares that are proven to pass and not proven to be stopped. */
export interface JudgedClass {
  readonly reach: ReachClass;
  readonly verdict: Verdict;
  readonly bounds: Bounds;
}

const judgePath = (reach: ReachClass): JudgedClass => {
  const judged = reach.sources.map((source) => ({ source, bounds: boundsOf(reach, source) }));
  const mean = (reading: 'lower' | 'upper'): number =>
    judged.reduce((sum, { source, bounds }) => sum + source.weight * bounds[reading], 0);
  return {
    reach,
    verdict: verdictOfParts(judged.map(({ bounds }) => verdictOfBounds(bounds))),
    bounds:
      judged.length === 1
        ? (judged[0]?.bounds ?? { lower: 0, upper: 1 })
        : { lower: mean('lower'), upper: mean('upper') },
  };
};

/**
 * Where one of several paths is taken and it cannot be told which, that which holds on every one of them is proven. The
 * path that is shown is then one with this verdict.
 */
export const judge = (reach: ReachClass): JudgedClass => {
  const itself = judgePath(reach);
  const others = reach.path.alternatives.map((path) => judgePath({ ...reach, path }));
  if (others.length === 0) return itself;
  const lower = Math.min(...others.map(({ bounds }) => bounds.lower));
  const upper = Math.max(...others.map(({ bounds }) => bounds.upper));
  const verdict = verdictOfBounds({ lower, upper });
  const shown = others.findLast((other) => other.verdict === verdict);
  return verdict === 'unknown' || shown === undefined ? itself : { ...shown, bounds: { lower, upper } };
};

/** What one subnet's packets meet. `exceptions` are the few addresses of the internet whose outcome differs. */
export interface TargetVerdict {
  readonly verdict: Verdict;
  readonly share: number | null;
  readonly classes: readonly JudgedClass[];
  readonly exceptions: readonly JudgedClass[];
}

const sizeOf = (classes: readonly JudgedClass[]): number => classes.reduce((sum, { reach }) => sum + reach.size, 0);

const shareOf = (classes: readonly JudgedClass[]): number | null => {
  if (classes.some(({ bounds }) => bounds.lower !== bounds.upper)) return null;
  const [only] = classes;
  if (classes.every(({ bounds }) => bounds.lower === only?.bounds.lower)) return only?.bounds.lower ?? null;
  return classes.reduce((sum, { reach, bounds }) => sum + reach.size * bounds.lower, 0) / sizeOf(classes);
};

/**
 * The internet: the outcome of at least 99 % of its addresses is the verdict and the rest are exceptions; without such
 * a majority every part counts.
 */
export const internetVerdict = (classes: readonly JudgedClass[]): TargetVerdict => {
  const total = sizeOf(classes);
  for (const verdict of ['reachable', 'blocked', 'partial', 'unknown'] as const) {
    const same = classes.filter((judged) => judged.verdict === verdict);
    if (same.length > 0 && sizeOf(same) >= total * enough)
      return { verdict, share: shareOf(same), classes: same, exceptions: classes.filter((c) => c.verdict !== verdict) };
  }
  return {
    verdict: verdictOfParts(classes.map(({ verdict }) => verdict)),
    share: shareOf(classes),
    classes,
    exceptions: [],
  };
};

/** Over the subnets of a function: Lambda may place any of its environments in any of them. */
export const verdictOverSubnets = verdictOfParts;

/** Any other target is judged to its last address. */
export const targetVerdict = (classes: readonly JudgedClass[]): TargetVerdict => ({
  verdict: verdictOfParts(classes.map(({ verdict }) => verdict)),
  share: shareOf(classes),
  classes,
  exceptions: [],
});
