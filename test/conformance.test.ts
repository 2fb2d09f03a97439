import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { functionReads } from '../src/model/function-reads.ts';
import type { Severity } from '../src/model/report.ts';
import { kinds } from '../src/model/sections.ts';
import { rules } from '../src/rules/index.ts';
import type { Rule } from '../src/rules/rule.ts';
import { ruleNames } from './generated/files.ts';
import { sourceFiles, textOf } from './support/imports.ts';
import { diagnosed, lawsBrokenBy, manyQuestions, rows, snapshotOf } from './support/laws.ts';
import { healthy, network } from './support/network.ts';
import { questionsOf } from './truth/check.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const byId = rules.map((rule) => [rule.id, rule] as const);
const needs = new Map(rules.map((rule) => [rule.id, rule.needs]));

/** The most severe that a finding of each rule can be, by what the rule is about. */
const severities: Readonly<Record<string, Severity>> = {
  'aws-service-unreachable': 'error',
  'blackhole-route': 'error',
  'bpa-blocks-egress': 'error',
  'custom-dns-unreachable': 'warning',
  'dedicated-tenancy-vpc': 'note',
  'default-route-to-peering': 'error',
  'dns64-without-nat64-route': 'warning',
  'durable-function-lambda-api-unreachable': 'warning',
  'efs-or-s3files-mount-unreachable': 'error',
  'egress-path-unverified': 'note',
  'eip-on-lambda-interface': 'warning',
  'endpoint-not-available': 'error',
  'execution-role-missing-eni-permissions': 'warning',
  'esm-vpc-source-egress': 'warning',
  'firewall-return-asymmetric': 'warning',
  'forbidden-target-reachable': 'error',
  'function-inactive-idle': 'note',
  'function-vpc-state-failed': 'error',
  'gateway-endpoint-not-associated': 'error',
  'ignore-expired': 'warning',
  'igw-not-attached': 'error',
  'inconsistent-subnet-egress': 'warning',
  'interface-endpoint-private-dns-off': 'error',
  'interface-endpoint-sg-blocks-function': 'error',
  'ipv6-flag-off-with-ipv6-egress': 'error',
  'ipv6-no-egress': 'error',
  'ipv6-only-egress': 'warning',
  'ipv6-subnet-not-dual-stack': 'error',
  'lambda-managed-instances': 'note',
  'last-update-failed': 'error',
  'missing-permission': 'warning',
  'more-specific-route-diverts': 'error',
  'nacl-blocks-outbound': 'error',
  'nacl-blocks-return-traffic': 'error',
  'nat-address-failed': 'error',
  'nat-gateway-cross-az': 'note',
  'nat-gateway-no-igw-path': 'error',
  'nat-gateway-not-available': 'error',
  'nat-instance-no-public-ip': 'error',
  'nat-instance-not-running': 'error',
  'nat-instance-sg-blocks-function': 'error',
  'nat-instance-source-dest-check': 'error',
  'nat-subnet-nacl-blocks': 'error',
  'no-internet-route': 'error',
  'not-in-vpc': 'note',
  'path-blocked': 'error',
  'peering-problem': 'error',
  'private-nat-used-for-internet': 'error',
  'private-target-sg-ingress-missing': 'error',
  'public-subnet-no-nat': 'error',
  'regional-nat-az-gap': 'error',
  's3-dynamodb-via-nat': 'note',
  'sg-egress-blocks-destination': 'error',
  'shared-vpc-limited-visibility': 'note',
  'single-az': 'warning',
  'stale-security-group-rule': 'note',
  'subnet-low-free-ips': 'warning',
  'target-subnet-nacl-blocks': 'error',
  'tgw-attachment-az-gap': 'error',
  'tgw-drops-packets': 'error',
  'version-vpc-drift': 'warning',
  'unverified-zone-type': 'warning',
  'vpc-dns-disabled': 'warning',
  'vpc-encryption-control-blocks': 'warning',
};

/** Lines of a rule without its documentation fields, which stand between `id` and `needs`. */
const linesOfRule = (text: string): number =>
  text
    .replace(/^ {2}id: [\s\S]*?(?=^ {2}needs:)/m, '')
    .trimEnd()
    .split('\n').length;

describe('files', () => {
  it('the id of a rule is the name of its file', () => {
    expect(rules.map(({ id }) => id)).toEqual(ruleNames());
  });

  it.each(ruleNames())('%s has a page and a table test', (name) => {
    expect(existsSync(`${root}docs/rules/${name}.md`)).toBe(true);
    expect(readFileSync(`${root}test/rules/${name}.test.ts`, 'utf8')).toContain(`testRule('${name}', {`);
  });

  it('a rule has at most 60 lines beside its documentation', () => {
    const long = ruleNames().filter((name) => linesOfRule(textOf(`src/rules/${name}.ts`)) > 60);
    expect(long).toEqual([]);
  });

  it('a source file has at most 150 lines', () => {
    const lines = (file: string): number => textOf(file).trimEnd().split('\n').length;
    expect(sourceFiles.filter((file) => lines(file) > 150).map((file) => `${file}: ${lines(file)}`)).toEqual([]);
  });
});

describe.each(byId)('%s', (id, rule: Rule) => {
  it('has the severity that the design gives it', () => {
    expect(rule.severity).toBe(severities[id]);
  });

  it('documents itself in sentences', () => {
    const { title, symptom, why, fix, traps } = rule;
    expect([symptom, why, fix, traps].filter((text) => !/^[A-Z].*\.$/s.test(text))).toEqual([]);
    expect(title).toMatch(/^[A-Z].*[^.]$/);
    expect(
      [title, symptom, why, fix, traps].filter((text) => /!|\b(simply|just|easily|obviously)\b/i.test(text)),
    ).toEqual([]);
  });

  it('rests on pages of AWS', () => {
    expect(rule.references.length).toBeGreaterThan(0);
    const page = /^https:\/\/(docs\.aws\.amazon\.com|repost\.aws)\/\S+$/;
    expect(rule.references.filter((url) => !page.test(url))).toEqual([]);
    expect(new Set(rule.references).size).toBe(rule.references.length);
  });

  it('reads sections that exist, each once', () => {
    expect(rule.needs.filter((kind) => !kinds.includes(kind))).toEqual([]);
    expect(new Set(rule.needs).size).toBe(rule.needs.length);
    expect((rule.reads ?? []).filter((read) => !functionReads.includes(read))).toEqual([]);
  });

  it.each(rule.needs)('is skipped where %s may not be read, whatever is broken', (kind) => {
    const broken = rows.filter(({ speaks, change }) => speaks[id] !== undefined && change !== null);
    expect(broken.length).toBeGreaterThan(0);
    for (const { change } of broken) {
      const denied = network((n) => {
        change?.(n);
        n.deny(kind);
      });
      for (const fn of diagnosed(denied)) {
        expect(fn.findings.filter(({ ruleId }) => ruleId === id)).toEqual([]);
        expect(fn.skipped.find(({ ruleId }) => ruleId === id)?.missing).toContain(kind);
      }
    }
  });
});

describe('what is read of each function', () => {
  const reading = rules.flatMap(({ id, reads = [] }) => reads.map((read) => [id, read] as const));

  it.each(reading)('%s is skipped where %s may not be read, and no answer changes', (id, read) => {
    const broken = rows.filter(({ speaks, change }) => speaks[id] !== undefined && change !== null);
    expect(broken.length).toBeGreaterThan(0);
    for (const { change } of broken) {
      const denied = network((n) => {
        change?.(n);
        n.denyRead(read);
      });
      const before = diagnosed(network((n) => change?.(n)));
      const after = diagnosed(denied);
      expect(after.map(({ answers }) => answers)).toEqual(before.map(({ answers }) => answers));
      const [fn] = after;
      expect(fn?.findings.filter(({ ruleId }) => ruleId === id)).toEqual([]);
      expect(fn?.skipped).toContainEqual({ ruleId: id, missing: [read] });
    }
  });
});

describe('laws of every report', () => {
  it('the correct network has no finding, whoever asks', () => {
    expect(diagnosed(healthy, 'default').flatMap(({ findings }) => findings)).toEqual([]);
    expect(diagnosed(healthy, 'to').flatMap(({ findings }) => findings)).toEqual([]);
  });

  it.each(rows.map((row) => [row.name, row] as const))('%s', (_, row) => {
    const snapshot = snapshotOf(row);
    for (const origin of ['default', 'to'] as const)
      expect(lawsBrokenBy(diagnosed(snapshot, origin), snapshot, origin, needs)).toEqual([]);
  });

  it.each(rows.map((row) => [row.name, row] as const))('many targets at once: %s', (_, row) => {
    const snapshot = snapshotOf(row);
    const reports = diagnosed(snapshot, 'to', null, manyQuestions(questionsOf(row)));
    expect(lawsBrokenBy(reports, snapshot, 'to', needs)).toEqual([]);
  });

  it('no finding is more severe than its rule, and of a default question a partial answer is no error', () => {
    const order: readonly Severity[] = ['note', 'warning', 'error'];
    const tooSevere = rows.flatMap((row) =>
      diagnosed(snapshotOf(row)).flatMap((fn) =>
        fn.findings
          .filter(({ ruleId, severity }) => order.indexOf(severity) > order.indexOf(severities[ruleId] ?? 'note'))
          .map(({ ruleId }) => `${row.name}: ${ruleId}`),
      ),
    );
    expect(tooSevere).toEqual([]);
  });
});
