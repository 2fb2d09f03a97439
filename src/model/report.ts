import { z } from 'zod';
import { Answer } from './answer.ts';
import { Unavailable } from './section.ts';

export { Answer, AnswerException, Expected, Hop, HopKind, SubnetAnswer, Verdict, Witness } from './answer.ts';

/** The shape of `--format json`, version 1. Fields are only ever added. */
export const reportSchemaVersion = 1;

export const Severity = z.enum(['error', 'warning', 'note']);
export type Severity = z.infer<typeof Severity>;

export const Note = z.object({ resource: z.string(), note: z.string() });
export type Note = Readonly<z.infer<typeof Note>>;

export const Fix = z.object({
  text: z.string(),
  commands: z.array(z.string()).readonly(),
  /** Who can do it: the function's account, the account that shares the VPC, or the organisation. */
  actor: z.enum(['you', 'owner-account', 'organisation']),
});
export type Fix = Readonly<z.infer<typeof Fix>>;

export const Finding = z.object({
  ruleId: z.string(),
  severity: Severity,
  message: z.string(),
  /** The culprit. */
  resource: z.string(),
  /** For a route: its destination; for a function that reaches what is forbidden: the target. */
  destination: z.string().optional(),
  subnetIds: z.array(z.string()).readonly(),
  targets: z.array(z.string()).readonly(),
  evidence: z.array(Note).readonly(),
  /** What lies behind the culprit and would block as well. */
  also: z.array(Note).readonly(),
  fix: Fix,
  helpUrl: z.string(),
  /** sha256, hexadecimal, of rule id, function ARN with qualifier and culprit. */
  fingerprint: z.string(),
});
export type Finding = Readonly<z.infer<typeof Finding>>;

/** A finding that a configuration accepts: it counts for nothing and is listed. */
export const IgnoredFinding = z.object({
  finding: Finding,
  /** Why it is accepted, as the configuration says. */
  reason: z.string(),
  /** Last day on which it is ignored; null for good. */
  until: z.string().nullable(),
  /** Where that is written: `lambda-net-doctor.yaml:12`. */
  ignoredBy: z.string(),
});
export type IgnoredFinding = Readonly<z.infer<typeof IgnoredFinding>>;

export const SkippedRule = z.object({ ruleId: z.string(), missing: z.array(z.string()).readonly() });
export type SkippedRule = Readonly<z.infer<typeof SkippedRule>>;

export const FunctionReport = z.object({
  name: z.string(),
  arn: z.string(),
  qualifier: z.string().nullable(),
  /** null for a function that is not attached to a VPC. */
  vpcId: z.string().nullable(),
  subnetIds: z.array(z.string()).readonly(),
  securityGroupIds: z.array(z.string()).readonly(),
  answers: z.array(Answer).readonly(),
  findings: z.array(Finding).readonly(),
  ignored: z.array(IgnoredFinding).readonly(),
  skipped: z.array(SkippedRule).readonly(),
});
export type FunctionReport = Readonly<z.infer<typeof FunctionReport>>;

export const Summary = z.object({
  functions: z.number(),
  errors: z.number(),
  warnings: z.number(),
  notes: z.number(),
  /** Findings that a configuration accepts; they are not among the others. */
  ignored: z.number(),
  /** Answers whose verdict is unknown. */
  unknown: z.number(),
  apiCalls: z.number(),
});
export type Summary = Readonly<z.infer<typeof Summary>>;

export const ReportDocument = z.object({
  schemaVersion: z.literal(reportSchemaVersion),
  tool: z.object({ name: z.literal('lambda-net-doctor'), version: z.string() }),
  collectedAt: z.string(),
  account: z.string().nullable(),
  region: z.string(),
  functions: z.array(FunctionReport).readonly(),
  unavailable: z.array(Unavailable.omit({ status: true })).readonly(),
  summary: Summary,
});
export type ReportDocument = Readonly<z.infer<typeof ReportDocument>>;

/** What a rule says about itself; the documentation page, SARIF and `explain` are made from it. */
export interface RuleMetadata {
  /** Equals the file name; never changes and is never used again for something else. */
  readonly id: string;
  /** The most severe that its findings can be. */
  readonly severity: Severity;
  /** One line, a statement of the defect. */
  readonly title: string;
  /** What the owner of the function sees. */
  readonly symptom: string;
  /** Why AWS does this. */
  readonly why: string;
  /** What to change. */
  readonly fix: string;
  /** When it is fine, and what the rule does not say. */
  readonly traps: string;
  /** AWS pages that state it. */
  readonly references: readonly [string, ...string[]];
  /** Explanation code of VPC Reachability Analyzer, where it has one. */
  readonly raCode: string | null;
  /** Sections of the snapshot that the rule reads. */
  readonly needs: readonly string[];
  readonly helpUrl: string;
}

/** A function that was asked for and could not be read, as reporters show it. */
export interface UnreadReport {
  readonly asked: string;
  readonly message: string;
}

/** What reporters get: the document, the rules that ran, and names for the screen. */
export interface Report {
  readonly document: ReportDocument;
  readonly rules: readonly RuleMetadata[];
  /** Name tag or group name by resource id, for those that have one. */
  readonly names: ReadonlyMap<string, string>;
  readonly unread: readonly UnreadReport[];
  /** Whether it cannot be told if what is expected of some function holds. What is only detected is not expected. */
  readonly undecided: boolean;
  /** Whether a failed read left an expected answer unknown or a function unread. */
  readonly incomplete: boolean;
  /** How many host names DNS was asked for while the network was read. */
  readonly resolvedHosts: number;
  /** Answers that this program cannot vouch for, since two computations of it disagree; one sentence each. */
  readonly disagreements: readonly string[];
}
