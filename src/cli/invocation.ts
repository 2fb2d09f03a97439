import type { FunctionReference } from '../model/function-reference.ts';
import type { Intent } from '../model/intent.ts';
import type { Severity } from '../model/report.ts';
import type { Question } from '../model/target.ts';
import type { Format } from '../report/index.ts';

export type ColorChoice = 'auto' | 'always' | 'never';
export type FailOn = Severity | 'never';

/** A further report of the same run, into a file. */
export interface OutputFile {
  readonly format: Format;
  readonly file: string;
}

/** What is asked of the functions, and how the report looks. */
export interface ReportOptions {
  readonly questions: readonly Question[];
  /** What the configuration file wants. */
  readonly intent: Intent;
  /** Whether a function is also asked about what its own configuration names. */
  readonly detect: boolean;
  /** null for all rules. */
  readonly rules: readonly string[] | null;
  readonly format: Format;
  readonly outputs: readonly OutputFile[];
  readonly quiet: boolean;
  readonly verbose: boolean;
  readonly color: ColorChoice;
}

/** Where the network is read from: AWS, or a file that an earlier run saved. */
export type Source =
  | {
      readonly kind: 'aws';
      readonly region: string | null;
      readonly profile: string | null;
      readonly roleArn: string | null;
      readonly endpointUrl: string | null;
      readonly saveSnapshot: string | null;
      /** Whether host names that are asked about are resolved on this machine. */
      readonly resolve: boolean;
      /** Whether IAM is asked what the execution roles may do. */
      readonly checkRole: boolean;
    }
  | { readonly kind: 'snapshot'; readonly file: string };

export interface DiagnoseOptions {
  readonly functions: readonly FunctionReference[];
  readonly source: Source;
  readonly report: ReportOptions;
  readonly failOn: FailOn;
  readonly allowUnknown: boolean;
}

/** What a command line asks for. */
export type Invocation =
  | { readonly command: 'help' | 'rules' | 'iam-policy' }
  | { readonly command: 'explain'; readonly rule: string }
  | { readonly command: 'demo'; readonly case: string | null; readonly report: ReportOptions }
  | ({ readonly command: 'diagnose' } & DiagnoseOptions);
