import type { Hop } from '../model/report.ts';
import { blockerText } from './blocker-text.ts';
import { doubtText } from './doubt.ts';
import { problemsOf } from './problem.ts';
import type { ReachClass } from './reach.ts';

/**
 * The path hop by hop. Behind the first hop that stops the packet, hops that would stop it as well still say so; the
 * others are never reached.
 */
export const hopsOf = (reach: ReachClass, port: number): Hop[] => {
  const problems = new Map(problemsOf(reach, port).map((problem) => [problem.step, problem]));
  let stopped = false;
  return reach.path.steps.map((step, index): Hop => {
    const problem = problems.get(index);
    const { hop, resource } = step;
    const before = stopped;
    if (problem === undefined)
      return {
        hop,
        resource,
        verdict: before ? 'not-reached' : 'passes',
        note: before ? `not reached; it ${step.note}` : step.note,
      };
    stopped ||= problem.effect === 'blocks';
    const note = problem.effect === 'unknown' ? doubtText(problem.doubt) : blockerText(problem.blocker);
    return { hop, resource, verdict: problem.effect, note };
  });
};
