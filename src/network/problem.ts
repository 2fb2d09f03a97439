import type { Blocker } from './blocker.ts';
import type { Doubt } from './doubt.ts';
import { passingRules, stoppingRules } from './gates/deciding-rules.ts';
import { countPorts, type PortSet, portsText, samePorts, subtractPorts, unitePorts } from './ports.ts';
import { decisionOf, type ReachClass, wantedPorts } from './reach.ts';
import type { Gate } from './step.ts';

/** What is wrong, or not known, at one step of a path. `partial`: some ports or some of the function's addresses. */
export type Problem =
  | {
      readonly effect: 'blocks' | 'partial';
      readonly step: number;
      readonly blocker: Blocker;
      /** Share of the addresses that the function can have in its subnet that it concerns. */
      readonly ofSources: number;
    }
  | { readonly effect: 'unknown'; readonly step: number; readonly doubt: Doubt };

const blockerOfGate = (gate: Gate, atom: number, closed: PortSet, wanted: PortSet, port: number): Blocker => {
  const { owner } = gate;
  if (owner.kind !== 'network-acl') return { ...owner, port };
  const allowedBy = passingRules(gate.list, atom, subtractPorts(wanted, closed));
  return { ...owner, closed, wanted, decidedBy: stoppingRules(gate.list, atom, closed), allowedBy };
};

/** What a gate stops of the wanted ports, over all addresses that the function can have. */
const gateProblem = (reach: ReachClass, gate: Gate, step: number): Problem | null => {
  const wanted = wantedPorts(reach.port)[gate.port];
  const atom = reach.atoms[0] ?? 0;
  const results = reach.sources.map((source) => {
    const decision = decisionOf(gate, atom, source);
    return {
      atom: gate.address === 'destination' ? atom : source.atom,
      weight: source.weight,
      closed: subtractPorts(wanted, decision.upper),
      open: subtractPorts(subtractPorts(wanted, decision.lower), subtractPorts(wanted, decision.upper)),
    };
  });
  const stopped = results.filter(({ closed }) => closed.length > 0);
  const [first] = stopped;
  if (first !== undefined) {
    const effect = results.every(({ closed }) => samePorts(closed, wanted)) ? 'blocks' : 'partial';
    const closed = stopped.map((result) => result.closed).reduce(unitePorts);
    const ofSources = stopped.length === results.length ? 1 : stopped.reduce((sum, { weight }) => sum + weight, 0);
    return { effect, step, blocker: blockerOfGate(gate, first.atom, closed, wanted, reach.port), ofSources };
  }
  if (gate.doubt === null || results.every(({ open }) => open.length === 0)) return null;
  return { effect: 'unknown', step, doubt: gate.doubt };
};

/** All problems of a class in the order of the path: every blocker, not only the first. */
export const problemsOf = (reach: ReachClass): Problem[] =>
  reach.path.steps.flatMap((step, index): Problem[] => {
    const { outcome } = step;
    if (outcome.kind === 'blocks') return [{ effect: 'blocks', step: index, blocker: outcome.blocker, ofSources: 1 }];
    if (outcome.kind === 'unknown') return [{ effect: 'unknown', step: index, doubt: outcome.doubt }];
    if (outcome.kind === 'passes') return [];
    const problem = gateProblem(reach, outcome.gate, index);
    return problem === null ? [] : [problem];
  });

/**
 * The cause that the owner has to mend first: what stops everything, else what stops a part, else what is not known.
 * Among several the first on the path.
 */
export const rootOf = (problems: readonly Problem[]): Problem | null =>
  problems.find(({ effect }) => effect === 'blocks') ??
  problems.find(({ effect }) => effect === 'partial') ??
  problems[0] ??
  null;

/** `of 64,512 ports only 28,233` for a partial network ACL. */
export const openPortsText = (closed: PortSet, wanted: PortSet): string => {
  const open = countPorts(wanted) - countPorts(closed);
  return `${open.toLocaleString('en-US')} of ${countPorts(wanted).toLocaleString('en-US')} ports (closed: ${portsText(closed)})`;
};
