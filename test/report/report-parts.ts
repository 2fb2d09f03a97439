import { createHash } from 'node:crypto';
import type {
  Answer,
  Finding,
  FunctionReport,
  Hop,
  HopKind,
  Report,
  RuleMetadata,
  Severity,
  SubnetAnswer,
  Witness,
} from '../../src/model/report.ts';

export const account = '123456789012';
export const region = 'eu-west-1';
export const helpBase = 'https://lambda-net-doctor.example/rules';

export const ids = {
  vpc: 'vpc-0a1b2c3d4e5f6c1f8',
  privateA: 'subnet-0f3c77e10b2d49a21',
  privateB: 'subnet-0b91d2264c8e05f37',
  privateC: 'subnet-0d57a8b91c3f2e4d8',
  publicA: 'subnet-01d7c3b2a4f5e6a10',
  publicB: 'subnet-02e8d4c3b5a6f7b20',
  group: 'sg-05d1a9be44f0c0fa1',
  routesPrivate: 'rtb-0a9b8c7d6e5f4a3b2',
  routesPrivateC: 'rtb-0c5e1f9ad2b6477b0',
  routesPublic: 'rtb-0e2d3c4b5a6f79d10',
  natA: 'nat-0d8b3c61e97f2a440',
  natC: 'nat-0e4f5a6b7c8d931ce',
  igw: 'igw-0a1b2c3d4e5f60e1f',
  acl: 'acl-0e61d7c24ab950bad',
} as const;

export const names: ReadonlyMap<string, string> = new Map([
  [ids.vpc, 'prod'],
  [ids.privateA, 'private-a'],
  [ids.privateB, 'private-b'],
  [ids.privateC, 'private-c'],
  [ids.publicA, 'public-a'],
  [ids.publicB, 'public-b'],
  [ids.group, 'orders-fn'],
  [ids.routesPrivate, 'private'],
  [ids.routesPrivateC, 'private-c'],
  [ids.routesPublic, 'public'],
  [ids.natA, 'nat-a'],
  [ids.acl, 'app-acl'],
]);

export const hop = (kind: HopKind, resource: string, verdict: Hop['verdict'], note: string): Hop => ({
  hop: kind,
  resource,
  verdict,
  note,
});

export const subnet = (
  subnetId: string,
  zone: 'a' | 'b' | 'c',
  verdict: SubnetAnswer['verdict'],
  share: number | null,
  hops: readonly Hop[] = [],
  witnesses: readonly Witness[] = [],
): SubnetAnswer => ({
  subnetId,
  availabilityZone: `${region}${zone}`,
  availabilityZoneId: `euw1-az${'abc'.indexOf(zone) + 1}`,
  verdict,
  share,
  hops,
  witnesses,
});

export const internet = (
  verdict: Answer['verdict'],
  because: string,
  subnets: readonly SubnetAnswer[],
  exceptions: Answer['exceptions'] = [],
): Answer => ({
  target: 'internet',
  verdict,
  because,
  askedBecause: 'always asked',
  expected: null,
  subnets,
  exceptions,
});

/** A value of the right shape; how the identity of a finding is made is not a reporter's business. */
export const fingerprint = (...identity: readonly (string | undefined)[]): string =>
  createHash('sha256').update(identity.join()).digest('hex');

export const finding = (functionName: string, part: Partial<Finding> & Pick<Finding, 'ruleId'>): Finding => {
  const resource = part.resource ?? ids.routesPrivate;
  return {
    severity: 'error',
    message: 'the path is blocked',
    subnetIds: [],
    targets: ['internet'],
    evidence: [],
    also: [],
    fix: { text: 'change it', commands: [], actor: 'you' },
    helpUrl: `${helpBase}/${part.ruleId}`,
    fingerprint: fingerprint(part.ruleId, functionName, resource, part.destination),
    ...part,
    resource,
  };
};

export const inVpc = (name: string, part: Partial<FunctionReport>): FunctionReport => ({
  name,
  arn: `arn:aws:lambda:${region}:${account}:function:${name}`,
  qualifier: null,
  vpcId: ids.vpc,
  subnetIds: (part.answers?.[0]?.subnets ?? []).map(({ subnetId }) => subnetId),
  securityGroupIds: [ids.group],
  answers: [],
  findings: [],
  ignored: [],
  skipped: [],
  ...part,
});

const rule = (id: string, severity: Severity, title: string): RuleMetadata => ({
  id,
  severity,
  title,
  symptom: 'Task timed out after 3.00 seconds, on every invocation that calls out.',
  why: `${title}. AWS does this because a Lambda network interface has a private address only.`,
  fix: 'Change the resource that the finding names.',
  traps: 'It is fine for a function that needs nothing outside its VPC.',
  references: ['https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc-internet.html'],
  raCode: null,
  needs: ['subnets', 'routeTables'],
  helpUrl: `${helpBase}/${id}`,
});

export const rules: readonly RuleMetadata[] = [
  rule('blackhole-route', 'error', 'A route of the function points at something that no longer exists'),
  rule('egress-path-unverified', 'warning', 'A part of the path is out of sight'),
  rule('inconsistent-subnet-egress', 'warning', 'Subnets of one function do not reach the same'),
  rule('missing-permission', 'warning', 'A read was refused'),
  rule('nacl-blocks-return-traffic', 'error', 'A network ACL drops the replies'),
  rule('nat-gateway-cross-az', 'note', 'A subnet uses a NAT gateway of another zone'),
  rule('nat-gateway-not-available', 'error', 'The NAT gateway of a route is not available'),
  rule('not-in-vpc', 'note', 'The function is not attached to a VPC'),
  rule('public-subnet-no-nat', 'error', 'A Lambda function in a public subnet has no way out'),
];

/** A report on functions; the summary is counted from them. */
export const reportOn = (
  functions: readonly FunctionReport[],
  part: Partial<Omit<Report, 'document'>> & {
    readonly document?: Partial<Report['document']>;
  } = {},
): Report => {
  const findings = functions.flatMap((each) => each.findings);
  const withSeverity = (severity: Severity) => findings.filter((each) => each.severity === severity).length;
  return {
    rules,
    names,
    unread: [],
    undecided: false,
    incomplete: false,
    resolvedHosts: 0,
    disagreements: [],
    ...part,
    document: {
      schemaVersion: 1,
      tool: { name: 'lambda-net-doctor', version: '0.1.0' },
      collectedAt: '2026-11-22T13:04:05.000Z',
      account,
      region,
      functions,
      unavailable: [],
      summary: {
        functions: functions.length,
        errors: withSeverity('error'),
        warnings: withSeverity('warning'),
        notes: withSeverity('note'),
        ignored: functions.flatMap((each) => each.ignored).length,
        unknown: functions.flatMap((each) => each.answers).filter(({ verdict }) => verdict === 'unknown').length,
        apiCalls: 13,
      },
      ...part.document,
    },
  };
};
