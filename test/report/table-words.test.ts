import { describe, expect, it } from 'vitest';
import type { Answer, Report } from '../../src/model/report.ts';
import type { ReporterOptions } from '../../src/report/reporter.ts';
import { table as tablePieces } from '../../src/report/table.ts';
import { cases } from './cases.ts';
import { hostile, manyFindings, manyFunctions, manyPlacements, severalTargets } from './hard-reports.ts';
import { halfOfTheReplies, natGatewaysDenied, oneBlackhole } from './mixed-reports.ts';
import { finding, hop, ids, internet, inVpc, reportOn, subnet } from './report-parts.ts';
import { aclPasses, healthy, notFound, notInVpc, oneNotFound, oneOfTwo, publicSubnets } from './reports.ts';
import { whole } from './whole.ts';

const table = whole(tablePieces);

const at80: ReporterOptions = { color: false, columns: 80, quiet: false, verbose: false };
const show = (report: Report, options: Partial<ReporterOptions> = {}): string => table(report, { ...at80, ...options });
const linesOf = (text: string): readonly string[] => text.split('\n');

describe('the answer', () => {
  it('comes first, after who is meant, as a mark and one sentence', () => {
    expect(linesOf(show(publicSubnets))[3]).toMatch(/^✗ thumbs cannot reach the internet/u);
    expect(linesOf(show(oneBlackhole))[3]).toMatch(/^! invoice-worker reaches the internet from 2 of its 3 subnets/u);
    expect(linesOf(show(natGatewaysDenied))[3]).toMatch(/^\? It cannot be told/u);
    expect(linesOf(show(healthy))[3]).toMatch(/^✓ orders-api reaches the internet/u);
  });

  it('says that the network is fine and to look at the code, only where everything is reachable', () => {
    const fine = cases.filter(([, report]) => show(report).includes('The network is fine; look at the code'));
    expect(fine.map(([name]) => name)).toEqual(['healthy', 'not-in-vpc']);
  });

  it('does not call the network fine beside an error', () => {
    const [fn = inVpc('f', {})] = healthy.document.functions;
    const broken = reportOn([{ ...fn, findings: [finding('orders-api', { ruleId: 'last-update-failed' })] }]);
    expect(show(broken)).not.toContain('The network is fine');
  });

  it('does not call the network fine beside a warning, and says where to look next', () => {
    const [fn = inVpc('f', {})] = healthy.document.functions;
    const drift = finding('orders-api', { ruleId: 'version-vpc-drift', severity: 'warning' });
    const screen = show(reportOn([{ ...fn, findings: [drift] }])).replace(/\s+/gu, ' ');
    expect(screen).not.toContain('The network is fine');
    expect(screen).toContain('If calls still fail after the warnings are dealt with, look at the code: ');
  });

  it('is told once where several targets are asked, and its subnets one by one only where they differ', () => {
    const because = 'f cannot reach 10.0.40.7:5432 from any of its 2 subnets.';
    const subnets = [subnet(ids.privateA, 'a', 'blocked', 0), subnet(ids.privateB, 'b', 'blocked', 0)];
    const uniform = { ...internet('blocked', because, subnets), target: '10.0.40.7:5432' };
    const [first = subnet(ids.privateA, 'a', 'blocked', 0)] = subnets;
    const uneven = { ...uniform, target: 's3', because: 'f reaches s3 from 1 of 2.', verdict: 'partial' as const };
    const differ = { ...uneven, subnets: [first, subnet(ids.privateB, 'b', 'reachable', 1)] };
    const screen = show(reportOn([inVpc('f', { answers: [uniform, differ] })]));
    expect(screen.replace(/[\s│]+/gu, ' ').match(/f cannot reach 10\.0\.40\.7:5432 from any/gu)).toHaveLength(1);
    expect(screen).toMatch(/│ 10\.0\.40\.7:5432 │ ✗ no +│ as said above +│/u);
    expect(screen).toContain('From each subnet to s3');
    expect(screen).not.toContain('From each subnet to 10.0.40.7:5432');
  });

  it('is not what cannot be told of a target that nobody expects', () => {
    const named = (target: string): Answer => ({
      ...internet('unknown', `Whether f reaches ${target} cannot be told: why.`, []),
      target,
      askedBecause: 'env API names it',
    });
    const fine = internet('reachable', 'f reaches the internet from its only subnet.', []);
    const f = inVpc('f', { answers: [named('a.example:443'), fine, named('b.example:443')] });
    expect(linesOf(show(reportOn([f]))).slice(3, 5)).toEqual([
      '✓ f reaches the internet from its only subnet; whether it reaches 2 other',
      '  targets cannot be told.',
    ]);
    const s3 = { ...fine, target: 's3', because: 'f reaches s3.' };
    expect(linesOf(show(reportOn([{ ...f, answers: [...f.answers.slice(1), s3] }])))[3]).toBe(
      '✓ f reaches everything that was asked; whether it reaches 1 other target cannot',
    );
    expect(linesOf(show({ ...reportOn([f]), undecided: true }))[3]).toMatch(/^\? Whether f reaches a\.example:443/u);
    expect(show(reportOn([f, f]))).toContain(
      '✓ Both functions can reach the internet; whether other targets are reached\n  cannot be told in all cases.',
    );
    expect(show({ ...reportOn([f, f]), undecided: true })).toContain('? Of 2 functions, for 2 it cannot be told');
  });

  it('says where a target comes from that nobody has typed', () => {
    const asked = [
      ['internet', 'always asked'],
      ['s3', 'asked with --to'],
      ['sqs', 'env QUEUE_URL names it'],
      ['kms', 'required by lambda-net-doctor.yaml:4'],
    ] as const;
    const answers = asked.map(([target, askedBecause]) => ({
      ...internet('reachable', `f reaches ${target}.`, [subnet(ids.privateA, 'a', 'reachable', 1)]),
      target,
      askedBecause,
    }));
    const screen = show(reportOn([inVpc('f', { answers })])).replace(/[\s│]+/gu, ' ');
    expect(screen).toContain('f reaches sqs. (env QUEUE_URL names it)');
    expect(screen).toContain('f reaches kms. (required by lambda-net-doctor.yaml:4)');
    expect(screen).not.toMatch(/always asked|asked with/u);
  });

  it('says that what it reaches is forbidden', () => {
    const because = 'f reaches the internet from its only subnet.';
    const answer = internet('reachable', because, [subnet(ids.privateA, 'a', 'reachable', 1)]);
    const screen = show(reportOn([inVpc('f', { answers: [{ ...answer, expected: 'forbidden' }] })]));
    expect(linesOf(screen)[3]).toBe(`✗ Forbidden: ${because}`);
  });

  it('says that a function is not in a VPC', () => {
    expect(linesOf(show(notInVpc))[1]).toBe('not attached to a VPC');
  });

  it('does not say so of a function whose network is not known', () => {
    const managed = inVpc('managed', {
      vpcId: null,
      answers: [internet('unknown', 'It cannot be told whether managed reaches the internet.', [])],
    });
    expect(linesOf(show(reportOn([managed])))[1]).toBe('its network is not known');
  });

  it('names a version or alias', () => {
    expect(linesOf(show(severalTargets))[0]).toMatch(/^signup:live · eu-west-1 · account 123456789012$/u);
  });

  it('says how much works only as a share of what was asked, never as 0 or 100 %', () => {
    expect(show(halfOfTheReplies)).toContain('about 44 %');
    expect(show(halfOfTheReplies)).not.toMatch(/\b(?:0|100) %/u);
  });

  it('shows five exceptional ranges and counts the rest', () => {
    expect(show(halfOfTheReplies)).toMatch(/except 52\.1\.0\.0\/16.*52\.5\.0\.0\/16 and 2\s+more ranges: ✗ no/u);
    expect(show(halfOfTheReplies)).not.toContain('52.6.0.0/16');
  });
});

describe('connections that show an answer', () => {
  const works = '  ✓ works: 10.4.1.4:32768 → 1.0.0.0:443, NAT port 1024';

  it('stand in one line each below the path of a partial answer, of the subnet that the path is of', () => {
    const lines = linesOf(show(halfOfTheReplies));
    const at = lines.indexOf(works);
    expect(lines[at - 1]).toMatch(/61000-65535$/u);
    expect(lines[at + 1]).toBe('  ✗ fails: 10.4.1.4:1024 → 1.0.0.0:443, NAT port 1024, at app-acl (…0bad)');
    expect(lines.join()).not.toContain('10.4.2.4');
  });

  it('put IPv6 addresses in brackets', () => {
    const witness = { outcome: 'works', fromPort: 1024, natPort: null, toPort: 443, stoppedBy: null } as const;
    const ends = { from: '2600:1f18:1:2::4', to: '2000::' };
    const subnets = [subnet(ids.privateA, 'a', 'partial', 0.5, [aclPasses], [{ ...witness, ...ends }])];
    const report = reportOn([inVpc('f', { answers: [internet('partial', 'f.', subnets)] })]);
    expect(show(report)).toContain('[2600:1f18:1:2::4]:1024 → [2000::]:443');
  });

  it('of a plain yes or no are shown with verbose alone', () => {
    const [fn = inVpc('f', {})] = publicSubnets.document.functions;
    const [answer = internet('unknown', '', [])] = fn.answers;
    const witness = { outcome: 'fails', fromPort: 1024, natPort: null, to: '1.0.0.0', toPort: 443 } as const;
    const subnets = answer.subnets.map((each) => ({
      ...each,
      witnesses: [{ ...witness, from: '10.0.1.4', stoppedBy: 'igw-0a1b2c3d4e5f60e1f' }],
    }));
    const report = reportOn([{ ...fn, answers: [{ ...answer, subnets }] }]);
    const line = '✗ fails: 10.0.1.4:1024 → 1.0.0.0:443, at igw-0a1b2c3d4e5f60e1f';
    expect(show(report)).not.toContain('10.0.1.4');
    expect(show(report, { verbose: true })).toContain(line);
  });
});

describe('a broken path', () => {
  it('is numbered, stops at the hop that breaks it and names what lies behind in one line', () => {
    const lines = linesOf(show(oneBlackhole));
    const start = lines.indexOf('Path to the internet from private-c (eu-west-1c)');
    expect(lines[start + 1]).toMatch(/^ {2}1 ✓ security group/u);
    expect(lines[start + 3]).toMatch(/^ {2}3 ✗ route table +private-c \(…77b0\) has 0\.0\.0\.0\/0 → nat-…31ce/u);
    expect(lines[start + 5]).toMatch(/^ {2}4 - not reached: NAT gateway · internet gateway · the internet/u);
  });

  it('is told once for subnets that share it', () => {
    const text = show(publicSubnets);
    expect(text.match(/Path to the internet/gu)).toHaveLength(1);
    expect(text).toContain('Path to the internet, the same from both subnets');
    expect(text).toContain('the same as public-a');
  });

  it('names behind the break neither what cannot be told there nor one kind of hop twice in a row', () => {
    const hops = [
      hop('security-group-egress', ids.group, 'blocks', 'the security groups have no egress rule'),
      hop('network-acl-egress', ids.acl, 'not-reached', ''),
      hop('route', ids.routesPrivate, 'unknown', 'ec2:DescribeRouteTables could not be read'),
      hop('nat-instance', 'eni-0a1b2c3d4e5f60718', 'not-reached', ''),
      hop('nat-instance', 'eni-0a1b2c3d4e5f60718', 'not-reached', ''),
    ];
    const answer = internet('blocked', 'f.', [subnet(ids.privateA, 'a', 'blocked', 0, hops)]);
    const screen = show(reportOn([inVpc('f', { answers: [answer] })]));
    expect(screen).toContain('  2 - not reached: network ACL (out) · route table · NAT instance\n');
    expect(screen).not.toContain('DescribeRouteTables');
  });

  it('shows every hop and full ids with verbose', () => {
    const text = show(oneBlackhole, { verbose: true });
    expect(text).toContain('subnet-0d57a8b91c3f2e4d8');
    expect(text).not.toMatch(/…[0-9a-f]{4}/u);
    expect(text).toMatch(/ {2}7 - network ACL \(in\)/u);
  });
});

describe('findings', () => {
  it('leaves notes, passing subnets and hints out with quiet', () => {
    const text = show(healthy, { quiet: true });
    expect(text).not.toMatch(/note\[|┌|look at the code/u);
    expect(text).toContain('✓ orders-api reaches the internet');
    expect(text).toContain('No packet was sent.');
  });

  it('shows twenty in full, every other one in a line of its own, and says so', () => {
    const text = show(manyFindings);
    expect(text.match(/^(?:error|warning|note)\[blackhole-route\]/gmu)).toHaveLength(60);
    expect(text.match(/^ {2}= fix/gmu)).toHaveLength(20);
    expect(text).toContain('--verbose shows the last 40 in full');
    expect(show(manyFindings, { verbose: true }).match(/^ {2}= fix/gmu)).toHaveLength(60);
  });

  it('does not tell the hops that pass a second time', () => {
    const [fn = inVpc('f', {})] = oneBlackhole.document.functions;
    const evidence = (fn.answers[0]?.subnets[2]?.hops ?? []).slice(0, 3);
    const report = reportOn([{ ...fn, findings: fn.findings.map((each) => ({ ...each, evidence })).slice(0, 1) }]);
    expect(show(report)).toMatch(/ {2}= seen {2}route table private-c \(…77b0\) has/u);
    expect(show(report, { verbose: true })).toMatch(/ {2}= seen {2}security group orders-fn/u);
  });

  it('does not repeat what the message says', () => {
    const [fn = inVpc('f', {})] = publicSubnets.document.functions;
    const said = `nothing in ${ids.vpc} has 10.0.40.7`;
    const evidence = [
      { resource: ids.vpc, note: said },
      { resource: ids.natA, note: said },
      { resource: ids.vpc, note: 'no subnet holds it' },
    ];
    const blocked = finding('thumbs', { ruleId: 'path-blocked', message: `The path is blocked: ${said}.`, evidence });
    const report = reportOn([{ ...fn, findings: [blocked] }]);
    expect(show(report)).toContain('  = seen  NAT gateway nat-a (…a440): nothing in prod (…c1f8) has 10.0.40.7');
    expect(show(report)).toContain('\n          VPC prod (…c1f8): no subnet holds it');
    expect(show(report).match(/nothing in prod/gu)).toHaveLength(2);
    expect(show(report, { verbose: true }).match(/nothing in prod/gu)).toHaveLength(3);
  });

  it('tells notes that differ in their resource alone once, and names the others', () => {
    const [fn = inVpc('f', {})] = healthy.document.functions;
    const actions = ['Subnets', 'RouteTables', 'Vpcs', 'Instances', 'NatGateways', 'NetworkAcls', 'Addresses'];
    const findings = actions.map((name) =>
      finding('orders-api', {
        ruleId: 'missing-permission',
        severity: 'note',
        resource: `ec2:Describe${name}`,
        message: `ec2:Describe${name} could not be read.`,
        evidence: [{ resource: `ec2:Describe${name}`, note: 'access denied' }],
        fix: { text: `Allow ec2:Describe${name}.`, commands: ['lambda-net-doctor iam-policy'], actor: 'you' },
      }),
    );
    const screen = show(reportOn([{ ...fn, findings }]));
    expect(screen.match(/^note\[missing-permission\] ec2:DescribeSubnets/gmu)).toHaveLength(1);
    expect(screen.match(/^note\[/gmu)).toHaveLength(1);
    expect(screen.replace(/\s+/gu, ' ')).toContain(
      '= same holds for ec2:DescribeRouteTables, ec2:DescribeVpcs, ec2:DescribeInstances, ec2:DescribeNatGateways, ec2:DescribeNetworkAcls and 1 more resource',
    );
    expect(screen).toContain('7 notes');
    expect(show(reportOn([{ ...fn, findings }]), { verbose: true }).match(/^note\[/gmu)).toHaveLength(7);
  });

  it('says who has to make a change that is not the reader’s to make', () => {
    expect(show(halfOfTheReplies)).toContain('  = who   the account that owns the resource has to make the change');
    expect(show(publicSubnets)).not.toContain('= who');
  });

  it('wraps a long message once: its second line is as full as its first', () => {
    const text = linesOf(show(oneBlackhole, { columns: 44 }));
    expect(text.filter((line) => line.trim() === 'which')).toEqual([]);
  });
});

describe('the end', () => {
  it('lists what was not read and which rules were skipped', () => {
    const text = show(natGatewaysDenied);
    expect(text).toMatch(
      /Not read[\s\S]*ec2:DescribeNatGateways \(access denied: no identity-based policy allows it\)/u,
    );
    expect(text).toMatch(
      /Skipped rules:\n {2}nat-gateway-not-available, nat-gateway-cross-az \(without natGateways\)/u,
    );
    expect(show(natGatewaysDenied, { quiet: true })).toMatch(/Not read[\s\S]*Skipped rules/u);
  });

  it.each(cases.filter(([name]) => name !== 'hostile'))(
    '%s: says what was read and that nothing was sent',
    (_, report) => {
      expect(show(report)).toMatch(
        /\nRead from configuration: 13 read-only API calls at 2026-11-22T13:04:05\.000Z\.\nNo packet was sent\.\n\d+ errors? · \d+ warnings? · \d+ notes?( · 1 answer unknown)?\n$/u,
      );
    },
  );

  it('says so where DNS was asked', () => {
    expect(show({ ...healthy, resolvedHosts: 2 })).toContain(
      '\nNo packet was sent but DNS queries for 2 host names.\n',
    );
  });

  it('says which function was not found, and names that are near', () => {
    for (const report of [notFound, oneNotFound]) {
      expect(show(report).replaceAll(/\s+/gu, ' ')).toContain(
        '✗ orders-ap does not exist in this Region and account; did you mean orders-api or orders-app',
      );
    }
  });
});

describe('several functions', () => {
  it('are listed worst first, and only those that are not healthy are explained', () => {
    const text = show(oneOfTwo);
    expect(text).toContain('✗ Of 2 functions, 1 cannot reach the internet; 1 can.');
    expect(text.indexOf('│ ✗ no   │ thumbs')).toBeLessThan(text.indexOf('│ ✓ yes  │ orders-api'));
    expect(text).toContain('thumbs · eu-west-1');
    expect(text).not.toContain('orders-api · eu-west-1');
  });

  it('are grouped by subnets and security groups above fifty, with one explanation a group', () => {
    const text = show(manyFunctions);
    const words = text.replaceAll(/\s+/gu, ' ');
    expect(words).toContain(
      '✗ Of 400 functions, 31 cannot reach the internet, 12 can reach it only sometimes; 357 can.',
    );
    expect(text.match(/^│ [✗!✓].*\d+ +│/gmu)).toHaveLength(4);
    expect(text.match(/^error\[public-subnet-no-nat\]/gmu)).toHaveLength(1);
    expect(words).toContain('and 25 more functions.');
  });

  it('are cut at fifty where they share nothing, saying how many are left out', () => {
    const text = show(manyPlacements);
    expect(text.match(/│ service-\d+ │/gu)).toHaveLength(50);
    expect(text).toContain('… and 250 more functions, not shown');
    expect(text).toContain('Details of 30 functions left out; name one function to read them.');
  });
});

describe('names that others chose', () => {
  it('reach the screen as plain text on one line', () => {
    const text = show(hostile);
    expect(text).toContain('ab (…e4d8)');
    expect(text).not.toContain('pwned');
  });
});
