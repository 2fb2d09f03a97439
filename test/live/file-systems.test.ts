import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { Snapshot } from '../../src/model/snapshot.ts';
import { addFileSystem, fileSystemTarget, mountTargets, withFileSystem } from '../support/file-systems.ts';
import { healthy, network } from '../support/network.ts';
import { groupReference } from '../support/resources.ts';
import { runCli } from '../support/run-cli.ts';
import { documentOf, type LiveOptions, type LiveRun, live } from './live-run.ts';

const folder = mkdtempSync(join(tmpdir(), 'lambda-net-doctor-file-systems-'));
afterAll(() => rmSync(folder, { recursive: true }));

const ask = ['orders-api', '--format', 'json'] as const;
const mounting = network((n) => addFileSystem(n));
const answerOf = (run: LiveRun) =>
  documentOf(run).functions[0]?.answers.find(({ target }) => target === fileSystemTarget);
const findingsOf = (run: LiveRun) =>
  documentOf(run).functions[0]?.findings.map(({ ruleId, severity }) => [ruleId, severity]);
const mountTargetCalls = ({ requests }: LiveRun) => requests.filter(({ action }) => action === 'DescribeMountTargets');

describe('a function with a file system', () => {
  it('is asked about it, by its mount targets', async () => {
    const run = await live(mounting, ask);
    expect(run).toMatchObject({ exitCode: 0, stderr: '' });
    expect(answerOf(run)).toMatchObject({
      verdict: 'reachable',
      askedBecause: 'its file system configuration names it',
    });
    expect(mountTargetCalls(run)).toMatchObject([{ service: 'elasticfilesystem' }]);
    expect(documentOf(run).summary.apiCalls).toBe(run.requests.length);
  });

  it('is read page by page to the same answer', async () => {
    const run = await live(mounting, ask, { pageSize: 1 });
    expect(answerOf(run)?.verdict).toBe('reachable');
    expect(mountTargetCalls(run)).toHaveLength(3);
  });

  it('that its group does not let in gets a warning and fails no build', async () => {
    const shut = network((n) => addFileSystem(n, groupReference(n.securityGroup().id, [443, 443])));
    const run = await live(shut, ask);
    expect(run.exitCode).toBe(0);
    expect(answerOf(run)?.verdict).toBe('blocked');
    expect(findingsOf(run)).toEqual([['efs-or-s3files-mount-unreachable', 'warning']]);
    const asked = await live(shut, [...ask, '--to', fileSystemTarget]);
    expect(asked.exitCode, 'as soon as somebody asks, it does').toBe(1);
  });

  it('gives the same report from the snapshot that is saved of it', async () => {
    const file = join(folder, 'snapshot.json');
    const withoutOne = network(withFileSystem((n) => mountTargets(n).shift()));
    const run = await live(withoutOne, [...ask, '--save-snapshot', file]);
    const { accessPoints } = Snapshot.parse(JSON.parse(readFileSync(file, 'utf8'))).sections;
    expect(accessPoints).toEqual(withoutOne.sections.accessPoints);
    expect((await runCli([...ask, '--snapshot', file])).stdout).toBe(run.stdout);
  });

  const unknown: Readonly<Record<string, LiveOptions>> = {
    'may not be read': { faults: { DescribeMountTargets: { kind: 'denied' } } },
    'are throttled for good': { faults: { DescribeMountTargets: { kind: 'throttled' } } },
    'are answered with a page of HTML': { faults: { DescribeMountTargets: { kind: 'html' } } },
  };
  it.each(Object.entries(unknown))(
    'whose mount targets %s leaves its answer unknown, and names the action',
    async (_, options) => {
      const run = await live(mounting, ask, options);
      expect(run.exitCode).toBe(0);
      expect(answerOf(run)).toMatchObject({ verdict: 'unknown' });
      expect(documentOf(run).unavailable).toMatchObject([{ action: 'elasticfilesystem:DescribeMountTargets' }]);
      expect(findingsOf(run)).toEqual([['missing-permission', 'warning']]);
    },
  );

  it('whose access point is gone leaves its answer unknown', async () => {
    const run = await live(network(withFileSystem((n) => n.all.accessPoints.splice(0))), ask);
    expect(answerOf(run)).toMatchObject({ verdict: 'unknown' });
    expect(documentOf(run).unavailable).toEqual([]);
  });

  it('of S3 Files asks Amazon EFS nothing', async () => {
    const id = 'fsap-0a1b2c3d4e5f60718';
    const arn = `arn:aws:s3files:eu-west-1:123456789012:file-system/fs-0a1b2c3d4e5f60718/access-point/${id}` as const;
    const files = network((n) => {
      n.function().fileSystems = [arn];
    });
    const file = join(folder, 's3-files.json');
    const run = await live(files, [...ask, '--save-snapshot', file]);
    expect(mountTargetCalls(run)).toEqual([]);
    expect(answerOf(run)?.because).toContain('S3 Files');
    expect(Snapshot.parse(JSON.parse(readFileSync(file, 'utf8'))).sections.accessPoints).toEqual({
      status: 'collected',
      items: [{ id, fileSystemId: 'fs-0a1b2c3d4e5f60718', mountTargets: null }],
    });
  });
});

describe('file systems', () => {
  it('are not read where nothing is to be detected, nor where a function has none', async () => {
    const without = await live(mounting, [...ask, '--no-detect']);
    expect(answerOf(without)).toBeUndefined();
    expect(mountTargetCalls(without)).toEqual([]);
    expect(mountTargetCalls(await live(healthy, ask))).toEqual([]);
  });
});
