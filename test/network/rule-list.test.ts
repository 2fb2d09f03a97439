import fc from 'fast-check';
import { expect, it } from 'vitest';
import { passingRules, stoppingRules } from '../../src/network/gates/deciding-rules.ts';
import { type CompiledRule, decisionAt, type Effect, ruleListOf } from '../../src/network/gates/rule-list.ts';
import { portRange } from '../../src/network/ports.ts';

const atoms = 8;
const effects: readonly (readonly [Effect, Effect])[] = [
  ['allow', 'allow'],
  ['deny', 'deny'],
  ['skip', 'allow'],
  ['deny', 'skip'],
  ['deny', 'allow'],
];

const rule = fc
  .record({
    from: fc.integer({ min: 0, max: atoms - 1 }),
    length: fc.integer({ min: 1, max: atoms }),
    ports: fc.tuple(fc.integer({ min: 0, max: 15 }), fc.integer({ min: 0, max: 15 })),
    effect: fc.constantFrom(...effects),
  })
  .map(({ from, length, ports: [a, b], effect: [lower, upper] }) => ({
    spans: [{ from, to: Math.min(from + length, atoms) }],
    ports: portRange(Math.min(a, b), Math.max(a, b)),
    lower,
    upper,
  }));

/** One packet, walked through the list by hand: the first rule that matches and does not skip decides. */
const walk = (rules: readonly CompiledRule[], atom: number, port: number, reading: 'lower' | 'upper'): boolean => {
  for (const candidate of rules) {
    const hit =
      candidate.spans.some(({ from, to }) => from <= atom && atom < to) &&
      candidate.ports.some(([from, to]) => from <= port && port <= to);
    if (hit && candidate[reading] !== 'skip') return candidate[reading] === 'allow';
  }
  return false;
};

it('decides every packet as a walk through the rules does, in both readings', () => {
  fc.assert(
    fc.property(fc.array(rule, { maxLength: 7 }), (drawn) => {
      const rules = drawn.map((each, index): CompiledRule => ({ ...each, label: `rule ${index}` }));
      const list = ruleListOf(atoms, rules);
      for (let atom = 0; atom < atoms; atom += 1)
        for (let port = 0; port < 16; port += 1)
          for (const reading of ['lower', 'upper'] as const) {
            const open = decisionAt(list, atom)[reading].some(([from, to]) => from <= port && port <= to);
            expect(open).toBe(walk(rules, atom, port, reading));
          }
    }),
    { numRuns: 300 },
  );
});

it('names the first rule that stops a port, and the one that lets it through', () => {
  const at = (label: string, effect: 'allow' | 'deny', from: number, to: number): CompiledRule => ({
    label,
    spans: [{ from: 0, to: atoms }],
    ports: portRange(from, to),
    lower: effect,
    upper: effect,
  });
  const list = ruleListOf(atoms, [at('rule 90', 'deny', 3389, 3389), at('rule 100', 'allow', 1024, 60_000)]);
  expect(stoppingRules(list, 0, portRange(1024, 65_535))).toEqual(['rule 90', 'rule *']);
  expect(stoppingRules(list, 0, portRange(3389, 3389))).toEqual(['rule 90']);
  expect(passingRules(list, 0, portRange(1024, 65_535))).toEqual(['rule 100']);
});
