import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { Snapshot } from '../../src/model/snapshot.ts';
import { moveToProvider, onProvider } from '../support/capacity-provider.ts';
import { network } from '../support/network.ts';
import { runCli } from '../support/run-cli.ts';
import { levelsOfCalls } from './dependencies.ts';
import { documentOf, type LiveRun, live, verdictsOf } from './live-run.ts';

const folder = mkdtempSync(join(tmpdir(), 'lambda-net-doctor-instances-'));
afterAll(() => rmSync(folder, { recursive: true }));

const ask = ['orders-api', '--format', 'json'] as const;
const managed = network(moveToProvider);
const findingsOf = (run: LiveRun) =>
  documentOf(run).functions[0]?.findings.map(({ ruleId, severity }) => [ruleId, severity]);

describe('a function on a capacity provider', () => {
  it('is diagnosed in the network of the provider', async () => {
    const file = join(folder, 'snapshot.json');
    const run = await live(managed, [...ask, '--save-snapshot', file]);
    expect(run).toMatchObject({ exitCode: 0, stderr: '' });
    expect(verdictsOf(documentOf(run))).toMatchObject({
      answer: 'reachable',
      subnets: [{ verdict: 'reachable' }, { verdict: 'reachable' }, { verdict: 'reachable' }],
    });
    const [fn] = documentOf(run).functions;
    expect(fn?.vpcId).toMatch(/^vpc-/);
    expect(fn?.securityGroupIds).toHaveLength(1);
    expect(findingsOf(run)).toEqual([['lambda-managed-instances', 'note']]);
    expect(Snapshot.parse(JSON.parse(readFileSync(file, 'utf8'))).sections).toEqual(managed.sections);
    expect((await runCli([...ask, '--snapshot', file])).stdout).toBe(run.stdout);
  });

  it('whose provider may not be read is unknown, and never taken for one outside a VPC', async () => {
    const run = await live(managed, ask, { faults: { GetCapacityProvider: { kind: 'denied' } } });
    expect(run.exitCode).toBe(3);
    expect(verdictsOf(documentOf(run))).toEqual({ answer: 'unknown', subnets: [] });
    expect(documentOf(run).unavailable).toMatchObject([{ action: 'lambda:GetCapacityProvider' }]);
    expect(findingsOf(run)).toEqual([
      ['missing-permission', 'warning'],
      ['lambda-managed-instances', 'note'],
    ]);
  });

  it('whose provider is gone is unknown', async () => {
    const run = await live(network(onProvider((n) => n.all.capacityProviders.splice(0))), ask);
    expect(run.exitCode).toBe(3);
    expect(verdictsOf(documentOf(run))).toEqual({ answer: 'unknown', subnets: [] });
    expect(documentOf(run).unavailable).toEqual([]);
  });

  it.each(['empty', 'missing-fields', 'unknown-values'])(
    'reads an odd answer about the provider: %s',
    async (answer) => {
      const run = await live(managed, ask, { faults: { GetCapacityProvider: { kind: 'by-hand', answer } } });
      expect(['reachable', 'unknown']).toContain(verdictsOf(documentOf(run))?.answer);
    },
  );

  it('takes four levels of dependent calls: the function, the provider, its subnets, their VPC', async () => {
    const levels = await levelsOfCalls(managed);
    expect(levels.get('GetCapacityProvider orders')).toBe(2);
    expect(Math.max(...levels.values())).toBe(4);
  });
});
