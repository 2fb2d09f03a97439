import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type Kind, kinds, type Sections } from '../../src/model/sections.ts';
import { Snapshot } from '../../src/model/snapshot.ts';
import type { Fault } from '../support/aws-server/faults.ts';
import { type Change, healthy, Network, network } from '../support/network.ts';
import { addPeerVpc, withPeerVpc } from '../support/peer-vpc.ts';
import { aclRule, setAclRules } from '../support/resources.ts';
import { runCli } from '../support/run-cli.ts';
import { interfaceId, otherVpcId } from '../support/targets.ts';
import type { TruthRow } from '../truth/row.ts';
import { peering } from '../truth/targets/peering.ts';
import { peeringLimits } from '../truth/targets/peering-limits.ts';
import { levelsOfCalls } from './dependencies.ts';
import { documentOf, live } from './live-run.ts';

const folder = mkdtempSync(join(tmpdir(), 'lambda-net-doctor-peering-'));
afterAll(() => rmSync(folder, { recursive: true }));

const peered: Change = (n) => {
  addPeerVpc(n);
};
const ask = (target: string) => ['orders-api', '--no-detect', '--to', target, '--format', 'json'];

const expectedOf = ({ change, verdicts, verdict, speaks }: TruthRow) => {
  const n = new Network();
  change?.(n);
  return {
    verdict,
    verdicts: Object.fromEntries(Object.entries(verdicts).map(([name, each]) => [n.subnet(name).id, each])),
    speaks,
    exitCode: { reachable: 0, blocked: 1, partial: 1, unknown: 3 }[verdict],
  };
};

const networkKinds = kinds.filter((kind) => kind !== 'functions');

/** As a snapshot lists them. */
const inOrder = (section: Sections[Kind]) => {
  const idOf = (item: object): string => ('id' in item ? String(item.id) : '');
  if (section.status === 'unavailable') return section;
  return { ...section, items: [...section.items].sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1)) };
};

/** A network that may not be read in part is another account's view, which the server shows by refusing calls. */
const snapshotOf = ({ change }: TruthRow): Snapshot => network((n) => change?.(n));

describe.concurrent('the other VPC of a peering connection, read from AWS', () => {
  for (const row of [...peering, ...peeringLimits])
    it(row.name, async () => {
      const run = await live(snapshotOf(row), ask(row.target ?? ''));
      const [report] = documentOf(run).functions;
      const answer = report?.answers[0];
      const spoken = report?.findings.filter(({ ruleId }) => !row.open?.includes(ruleId)) ?? [];
      expect({
        verdict: answer?.verdict,
        verdicts: Object.fromEntries(answer?.subnets.map(({ subnetId, verdict }) => [subnetId, verdict]) ?? []),
        speaks: Object.fromEntries(spoken.map(({ ruleId, severity }) => [ruleId, severity])),
        exitCode: run.exitCode,
      }).toEqual(expectedOf(row));
    });

  it.each([
    ['an interface', () => `${interfaceId('10.1.40.7')}:5432`],
    ['a security group', (n: Network) => `${n.securityGroup('peerdb').id}:5432`],
  ])('decides on %s of it as on an address', async (_, targetIn) => {
    const n = new Network();
    peered(n);
    const run = await live(network(peered), ask(targetIn(n)));
    expect(documentOf(run).functions[0]?.answers[0]?.verdict).toBe('reachable');
    expect(run.exitCode).toBe(0);
  });
});

describe('a snapshot saved from a run with a peered VPC', () => {
  const oneSided = withPeerVpc((n) => setAclRules(n, 'peer', 'egress', aclRule(100, 'allow', '10.0.11.0/24', 'all')));

  it.each(['table', 'json', 'sarif'])('gives the report of that run: %s', async (format) => {
    const file = join(folder, `${format}.json`);
    const asked = ['orders-api', '--to', '10.1.40.7:5432', '--to', 's3', '--format', format];
    const first = await live(network(oneSided), [...asked, '--save-snapshot', file]);
    const second = await runCli([...asked, '--snapshot', file]);
    expect(first.stdout).not.toBe('');
    expect(second.stdout).toBe(first.stdout);
    expect([first.exitCode, second.exitCode]).toEqual([1, 1]);
  });

  it('holds both VPCs as the account has them', async () => {
    const file = join(folder, 'both.json');
    const account = network(oneSided);
    await live(account, ['orders-api', '--save-snapshot', file]);
    const { sections } = Snapshot.parse(JSON.parse(readFileSync(file, 'utf8')));
    const { functions: _, ...held } = sections;
    expect(held).toEqual(Object.fromEntries(networkKinds.map((kind) => [kind, inOrder(account.sections[kind])])));
  });

  it('answers the same questions about the internet as without the peered VPC', async () => {
    const [alone, beside] = await Promise.all(
      [healthy, network(peered)].map((account) => live(account, ['orders-api', '--format', 'json'])),
    );
    expect(alone && beside && documentOf(beside).functions).toEqual(alone && documentOf(alone).functions);
  });
});

const peerReads = [
  'DescribeNetworkAcls',
  'DescribeNetworkInterfaces',
  'DescribeRouteTables',
  'DescribeSecurityGroups',
  'DescribeSubnets',
  'DescribeVpcs',
];
const faults = {
  denied: [{ kind: 'denied' }, /^access denied/],
  throttled: [{ kind: 'throttled' }, /^throttled$/],
  'cut off': [{ kind: 'truncated' }, /^the answer was cut off$/],
} as const satisfies Readonly<Record<string, readonly [Fault, RegExp]>>;

describe.concurrent.each(Object.entries(faults))('a read about a peered VPC that is %s', (_, [fault, reason]) => {
  const both = ['orders-api', '--no-detect', '--to', 'internet', '--to', '10.1.40.7:5432', '--format', 'json'];

  it.for(peerReads)('%s: what lies there is unknown, and nothing else', async (action, { expect }) => {
    const file = join(folder, `${action}-${fault.kind}.json`);
    const run = await live(network(peered), [...both, '--save-snapshot', file], {
      faults: { [action]: { ...fault, asking: otherVpcId } },
    });
    const { functions, unavailable } = documentOf(run);
    const alone = documentOf(await live(healthy, both)).functions[0];
    expect(unavailable).toEqual([{ action: `ec2:${action}`, reason: expect.stringMatching(reason) }]);
    expect(functions[0]?.answers[0]).toEqual(alone?.answers[0]);
    expect(functions[0]?.answers[1]?.verdict).toBe('unknown');
    expect(functions[0]?.findings.map(({ ruleId, severity }) => [ruleId, severity])).toEqual([
      ['missing-permission', 'warning'],
    ]);
    expect(functions[0]?.skipped).toEqual([]);
    expect(run.exitCode).toBe(3);

    const offline = await runCli([...both, '--snapshot', file]);
    expect(offline.stdout).toBe(run.stdout);
    expect(offline.exitCode).toBe(3);
  });

  it('DescribeVpcAttribute: no answer depends on it', async ({ expect }) => {
    const faultOfOne = { DescribeVpcAttribute: { ...fault, asking: otherVpcId } };
    const run = await live(network(peered), both, { faults: faultOfOne });
    const { functions, unavailable } = documentOf(run);
    expect(unavailable).toEqual([{ action: 'ec2:DescribeVpcAttribute', reason: expect.stringMatching(reason) }]);
    expect(functions[0]?.answers.map(({ verdict }) => verdict)).toEqual(['reachable', 'reachable']);
    expect(run.exitCode).toBe(0);
  });
});

describe('the calls for a peered VPC', () => {
  it('are eight more than for a function whose VPC has no peering connection', async () => {
    const [{ requests }, alone] = await Promise.all([
      live(network(peered), ask('10.1.40.7:5432')),
      live(healthy, ask('10.1.40.7:5432')),
    ]);
    const ofPeer = requests.filter(({ parameters }) => Object.values(parameters).includes(otherVpcId));
    expect(ofPeer.map(({ action }) => action).toSorted()).toEqual([
      'DescribeNetworkAcls',
      'DescribeNetworkInterfaces',
      'DescribeRouteTables',
      'DescribeSecurityGroups',
      'DescribeSubnets',
      'DescribeVpcAttribute',
      'DescribeVpcAttribute',
      'DescribeVpcs',
    ]);
    expect(requests).toHaveLength(alone.requests.length + 8);
  });

  it('take no fourth level', async () => {
    const levels = await levelsOfCalls(network(peered));
    expect(Math.max(...levels.values())).toBe(3);
    expect(levels.get(`DescribeNetworkInterfaces vpc-id ${otherVpcId}`)).toBe(3);
    expect(levels.get('DescribeNatGateways vpc-id vpc-0a1b2c3d4e5f60718')).toBe(2);
  }, 120_000);
});
