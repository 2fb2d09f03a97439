/** The first words that are commands; without one, functions are diagnosed. */
export const commands = ['demo', 'explain', 'rules', 'iam-policy'] as const;
export type Command = (typeof commands)[number] | 'diagnose';

export type OptionGroup = 'What to ask' | 'AWS' | 'Offline' | 'Output' | 'Failing a build' | 'Configuration' | 'Other';

/** One option as the parser, the help screen and the search for look-alikes need it. */
export interface OptionEntry {
  /** Word for the value on the help screen; null for a switch. */
  readonly value: string | null;
  readonly repeatable: boolean;
  readonly group: OptionGroup;
  readonly help: string;
  /** The commands that it means something to. */
  readonly commands: readonly Command[];
}

const diagnose: readonly Command[] = ['diagnose'];
const report: readonly Command[] = ['diagnose', 'demo'];

const one = { repeatable: false } as const;
const many = { repeatable: true } as const;

export const optionTable = {
  to: {
    ...many,
    value: 'TARGET',
    group: 'What to ask',
    commands: report,
    help: 'internet, s3, 10.0.40.7:5432 … [internet]',
  },
  detect: {
    ...one,
    value: null,
    group: 'What to ask',
    commands: report,
    help: 'also what the function itself names [on]',
  },
  'no-detect': {
    ...one,
    value: null,
    group: 'What to ask',
    commands: report,
    help: 'nothing that is not asked for',
  },
  resolve: {
    ...one,
    value: null,
    group: 'What to ask',
    commands: diagnose,
    help: 'ask DNS from this machine for host names',
  },
  'check-role': {
    ...one,
    value: null,
    group: 'What to ask',
    commands: diagnose,
    help: 'ask IAM what the execution role may do',
  },
  qualifier: {
    ...one,
    value: 'Q',
    group: 'What to ask',
    commands: diagnose,
    help: 'version or alias of the functions',
  },
  rule: { ...many, value: 'ID', group: 'What to ask', commands: report, help: 'only findings of this rule' },
  region: { ...one, value: 'R', group: 'AWS', commands: diagnose, help: 'region [AWS_REGION, AWS_DEFAULT_REGION]' },
  profile: { ...one, value: 'P', group: 'AWS', commands: diagnose, help: 'named profile [AWS_PROFILE]' },
  'role-arn': { ...one, value: 'ARN', group: 'AWS', commands: diagnose, help: 'assume this role first' },
  'endpoint-url': {
    ...one,
    value: 'URL',
    group: 'AWS',
    commands: diagnose,
    help: 'ask this endpoint [AWS_ENDPOINT_URL]',
  },
  snapshot: {
    ...one,
    value: 'FILE',
    group: 'Offline',
    commands: diagnose,
    help: 'read a saved network, ask AWS nothing; - is stdin',
  },
  'save-snapshot': {
    ...one,
    value: 'FILE',
    group: 'Offline',
    commands: diagnose,
    help: 'save what was read; it holds no secret',
  },
  format: { ...one, value: 'F', group: 'Output', commands: report, help: '' },
  output: { ...many, value: 'F=FILE', group: 'Output', commands: report, help: 'a further report, into a file' },
  quiet: { ...one, value: null, group: 'Output', commands: report, help: 'no notes, no paths that pass' },
  verbose: { ...one, value: null, group: 'Output', commands: report, help: 'all hops and full ids' },
  color: { ...one, value: 'WHEN', group: 'Output', commands: report, help: 'auto, always or never [auto]' },
  'fail-on': {
    ...one,
    value: 'LEVEL',
    group: 'Failing a build',
    commands: diagnose,
    help: 'error, warning, note or never [error]',
  },
  'allow-unknown': {
    ...one,
    value: null,
    group: 'Failing a build',
    commands: diagnose,
    help: 'an unknown answer does not fail the run',
  },
  config: {
    ...one,
    value: 'FILE',
    group: 'Configuration',
    commands: diagnose,
    help: 'instead of the nearest lambda-net-doctor.yaml',
  },
  'no-config': { ...one, value: null, group: 'Configuration', commands: diagnose, help: 'read no configuration file' },
  help: { ...one, value: null, group: 'Other', commands: [...report, ...commands], help: 'this page' },
  version: { ...one, value: null, group: 'Other', commands: [...report, ...commands], help: 'version of this program' },
} as const satisfies Readonly<Record<string, OptionEntry>>;

export type OptionName = keyof typeof optionTable;

/** The same table with the names forgotten, to walk over. */
export const optionEntries: ReadonlyMap<string, OptionEntry> = new Map(Object.entries(optionTable));
