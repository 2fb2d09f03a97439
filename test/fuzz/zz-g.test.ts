import { env } from 'node:process';
import { it } from 'vitest';
import { compare } from './comparison.ts';
import type { WorldKind } from './recipes.ts';
import { smallestDifference } from './smallest-world.ts';
import { worldFrom } from './world.ts';

it('x', () => {
  const kind = (env['K'] ?? 'ipv4') as WorldKind;
  const first = Number(env['S'] ?? 1),
    n = Number(env['N'] ?? 500),
    max = Number(env['M'] ?? 12);
  let bad = 0,
    packets = 0;
  const verdicts = new Map<string, number>();
  const out: string[] = [];
  const t = Date.now();
  for (let seed = first; seed < first + n; seed++) {
    try {
      const c = compare(worldFrom(kind, seed));
      packets += c.packets;
      for (const v of c.verdicts) verdicts.set(v, (verdicts.get(v) ?? 0) + 1);
      if (c.differences.length > 0) {
        bad++;
        if (out.length < max) out.push(smallestDifference(kind, seed));
      }
    } catch (e) {
      bad++;
      if (out.length < max) out.push(`${seed} THROWS ${(e as Error).stack?.slice(0, 400)}`);
    }
  }
  console.log(kind, first, n, 'bad', bad, 'packets', packets, 'ms', Date.now() - t, JSON.stringify([...verdicts]));
  console.log(out.join('\n'));
}, 3_000_000);
