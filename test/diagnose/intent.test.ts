import { describe, expect, it } from 'vitest';
import { fits, fitsFunction } from '../../src/diagnose/function-pattern.ts';
import { type DiagnoseOptions, diagnose } from '../../src/diagnose.ts';
import { type Intent, noIntent } from '../../src/model/intent.ts';
import type { Report } from '../../src/model/report.ts';
import { defaultQuestion, type Question, type Target } from '../../src/model/target.ts';
import { expecting, ignoring, intentWith, internet } from '../support/intent.ts';
import { type Change, healthy, network } from '../support/network.ts';

const s3: Target = { kind: 'service', service: 's3' };
const toInternet: Question = { target: internet, origin: 'to', askedBecause: 'asked with --to' };

const reportOn = (
  change: Change | null,
  intent: Partial<Intent>,
  over: Partial<Pick<DiagnoseOptions, 'questions' | 'rules' | 'detect'>> = {},
): Report => {
  const snapshot = change === null ? healthy : network(change);
  const { functions } = snapshot.sections;
  return diagnose(snapshot, {
    functions: functions.status === 'collected' ? functions.items : [],
    questions: [defaultQuestion],
    intent: intentWith(intent),
    allHops: false,
    rules: null,
    toolVersion: '0.0.0',
    ...over,
  });
};

/** `function target origin-of-the-expectation`, one line each. */
const asked = (report: Report): readonly string[] =>
  report.document.functions.flatMap(({ name, answers }) =>
    answers.map(({ target, expected, askedBecause }) => `${name}: ${target}, ${expected ?? askedBecause}`),
  );

/** What the rules find, each of them once for a function. */
const found = (report: Report): readonly string[] => [
  ...new Set(
    report.document.functions.flatMap(({ name, findings }) =>
      findings.map(({ ruleId, severity }) => `${name}: ${severity} ${ruleId}`),
    ),
  ),
];

const singleZone: Change = (n) => {
  n.network().subnetIds = [n.subnet('private-a').id];
};
const noWayOut: Change = (n) => {
  for (const zone of ['a', 'b', 'c']) n.removeRoute(`private-${zone}`);
};
const twoFunctions: Change = (n) => {
  n.addFunction('invoices');
};

describe('a pattern of function names', () => {
  it.each([
    ['orders-api', 'orders-api', true],
    ['orders-*', 'orders-api', true],
    ['*', 'orders-api', true],
    ['*-api', 'orders-api', true],
    ['o*s-a*i', 'orders-api', true],
    ['orders-api*', 'orders-api', true],
    ['**', 'orders-api', true],
    ['orders', 'orders-api', false],
    ['*orders', 'orders-api', false],
    ['orders-a*-api', 'orders-api', false],
    ['Orders-*', 'orders-api', false],
    ['orders.api', 'orders-api', false],
    ['', 'orders-api', false],
  ])('%s fits %s: %s', (pattern, name, expected) => {
    expect(fits(pattern, name)).toBe(expected);
  });

  it('takes time in proportion to the name, however many stars there are', () => {
    expect(fits(`${'a*'.repeat(10_000)}b`, 'a'.repeat(10_000))).toBe(false);
  });

  it.each([
    ['orders-api', 'live', true],
    ['orders-api:live', 'live', true],
    ['orders-api:*', null, true],
    ['orders-api:live', null, false],
  ])('%s means version or alias %s: %s', (pattern, qualifier, expected) => {
    expect(fitsFunction(pattern, { name: 'orders-api', qualifier })).toBe(expected);
  });
});

describe('what a function is asked', () => {
  it('the default question only where nobody names a target for it', () => {
    const report = reportOn(twoFunctions, { expectations: [expecting('orders-*', 'required', s3)] });
    expect(asked(report)).toEqual(['orders-api: s3, required', 'invoices: internet, always asked']);
  });

  it('--to adds a question and does not lift what is forbidden', () => {
    const report = reportOn(
      null,
      { expectations: [expecting('*', 'forbidden'), expecting('*', 'required', s3)] },
      { questions: [toInternet] },
    );
    expect(asked(report)).toEqual(['orders-api: internet, forbidden', 'orders-api: s3, required']);
    expect(found(report)).toEqual(['orders-api: error forbidden-target-reachable']);
  });

  it('--to is stricter than a target without expectation, and gives one answer', () => {
    const report = reportOn(noWayOut, { expectations: [expecting('*', 'any')] }, { questions: [toInternet] });
    expect(asked(report)).toEqual(['orders-api: internet, asked with --to']);
    expect(found(report)).toEqual(['orders-api: error no-internet-route']);
  });

  it('the first entry that fits counts, for each target by itself', () => {
    const expectations = [
      expecting('orders-api', 'any'),
      expecting('*', 'forbidden'),
      expecting('*', 'required', s3),
    ] as const;
    expect(asked(reportOn(twoFunctions, { expectations }))).toEqual([
      'orders-api: internet, any',
      'orders-api: s3, required',
      'invoices: internet, forbidden',
      'invoices: s3, required',
    ]);
  });

  it('what a function names itself is not asked again where it is expected', () => {
    const named: Change = (n) => {
      n.function().namedTargets = [
        { target: { kind: 'service', service: 's3' }, namedBy: 'env BUCKET_URL' },
        { target: { kind: 'service', service: 'sqs' }, namedBy: 'env QUEUE_URL' },
      ];
    };
    const report = reportOn(named, { expectations: [expecting('*', 'required', s3)] }, { detect: true });
    expect(asked(report)).toEqual(['orders-api: s3, required', 'orders-api: sqs, env QUEUE_URL names it']);
  });

  it('a host name of a service in the region is the service, whoever writes it', () => {
    const host: Target = {
      kind: 'host',
      text: 'sqs.eu-west-1.amazonaws.com:443',
      host: 'sqs.eu-west-1.amazonaws.com',
      port: 443,
      service: { service: 'sqs', region: 'eu-west-1' },
    };
    const sqs: Target = { kind: 'service', service: 'sqs' };
    const report = reportOn(null, { expectations: [expecting('*', 'forbidden', host), expecting('*', 'any', sqs)] });
    expect(asked(report)).toEqual(['orders-api: sqs, forbidden']);
  });
});

describe('whether it is decided what is expected', () => {
  const denied: Change = (n) => n.deny('natGateways');

  it.each([
    ['required', true],
    ['forbidden', true],
    ['any', false],
  ] as const)('an unknown answer to a target that is %s: undecided is %s', (origin, undecided) => {
    const report = reportOn(denied, { expectations: [expecting('*', origin)] });
    expect(report.document.functions[0]?.answers[0]?.verdict).toBe('unknown');
    expect(report.undecided).toBe(undecided);
    expect(report.incomplete).toBe(undecided);
  });

  it('an unknown answer to a target that is only detected', () => {
    const named: Change = (n) => {
      n.function().namedTargets = [{ target: { kind: 'service', service: 'sqs' }, namedBy: 'env QUEUE_URL' }];
      n.deny('vpcEndpoints');
    };
    const report = reportOn(named, {}, { detect: true });
    expect(report.document.functions[0]?.answers.map(({ verdict }) => verdict)).toEqual(['reachable', 'unknown']);
    expect(report.undecided).toBe(false);
  });

  it('a forbidden target that is blocked from one subnet and not known from the others', () => {
    const change: Change = (n) => {
      n.removeRoute('private-a');
      n.deny('natGateways');
    };
    const report = reportOn(change, { expectations: [expecting('*', 'forbidden')] });
    expect(report.document.functions[0]?.answers[0]?.verdict).toBe('partial');
    expect(report.undecided).toBe(true);
  });

  it('a forbidden target that is blocked but for a few addresses of which nothing is known', () => {
    const change: Change = (n) => {
      noWayOut(n);
      n.addRoute('private-a', '8.8.8.0/24', { kind: 'virtual-private-gateway', id: 'vgw-0a1b2c3d4e5f60718' });
    };
    const report = reportOn(change, { expectations: [expecting('*', 'forbidden')] });
    expect(report.document.functions[0]?.answers[0]?.verdict).toBe('blocked');
    expect(report.undecided).toBe(true);
  });

  it('a forbidden target that is blocked to its last address', () => {
    const report = reportOn(noWayOut, { expectations: [expecting('*', 'forbidden')] });
    expect(report.undecided).toBe(false);
    expect(found(report)).toEqual([]);
  });
});

describe('severities of rules', () => {
  const level = (change: Change, ruleId: string, to: 'error' | 'warning' | 'note' | 'off') =>
    found(reportOn(change, { levels: new Map([[ruleId, to]]) }));

  it('are those of the configuration, and the order of findings follows', () => {
    expect(level(singleZone, 'single-az', 'error')).toEqual(['orders-api: error single-az']);
    expect(level(singleZone, 'single-az', 'note')).toEqual(['orders-api: note single-az']);
    expect(level(noWayOut, 'no-internet-route', 'error')).toEqual(['orders-api: error no-internet-route']);
  });

  it('off leaves the findings out and the answers as they are', () => {
    const report = reportOn(noWayOut, { levels: new Map([['no-internet-route', 'off']]) });
    expect(found(report)).toEqual([]);
    expect(report.document.functions[0]?.answers[0]?.verdict).toBe('blocked');
  });

  it('never make an error of what nobody expects', () => {
    const report = reportOn(noWayOut, {
      expectations: [expecting('*', 'any')],
      levels: new Map([['no-internet-route', 'error']]),
    });
    expect(found(report)).toEqual(['orders-api: warning no-internet-route']);
  });
});

describe('accepted findings', () => {
  const accepted = (part: Parameters<typeof ignoring>[1], rules: readonly string[] | null = null) =>
    reportOn(singleZone, { ignores: [ignoring('single-az', part)] }, { rules });

  it('are no findings, are counted and keep their reason', () => {
    const { document } = accepted({ reason: 'a batch job', until: '2027-01-31' });
    expect(document.functions[0]?.findings).toEqual([]);
    expect(document.functions[0]?.ignored).toMatchObject([
      {
        finding: { ruleId: 'single-az', severity: 'warning' },
        reason: 'a batch job',
        until: '2027-01-31',
        ignoredBy: 'lambda-net-doctor.yaml:9',
      },
    ]);
    expect(document.summary).toMatchObject({ errors: 0, warnings: 0, notes: 0, ignored: 1 });
  });

  it.each([
    ['another function', { functions: 'invoices' }],
    ['another resource', { resource: 'rtb-*' }],
  ])('not where the entry is about %s', (_, part) => {
    expect(found(accepted(part))).toEqual(['orders-api: warning single-az']);
  });

  it('by the id of the culprit, with stars', () => {
    expect(found(accepted({ resource: 'arn:aws:lambda:*:function:orders-api' }))).toEqual([]);
  });

  it('come back on the day after their last one, with a word about it', () => {
    expect(found(accepted({ until: '2026-10-05' }))).toEqual([]);
    expect(found(accepted({ until: '2026-10-04' }))).toEqual([
      'orders-api: warning ignore-expired',
      'orders-api: warning single-az',
    ]);
  });

  it('stay accepted where a second entry still holds', () => {
    const report = reportOn(singleZone, {
      ignores: [ignoring('single-az', { until: '2026-10-04' }), ignoring('single-az', { until: '2026-12-31' })],
    });
    expect(found(report)).toEqual([]);
    expect(report.document.functions[0]?.ignored[0]?.until).toBe('2026-12-31');
  });

  it('are left out with --rule for another rule', () => {
    expect(accepted({}, ['blackhole-route']).document.summary.ignored).toBe(0);
  });

  it('never hide that a target cannot be told', () => {
    const denied: Change = (n) => n.deny('natGateways');
    const report = reportOn(denied, {
      expectations: [expecting('*', 'required')],
      ignores: [ignoring('missing-permission')],
    });
    expect(found(report)).toEqual([]);
    expect(report.undecided).toBe(true);
  });
});

it('without a configuration nothing is expected, ignored or changed', () => {
  const { document, undecided } = reportOn(null, noIntent);
  expect(document.functions[0]?.answers[0]?.expected).toBeNull();
  expect(document.functions[0]?.ignored).toEqual([]);
  expect(undecided).toBe(false);
});
