import { afterAll, expect, it } from 'vitest';
import { startLab } from './lab.ts';
import { compareRandom, replay } from './random-comparison.ts';
import { scenes } from './scenes.ts';

const lab = await startLab();
afterAll(() => lab?.close());
const scene = process.env['SCENE'] === 'ipv6' ? scenes.overIpv6 : scenes.toHosts;
const from = Number(process.env['FROM'] ?? 1);
const reasons = new Map<string, number>();
let works = 0;
let fails = 0;
it.each(Array.from({ length: Number(process.env['COUNT'] ?? 40) }, (_, i) => i + from))('seed %i', async (seed) => {
  if (lab === null) return;
  const c = await compareRandom(lab, scene, seed);
  works += c.works;
  fails += c.fails;
  for (const r of c.reasons) {
    const k = r
      .split(' ')
      .filter((_, i) => i !== 1)
      .join(' ');
    reasons.set(k, (reasons.get(k) ?? 0) + 1);
  }
  if (c.disagreements.length > 0) expect.fail(replay(scene, seed, c.disagreements));
});
afterAll(() => {
  console.error(
    works,
    fails,
    [...reasons].sort((a, b) => b[1] - a[1]),
  );
});
