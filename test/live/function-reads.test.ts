import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { Snapshot } from '../../src/model/snapshot.ts';
import { addAlias, attachedWith } from '../support/aliases.ts';
import { addEventSource, addMskSource } from '../support/event-sources.ts';
import { network } from '../support/network.ts';
import { runCli } from '../support/run-cli.ts';
import { addSubnet, removeDefaultRoutes } from '../support/targets.ts';
import { documentOf, type LiveRun, live } from './live-run.ts';

const folder = mkdtempSync(join(tmpdir(), 'lambda-net-doctor-reads-'));
afterAll(() => rmSync(folder, { recursive: true }));

const ask = ['orders-api', '--format', 'json'] as const;
const rulesIn = (run: LiveRun) =>
  documentOf(run).functions[0]?.findings.map(({ ruleId, severity }) => `${severity} ${ruleId}`);

/** Its alias leads to a version in one subnet, and a second one gets a part of the traffic. */
const published = network((n) =>
  addAlias(
    n,
    'live',
    attachedWith(n, { subnetIds: [n.subnet('private-a').id] }),
    attachedWith(n, { ipv6AllowedForDualStack: true }),
  ),
);

const polled = network((n) => {
  addSubnet(n, 'cluster', { cidr: '10.0.60.0/24', beside: 'private-a', rules: 'cluster' });
  addEventSource(n, { subnetIds: [n.subnet('cluster').id], usesSecret: true, hasProblem: true });
});

describe('versions behind aliases', () => {
  it('that are attached otherwise are a warning with the question to ask next', async () => {
    const run = await live(published, ask);
    expect(run.exitCode).toBe(0);
    expect(rulesIn(run)).toEqual(['warning version-vpc-drift']);
    expect(documentOf(run).functions[0]?.findings[0]?.fix.commands).toEqual([
      'lambda-net-doctor orders-api:live',
      'lambda-net-doctor orders-api:4',
    ]);
  });

  it('are read page by page', async () => {
    expect(rulesIn(await live(published, ask, { pageSize: 1 }))).toEqual(['warning version-vpc-drift']);
  });

  it('are in the snapshot without environment values, and reported from it again', async () => {
    const file = join(folder, 'versions.json');
    const environment = { API_KEY: 'planted-api-key' };
    const run = await live(published, [...ask, '--save-snapshot', file], { environment });
    const text = readFileSync(file, 'utf8');
    expect(text).not.toContain('planted');
    expect(Snapshot.parse(JSON.parse(text)).sections.functions).toEqual(
      expect.objectContaining({ items: [expect.objectContaining({ aliases: functionOf(published)?.aliases })] }),
    );
    expect((await runCli(['--snapshot', file, '--format', 'json'])).stdout).toBe(run.stdout);
  });

  it.each(['ListAliases', 'ListVersionsByFunction'])(
    '%s denied: the rule is skipped and nothing else changes',
    async (action) => {
      const run = await live(published, ask, { faults: { [action]: { kind: 'denied' } } });
      expect(run.exitCode).toBe(0);
      const { functions, unavailable } = documentOf(run);
      expect(unavailable.map((each) => each.action)).toEqual([`lambda:${action}`]);
      expect(functions[0]?.skipped).toEqual([{ ruleId: 'version-vpc-drift', missing: ['aliases'] }]);
      expect(functions[0]?.answers[0]?.verdict).toBe('reachable');
      expect(rulesIn(run)).toEqual(['note missing-permission']);
    },
  );

  it('denied beside an unknown that is accepted does not make the run incomplete', async () => {
    const unknown = network((n) => n.remove(n.subnet('private-c')));
    const faults = { ListAliases: { kind: 'denied' } } as const;
    const sarif = await live(unknown, ['orders-api', '--format', 'sarif', '--allow-unknown'], { faults });
    expect(sarif.exitCode).toBe(0);
    expect(JSON.parse(sarif.stdout).runs[0].invocations[0].executionSuccessful).toBe(true);
  });
});

describe('event sources', () => {
  it('that are polled from a subnet without a way out are a warning', async () => {
    const file = join(folder, 'event-sources.json');
    const run = await live(polled, [...ask, '--save-snapshot', file]);
    expect(run.exitCode).toBe(0);
    expect(rulesIn(run)).toEqual(['warning esm-vpc-source-egress']);
    const text = readFileSync(file, 'utf8');
    expect(text).not.toMatch(/kafka\.example\.com|kafka-a1b2c3|Connection error|"orders"\]/);
    expect((await runCli(['--snapshot', file, '--format', 'json'])).stdout).toBe(run.stdout);
  });

  it('of which the mapping does not say where they are get a note', async () => {
    expect(rulesIn(await live(network(addMskSource), ask))).toEqual(['note esm-vpc-source-egress']);
  });

  it('denied: the rule is skipped and nothing else changes', async () => {
    const faults = { ListEventSourceMappings: { kind: 'denied' } } as const;
    const run = await live(polled, ask, { faults });
    expect(run.exitCode).toBe(0);
    expect(documentOf(run).functions[0]?.skipped).toEqual([
      { ruleId: 'esm-vpc-source-egress', missing: ['eventSources'] },
    ]);
    expect(rulesIn(run)).toEqual(['note missing-permission']);
  });
});

describe('a durable function', () => {
  const durable = network((n) => {
    n.function().durable = true;
    removeDefaultRoutes(n);
  });

  it('is asked about the Lambda API, and says why', async () => {
    const run = await live(durable, ask);
    expect(documentOf(run).functions[0]?.answers.map(({ target, askedBecause }) => [target, askedBecause])).toEqual([
      ['internet', 'always asked'],
      ['lambda', 'its durable configuration needs it'],
    ]);
    expect(rulesIn(run)).toContain('warning durable-function-lambda-api-unreachable');
    expect(run.exitCode, 'what is only detected fails no build').toBe(0);
  });

  it('is not asked with --no-detect, and once with --to lambda', async () => {
    const targets = async (...args: readonly string[]) =>
      documentOf(await live(durable, [...ask, ...args])).functions[0]?.answers.map(({ target }) => target);
    expect(await targets('--no-detect')).toEqual(['internet']);
    expect(await targets('--to', 'lambda')).toEqual(['lambda']);
  });
});

const functionOf = ({ sections: { functions } }: Snapshot) =>
  functions.status === 'collected' ? functions.items[0] : undefined;
