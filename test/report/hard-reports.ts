import type { FunctionReport, Severity } from '../../src/model/report.ts';
import { oneBlackhole } from './mixed-reports.ts';
import { finding, fingerprint, hop, ids, internet, inVpc, names, reportOn, subnet } from './report-parts.ts';
import { publicFunction } from './reports.ts';

const esc = '\u001b';

/** Texts that someone who may tag a subnet can choose, each with a piece that must never be printed. */
export const hostileTexts = {
  colour: `${esc}[31mred${esc}[0m`,
  title: `a${esc}]0;pwned\u0007b`,
  link: `${esc}]8;;https://evil.example${esc}\\click${esc}]8;;${esc}\\`,
  unfinished: `${esc}]0;never ended`,
  eightBit: '\u009b2Jcleared\u0090q\u009c',
  bell: 'ding\u0007',
  lines: 'one\r\ntwo\nthree\tfour\u0085five\u2028six',
  reversed: 'user\u202excod.exe\u2066\u200f',
  half: 'half\ud83d',
  deleted: 'a\u007fb\u0000c',
  markdownLink: '[click me](https://evil.example)',
  backquote: '`rm -rf`',
  long: 'x'.repeat(300),
  wide: '注文サービス'.repeat(20),
} as const;

const texts: readonly string[] = Object.values(hostileTexts);
const allTexts = texts.join(' ');

/** Every string that comes from AWS or from the command line holds everything that is hostile. */
export const hostile = reportOn(
  [
    inVpc(`fn-${allTexts}`, {
      answers: [
        internet(
          'partial',
          `It fails: ${allTexts}`,
          [
            subnet(ids.privateA, 'a', 'reachable', 1),
            {
              ...subnet(ids.privateC, 'c', 'blocked', 0, [
                hop('route', ids.routesPrivate, 'blocks', allTexts),
                hop('target', allTexts, 'not-reached', ''),
              ]),
              availabilityZone: allTexts,
              availabilityZoneId: allTexts,
            },
          ],
          [{ cidrs: [allTexts], verdict: 'blocked', because: allTexts }],
        ),
      ],
      findings: [
        finding('hostile', {
          ruleId: 'blackhole-route',
          message: allTexts,
          resource: allTexts,
          destination: allTexts,
          subnetIds: [ids.privateC],
          targets: [allTexts],
          evidence: [{ resource: allTexts, note: allTexts }],
          also: [{ resource: allTexts, note: allTexts }],
          fix: { text: allTexts, commands: [`aws ec2 wait ${allTexts}`], actor: 'organisation' },
        }),
      ],
      skipped: [{ ruleId: 'nat-gateway-cross-az', missing: [allTexts] }],
    }),
  ],
  {
    names: new Map([...names, [ids.vpc, allTexts], [ids.privateC, hostileTexts.title], [ids.group, hostileTexts.wide]]),
    unread: [{ asked: allTexts, message: allTexts }],
    document: {
      account: allTexts,
      region: allTexts,
      collectedAt: allTexts,
      unavailable: [{ action: allTexts, reason: 'access denied' }],
    },
  },
);

const severityAt = (index: number): Severity => (index < 30 ? 'error' : index < 45 ? 'warning' : 'note');

/** One function with 60 findings. */
export const manyFindings = reportOn([
  {
    ...publicFunction,
    findings: Array.from({ length: 60 }, (_, index) =>
      finding('thumbs', {
        ruleId: 'blackhole-route',
        severity: severityAt(index),
        message: `route table ${ids.routesPublic} sends 10.${index}.0.0/16 to a peering connection that no longer exists`,
        resource: ids.routesPublic,
        destination: `10.${index}.0.0/16`,
        subnetIds: [ids.publicA, ids.publicB],
        evidence: [{ resource: ids.routesPublic, note: `10.${index}.0.0/16 → pcx-0a1b2c3d4e5f60718, state blackhole` }],
        fix: { text: 'Delete the route, or point it at a connection that exists.', commands: [], actor: 'you' },
      }),
    ),
  },
]);

/** The same function under another name. */
const renamed = (report: FunctionReport, name: string): FunctionReport => {
  const copy: FunctionReport = JSON.parse(JSON.stringify(report).replaceAll(report.name, name));
  return {
    ...copy,
    findings: copy.findings.map((each) => ({
      ...each,
      fingerprint: fingerprint(each.ruleId, name, each.resource, each.destination),
    })),
  };
};

const [blackholeFunction = publicFunction] = oneBlackhole.document.functions;

const reachable = (name: string, subnetId: string): FunctionReport =>
  inVpc(name, {
    answers: [
      internet('reachable', `${name} reaches the internet from its subnet.`, [subnet(subnetId, 'a', 'reachable', 1)]),
    ],
  });

const fourHundredth = (index: number): FunctionReport => {
  const name = `service-${String(index).padStart(3, '0')}`;
  if (index % 13 === 0) return renamed(publicFunction, name);
  if (index % 29 === 0) return renamed(blackholeFunction, name);
  return reachable(name, index % 2 === 0 ? ids.privateA : ids.privateB);
};

/** 400 functions in four placements. */
export const manyFunctions = reportOn(Array.from({ length: 400 }, (_, index) => fourHundredth(index)));

/** 300 functions, no two of them in the same subnets. */
export const manyPlacements = reportOn(
  Array.from({ length: 300 }, (_, index) => {
    const name = `service-${String(index).padStart(3, '0')}`;
    return index < 80
      ? { ...renamed(publicFunction, name), subnetIds: [`subnet-${index.toString(16).padStart(17, '0')}`] }
      : reachable(name, `subnet-${index.toString(16).padStart(17, '0')}`);
  }),
);

/** Three questions about one function: not a yes for all. */
export const severalTargets = reportOn([
  inVpc('signup', {
    qualifier: 'live',
    answers: [
      ...(publicFunction.answers ?? []).map((each) => ({
        ...each,
        because: 'signup cannot reach the internet: its subnets are public.',
      })),
      {
        ...internet('reachable', 'a gateway endpoint is in all route tables of its subnets.', [
          subnet(ids.publicA, 'a', 'reachable', 1),
          subnet(ids.publicB, 'b', 'reachable', 1),
        ]),
        target: 's3',
        askedBecause: 'asked with --to',
      },
      {
        ...internet('unknown', 'the target is in another account.', [
          subnet(ids.publicA, 'a', 'unknown', null, [
            hop('peering-connection', 'pcx-0a1b2c3d4e5f60718', 'unknown', 'leads to another account'),
          ]),
          subnet(ids.publicB, 'b', 'unknown', null, [
            hop('peering-connection', 'pcx-0a1b2c3d4e5f60718', 'unknown', 'leads to another account'),
          ]),
        ]),
        target: '10.9.0.7:5432',
        askedBecause: 'asked with --to',
      },
    ],
  }),
]);
