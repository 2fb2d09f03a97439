import type { Span } from '../axis.ts';
import { memoised } from '../memoised.ts';
import { allPorts, noPorts, type PortSet, subtractPorts, unitePorts } from '../ports.ts';

/** What a rule does to the packets that it covers; `skip` leaves them to the next rule. */
export type Effect = 'allow' | 'deny' | 'skip';

/**
 * One rule on the axis. A rule that is fully known has the same effect in both readings. Of a rule that is not,
 * `lower` is the reading that lets least through and `upper` the one that lets most through.
 */
export interface CompiledRule {
  readonly label: string;
  readonly spans: readonly Span[];
  readonly ports: PortSet;
  readonly lower: Effect;
  readonly upper: Effect;
}

export const certainly = (effect: 'allow' | 'deny') => ({ lower: effect, upper: effect }) as const;

/** A rule whose match is not known: an allow may let nothing through, a deny may stop nothing. */
export const perhaps = (effect: 'allow' | 'deny') =>
  effect === 'allow' ? ({ lower: 'skip', upper: 'allow' } as const) : ({ lower: 'deny', upper: 'skip' } as const);

/** Ports let through: proven to be (`lower`) and not proven to be stopped (`upper`). */
export interface PortDecision {
  readonly lower: PortSet;
  readonly upper: PortSet;
}

/** An ordered rule list as a step function of the address: `decisions[segments[atom]]`. */
export interface RuleList {
  readonly rules: readonly CompiledRule[];
  readonly segments: Int32Array;
  readonly decisions: readonly PortDecision[];
}

/** The first rule that matches a packet decides; what no rule matches is denied. */
const firstMatch = (rules: readonly CompiledRule[], reading: 'lower' | 'upper'): PortSet => {
  let open = noPorts;
  let denied = noPorts;
  for (const rule of rules) {
    const effect = rule[reading];
    if (effect === 'allow') open = unitePorts(open, subtractPorts(rule.ports, denied));
    if (effect === 'deny') denied = unitePorts(denied, subtractPorts(rule.ports, open));
    if (effect !== 'skip' && rule.ports === allPorts) break;
  }
  return open;
};

/** Whether a rule covers the addresses of an atom. */
export const coversAtom = (rule: CompiledRule, atom: number): boolean =>
  rule.spans.some((span) => span.from <= atom && atom < span.to);

/** The atoms at which the set of covering rules can change, and for each of them the rules that cover it, in order. */
const stretchesOf = (atoms: number, rules: readonly CompiledRule[]) => {
  const bounds = new Set([0]);
  for (const rule of rules)
    for (const span of rule.spans) {
      bounds.add(span.from);
      bounds.add(span.to);
    }
  const starts = [...bounds].filter((bound) => bound < atoms).sort((a, b) => a - b);
  const places = new Map(starts.map((start, place) => [start, place]));
  const covering: number[][] = starts.map(() => []);
  for (const [index, rule] of rules.entries())
    for (const { from, to } of rule.spans)
      for (let place = places.get(from) ?? 0; place < (places.get(to) ?? starts.length); place += 1) {
        const active = covering[place];
        if (active?.at(-1) !== index) active?.push(index);
      }
  return { starts, covering };
};

/** A union of allow rules is the same as a first-match list without denies, so one evaluation serves both. */
export const ruleListOf = (atoms: number, rules: readonly CompiledRule[]): RuleList => {
  const { starts, covering } = stretchesOf(atoms, rules);
  const segments = new Int32Array(atoms);
  const decisions: PortDecision[] = [];
  const byDecision = new Map<string, number>();
  const byRules = new Map<string, number>();
  const segmentOf = (active: readonly number[]): number => {
    const covered = active.flatMap((index) => rules[index] ?? []);
    const lower = firstMatch(covered, 'lower');
    const certain = covered.every((rule) => rule.lower === rule.upper);
    const decision = { lower, upper: certain ? lower : firstMatch(covered, 'upper') };
    return memoised(
      byDecision,
      `${decision.lower.join(' ')}|${decision.upper.join(' ')}`,
      () => decisions.push(decision) - 1,
    );
  };
  for (const [place, start] of starts.entries()) {
    const active = covering[place] ?? [];
    const segment = memoised(byRules, active.join(' '), () => segmentOf(active));
    segments.fill(segment, start, starts[place + 1] ?? atoms);
  }
  return { rules, segments, decisions };
};

/** A list that could not be read: nothing is proven to pass, nothing is proven to be stopped. */
export const unreadableList = (atoms: number): RuleList => ({
  rules: [],
  segments: new Int32Array(atoms),
  decisions: [{ lower: noPorts, upper: allPorts }],
});

/** A list to which rules belong that could not be read: they may let anything else through. */
export const perhapsMore = (list: RuleList): RuleList => ({
  ...list,
  decisions: list.decisions.map(({ lower }) => ({ lower, upper: allPorts })),
});

export const decisionAt = (list: RuleList, atom: number): PortDecision =>
  list.decisions[list.segments[atom] ?? 0] ?? { lower: noPorts, upper: noPorts };

/** The list as it treats one address, whichever is asked about. */
export const listAt = (list: RuleList, atom: number): RuleList => {
  const { length } = list.segments;
  const spans = [{ from: 0, to: length }];
  const rules = list.rules.filter((rule) => coversAtom(rule, atom)).map((rule) => ({ ...rule, spans }));
  return { rules, segments: new Int32Array(length), decisions: [decisionAt(list, atom)] };
};
