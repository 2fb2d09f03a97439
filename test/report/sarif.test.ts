import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Log, Run } from 'sarif';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { sarif as sarifPieces } from '../../src/report/sarif.ts';
import { expectGolden } from '../support/golden.ts';
import { hostile, severalTargets } from './hard-reports.ts';
import { halfOfTheReplies, natGatewaysDenied, oneBlackhole } from './mixed-reports.ts';
import { account, finding, ids, inVpc, reportOn } from './report-parts.ts';
import { healthy, notFound, notInVpc, oneNotFound, oneOfTwo, publicFunction, publicSubnets } from './reports.ts';
import { whole } from './whole.ts';

const sarif = whole(sarifPieces);

const options = { color: false, columns: 80, quiet: false, verbose: false };
const golden = (name: string): string => join(import.meta.dirname, 'goldens', `${name}.sarif`);

const runOf = (report: Report): Run => {
  const log: Log = JSON.parse(sarif(report, options));
  const [run] = log.runs;
  if (run === undefined) throw new Error('no run');
  return run;
};

const firstResult = (report: Report) => runOf(report).results?.[0];
const eightHex = (...lines: readonly string[]): string =>
  createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, 8);

describe('the file', () => {
  it.each([
    ['public-subnets', publicSubnets],
    ['one-blackhole', oneBlackhole],
    ['nat-gateways-denied', natGatewaysDenied],
    ['not-found', notFound],
    ['hostile', hostile],
  ])('%s', (name, report) => {
    expectGolden(golden(name), sarif(report, options));
  });

  it('is the same whatever the screen is: leaving a note out would close its alert', () => {
    const screen = { color: true, columns: 20, quiet: true, verbose: true };
    expect(sarif(healthy, screen)).toBe(sarif(healthy, options));
  });
});

describe('the category', () => {
  const arn = (name: string): string => `arn:aws:lambda:eu-west-1:${account}:function:${name}`;

  it.each([
    ['one function', publicSubnets, 'thumbs'],
    ['a version or alias', severalTargets, 'signup%3Alive'],
    ['a function that was not found', notFound, 'orders-ap'],
    ['two functions', oneOfTwo, eightHex(arn('orders-api'), arn('thumbs'))],
    ['a function beside one that was not found', oneNotFound, eightHex(arn('thumbs'), 'orders-ap')],
  ])('is that of %s, with a slash at its end', (_, report, functions) => {
    expect(runOf(report).automationDetails?.id).toBe(`lambda-net-doctor/${account}/eu-west-1/${functions}/`);
  });

  it('does not depend on the order of the functions', () => {
    const swapped = reportOn(oneOfTwo.document.functions.toReversed());
    expect(runOf(swapped).automationDetails).toEqual(runOf(oneOfTwo).automationDetails);
  });

  it('says so where the account is not known', () => {
    const report = reportOn([publicFunction], { document: { account: null } });
    expect(runOf(report).automationDetails?.id).toBe('lambda-net-doctor/unknown/eu-west-1/thumbs/');
    expect(firstResult(report)?.locations?.[0]?.physicalLocation?.artifactLocation?.uri).toBe(
      'aws/unknown/eu-west-1/lambda/thumbs',
    );
  });
});

describe('a result', () => {
  it('stands for one finding, with its rule, its level and its own fingerprint', () => {
    for (const report of [oneBlackhole, halfOfTheReplies, oneOfTwo]) {
      const run = runOf(report);
      const findings = report.document.functions.flatMap((each) => each.findings);
      expect(run.results?.map((result) => [result.ruleId, result.level, result.partialFingerprints])).toEqual(
        findings.map((each) => [each.ruleId, each.severity, { primaryLocationLineHash: each.fingerprint }]),
      );
      expect(run.results?.map(({ ruleIndex = -1 }) => run.tool.driver.rules?.[ruleIndex]?.id)).toEqual(
        findings.map(({ ruleId }) => ruleId),
      );
    }
  });

  it('lies at a path of the function that no repository has', () => {
    expect(firstResult(publicSubnets)?.locations).toEqual([
      {
        physicalLocation: {
          artifactLocation: { uri: `aws/${account}/eu-west-1/lambda/thumbs` },
          region: { startLine: 1 },
        },
      },
    ]);
  });

  it('says what is wrong and what mends it, in plain sentences', () => {
    expect(firstResult(oneBlackhole)?.message.text).toBe(
      `route table ${ids.routesPrivateC} sends 0.0.0.0/0 to ${ids.natC}, which no longer exists. ` +
        `Point the route at a NAT gateway that exists, such as ${ids.natA}.`,
    );
  });

  it('shows the evidence, and what lies behind it, as steps', () => {
    const steps = firstResult(publicSubnets)?.codeFlows?.[0]?.threadFlows[0]?.locations ?? [];
    expect(steps.map(({ location }) => location?.message?.text)).toEqual([
      `${ids.routesPublic}: 0.0.0.0/0 → ${ids.igw}`,
      `${ids.igw}: Lambda interfaces never get a public IPv4 address`,
      `also ${ids.acl}: rule 110 drops replies to tcp 1024-65535`,
    ]);
  });

  it('has no steps where nothing was seen, since an empty path is not valid', () => {
    expect(firstResult(notInVpc)).not.toHaveProperty('codeFlows');
  });

  it('holds no backquote and no link that somebody else wrote', () => {
    const { results, invocations } = runOf(hostile);
    const messages = JSON.stringify([results, invocations]).match(/"message":\{"text":"(?:[^"\\]|\\.)*"/gu) ?? [];
    expect(messages.length).toBeGreaterThan(4);
    expect(messages.filter((each) => /\]\(|`/u.test(each))).toEqual([]);
    expect(firstResult(hostile)?.message.text).toContain("'rm -rf'");
  });

  it('is among the most severe 25,000, which is all that GitHub takes', () => {
    const findings = Array.from({ length: 25_001 }, (_, index) =>
      finding('f', {
        ruleId: 'blackhole-route',
        severity: index === 0 ? 'note' : 'error',
        destination: `route ${index}`,
      }),
    );
    const run = runOf(reportOn([inVpc('f', { findings })]));
    expect(run.results).toHaveLength(25_000);
    expect(run.results?.every(({ level }) => level === 'error')).toBe(true);
    expect(run.invocations?.[0]?.toolExecutionNotifications?.[0]?.message.text).toBe('1 finding left out.');
  });
});

describe('the run', () => {
  it('lists all rules that ran, with or without results', () => {
    for (const report of [publicSubnets, notFound]) {
      expect(runOf(report).tool.driver.rules?.map(({ id }) => id)).toEqual(report.rules.map(({ id }) => id));
    }
  });

  it('has an empty list of results where nothing was found', () => {
    expect(runOf(notFound).results).toEqual([]);
  });

  it.each([
    ['healthy', healthy, true],
    ['broken', publicSubnets, true],
    ['a denied read left an answer open', natGatewaysDenied, false],
    ['no function was read', notFound, false],
    ['one function was not read', oneNotFound, false],
    ['one function was not read, whatever else is said', { ...oneNotFound, incomplete: false }, false],
  ])('counts as successful only if everything asked was looked at: %s', (_, report, successful) => {
    expect(runOf(report).invocations?.[0]?.executionSuccessful).toBe(successful);
  });

  it('tells what was not read and which rules were skipped', () => {
    const notifications = runOf(natGatewaysDenied).invocations?.[0]?.toolExecutionNotifications ?? [];
    expect(notifications.map(({ level, message }) => [level, message.text])).toEqual([
      ['warning', 'ec2:DescribeNatGateways could not be read: access denied: no identity-based policy allows it.'],
      ['warning', 'ec2:DescribeVpcBlockPublicAccessOptions could not be read: unsupported by this endpoint.'],
      ['warning', 'Rule nat-gateway-not-available did not run, since it needs natGateways (1 function).'],
      ['warning', 'Rule nat-gateway-cross-az did not run, since it needs natGateways (1 function).'],
    ]);
  });

  it('has the same rule texts for every finding', () => {
    const rules = JSON.stringify(runOf(publicSubnets).tool.driver.rules);
    expect(JSON.stringify(runOf(oneBlackhole).tool.driver.rules)).toBe(rules);
    expect(rules).not.toContain('thumbs');
  });
});
