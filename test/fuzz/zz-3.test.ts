import { it } from 'vitest';
import { compare } from './comparison.ts';
import { worldFrom } from './world.ts';

it('x', () => {
  for (const [seed, kept] of [
    [123451331, [0, 1]],
    [123454529, [3, 6, 8]],
    [123454854, [0, 1, 2]],
  ] as const)
    console.log(
      seed,
      compare(worldFrom('ipv4', seed, kept)).differences.join('\n'),
      'whole:',
      compare(worldFrom('ipv4', seed)).differences.join('\n'),
    );
});
