import { env } from 'node:process';
import { it } from 'vitest';
import { compare } from './comparison.ts';
import type { WorldKind } from './recipes.ts';
import { worldFrom } from './world.ts';

const flat = (v: unknown, path: string, out: Map<string, string>): void => {
  if (Array.isArray(v)) {
    v.forEach((x, i) => {
      flat(x, `${path}[${(x as any)?.id ?? (x as any)?.name ?? i}]`, out);
    });
    if (v.length === 0) out.set(path, '[]');
  } else if (v !== null && typeof v === 'object') for (const [k, x] of Object.entries(v)) flat(x, `${path}.${k}`, out);
  else out.set(path, JSON.stringify(v));
};
it('x', () => {
  for (const one of (env['W'] ?? '').split(';')) {
    const [kind, seed, kept] = one.split(' ');
    const w = worldFrom(
      kind as WorldKind,
      Number(seed),
      kept === undefined
        ? null
        : kept
            .split(',')
            .filter((x) => x !== '')
            .map(Number),
    );
    const b = worldFrom(kind as WorldKind, Number(seed), []);
    const [x, y] = [new Map<string, string>(), new Map<string, string>()];
    flat(w.snapshot.sections, '', x);
    flat(b.snapshot.sections, '', y);
    const lines = [
      ...[...x].filter(([k, v]) => y.get(k) !== v).map(([k, v]) => `+ ${k} ${v}`),
      ...[...y].filter(([k]) => !x.has(k)).map(([k, v]) => `- ${k} ${v}`),
    ];
    console.log(
      `#### ${one} ${w.asked}\n${lines.slice(0, 40).join('\n')}\n=> ${compare(w).differences.slice(0, 3).join('\n=> ')}`,
    );
  }
});
