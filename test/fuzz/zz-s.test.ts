import { env } from 'node:process';
import { it } from 'vitest';
import { compare } from './comparison.ts';
import type { WorldKind } from './recipes.ts';
import { worldFrom } from './world.ts';

it('x', () => {
  const kind = (env['K'] ?? 'targets') as WorldKind;
  const met = new Map<string, number>();
  const n = 600;
  for (let seed = 1; seed <= n; seed++) {
    const c = compare(worldFrom(kind, seed));
    const all = new Set([
      ...c.stops.map((s) =>
        s
          .replace(/ [a-z]+-[a-z0-9]+\b|\d+\.\d+\.\d+\.\d+|[0-9a-f]+:[0-9a-f:]+/g, ' X')
          .replace(/rule \d+/, 'rule N')
          .replace(/\d+\.\d[\d./]*/g, 'C'),
      ),
      ...c.hops.map((h) => `hop ${h}`),
      ...c.verdicts.map((v) => `verdict ${v}`),
    ]);
    for (const a of all) met.set(a, (met.get(a) ?? 0) + 1);
  }
  console.log(
    kind,
    [...met]
      .sort((a, b) => b[1] - a[1])
      .map(([k, v]) => `${((100 * v) / n).toFixed(1)} ${k}`)
      .join('\n'),
  );
}, 600_000);
