import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { healthy, network } from '../support/network.ts';
import { live } from './live-run.ts';
import { networks } from './networks.ts';

const ask = ['orders-api', '--format', 'json'] as const;
const holdMs = 700;

/**
 * Actions that are sent only after the answer to another one, found by holding that answer back: with eight
 * connections one that waits keeps no independent call from being sent, so whatever comes only after it depends on it.
 * (The order in which calls arrive would not tell: a call that waits for a free connection looks dependent.)
 */
const dependenciesOf = async (snapshot: Snapshot): Promise<ReadonlyMap<string, readonly string[]>> => {
  const actions = new Set((await live(snapshot, ask)).requests.map(({ action }) => action));
  const found = new Map<string, string[]>([...actions].map((action) => [action, []]));
  const hold = async (held: string): Promise<void> => {
    const { requests } = await live(snapshot, ask, { faults: { [held]: { kind: 'delayed', ms: holdMs } } });
    const first = requests.find(({ action }) => action === held);
    const answered = first?.answeredAt ?? 0;
    const later = requests.filter(({ action, arrivedAt }) => action !== held && arrivedAt >= answered);
    for (const action of new Set(later.map((request) => request.action))) found.get(action)?.push(held);
  };
  await Promise.all([...actions].map(hold));
  return found;
};

const levelsOf = (dependencies: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, number> => {
  const levels = new Map<string, number>();
  const levelOf = (action: string): number => {
    const known = levels.get(action);
    if (known !== undefined) return known;
    const level = 1 + Math.max(0, ...(dependencies.get(action) ?? []).map(levelOf));
    levels.set(action, level);
    return level;
  };
  for (const action of dependencies.keys()) levelOf(action);
  return levels;
};

describe('levels of dependent calls', () => {
  it('are two for a function whose prefix lists are all known at once', async () => {
    const levels = levelsOf(await dependenciesOf(healthy));
    expect(Math.max(...levels.values())).toBe(2);
    const first = [...levels].filter(([, level]) => level === 1).map(([action]) => action);
    expect(first).toContain('GetFunctionConfiguration');
    expect(first).toContain('DescribeVpcPeeringConnections');
  });

  it('are three where a prefix list has to be read, which only a route or a rule names', async () => {
    const levels = levelsOf(await dependenciesOf(networks.reachable));
    expect(Math.max(...levels.values())).toBe(3);
    expect([...levels].filter(([, level]) => level === 3)).toEqual([['GetManagedPrefixListEntries', 3]]);
  });

  it('are three where Lambda reports a VPC that is not the one of the subnets', async () => {
    const wrong = network((n) => {
      n.network().vpcId = 'vpc-00000000000000000';
    });
    const { requests } = await live(wrong, ask, { delayMs: 200 });
    const filters = requests.filter(({ parameters }) => parameters['Filter.1.Value.1'] === 'vpc-0a1b2c3d4e5f60718');
    expect(filters.length).toBeGreaterThan(10);
    // Eight at a time: with two waves of calls by VPC, a fourth level would be the sixth wave.
    const waves = Math.ceil(
      (Math.max(...requests.map(({ arrivedAt }) => arrivedAt)) -
        Math.min(...requests.map(({ arrivedAt }) => arrivedAt))) /
        200,
    );
    expect(waves).toBeLessThanOrEqual(5);
  });
});
