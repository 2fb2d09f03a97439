import type { Hop } from '../model/report.ts';
import { doubtText } from './doubt.ts';
import { passingRules } from './gates/deciding-rules.ts';
import { problemsOf } from './problem.ts';
import { type ReachClass, wantedPorts } from './reach.ts';
import type { Step } from './step.ts';
import { stopText } from './stop-text.ts';

/** What a hop does that stops nothing, with the rules that let the packet through. */
const passingNote = (reach: ReachClass, step: Step): string => {
  if (step.outcome.kind !== 'gate') return step.note;
  const { gate } = step.outcome;
  const atom = gate.address === 'destination' ? reach.largest : reach.sources[0]?.atom;
  const rules = passingRules(gate.list, atom ?? 0, wantedPorts(reach.port)[gate.port]);
  const by = rules.length === 0 ? '' : ` by ${rules.slice(0, 3).join(', ')}`;
  return `${step.note}${by}${gate.owner.kind === 'security-group-egress' ? '; replies need no rule' : ''}`;
};

/**
 * The path hop by hop. Behind the first hop that stops the packet, hops that would stop it as well still say so; the
 * others are never reached. The target itself is as certain as the hops before it.
 */
export const hopsOf = (reach: ReachClass): Hop[] => {
  const problems = new Map(problemsOf(reach).map((problem) => [problem.step, problem]));
  let stopped = false;
  let doubtful = false;
  return reach.path.steps.map((step, index): Hop => {
    const problem = problems.get(index);
    const { hop, resource } = step;
    if (problem !== undefined) {
      stopped ||= problem.effect === 'blocks';
      doubtful ||= problem.effect === 'unknown';
      const note = problem.effect === 'unknown' ? doubtText(problem.doubt) : stopText(problem);
      return { hop, resource, verdict: problem.effect, note };
    }
    const note = passingNote(reach, step);
    if (stopped) return { hop, resource, verdict: 'not-reached', note: 'not reached' };
    if (hop === 'target' && doubtful) return { hop, resource, verdict: 'unknown', note: 'cannot be told' };
    return { hop, resource, verdict: 'passes', note };
  });
};
