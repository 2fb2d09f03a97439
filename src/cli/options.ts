import { UserError } from '../errors.ts';
import { defaultQuestion } from '../model/target.ts';
import { formats } from '../report/index.ts';
import { type Arguments, parseArguments } from './arguments.ts';
import { parseFunctions } from './function-reference.ts';
import type { DiagnoseOptions, Invocation, ReportOptions, Source } from './invocation.ts';
import { type Command, commands, optionEntries } from './option-table.ts';
import * as value from './option-values.ts';

const reportOptions = (args: Arguments, ruleIds: readonly string[]): ReportOptions => {
  const targets = [...new Set(args.all('to'))];
  const wanted = [...new Set(args.all('rule'))].map((id) => value.knownRule(id, ruleIds));
  return {
    questions: targets.length === 0 ? [defaultQuestion] : targets.map(value.question),
    rules: wanted.length === 0 ? null : wanted,
    format: value.choice('format', args.one('format') ?? formats[0], formats),
    outputs: value.outputFiles(args.all('output')),
    quiet: args.isOn('quiet'),
    verbose: args.isOn('verbose'),
    color: value.choice('color', args.one('color') ?? 'auto', ['auto', 'always', 'never']),
  };
};

const source = (args: Arguments): Source => {
  const file = args.one('snapshot');
  if (file === null) {
    const [regionGiven, role, endpoint] = [args.one('region'), args.one('role-arn'), args.one('endpoint-url')];
    return {
      kind: 'aws',
      region: regionGiven === null ? null : value.region(regionGiven),
      profile: args.one('profile'),
      roleArn: role === null ? null : value.roleArn(role),
      endpointUrl: endpoint === null ? null : value.endpointUrl(endpoint),
      saveSnapshot: args.one('save-snapshot'),
    };
  }
  const ofAws = ['region', 'profile', 'role-arn', 'endpoint-url', 'save-snapshot'];
  const meaningless = ofAws.find((option) => args.given.includes(option));
  if (meaningless !== undefined) {
    throw new UserError(
      `--${meaningless} means nothing with --snapshot, which asks AWS nothing`,
      'leave one of them out',
    );
  }
  return { kind: 'snapshot', file };
};

const diagnoseOptions = (args: Arguments, ruleIds: readonly string[]): DiagnoseOptions => {
  const from = source(args);
  const qualifier = args.one('qualifier');
  const { functions, region } = parseFunctions(args.words, {
    qualifier: qualifier === null ? null : value.qualifier(qualifier),
    region: from.kind === 'aws' ? from.region : null,
  });
  if (functions.length === 0 && from.kind === 'aws') {
    throw new UserError(
      'no function is named',
      'name one: lambda-net-doctor <function-name>; or, without an AWS account: lambda-net-doctor demo',
    );
  }
  if (functions.length === 0 && qualifier !== null) {
    throw new UserError(
      '--qualifier needs the name of a function',
      'for example lambda-net-doctor orders-api --qualifier 3',
    );
  }
  const report = reportOptions(args, ruleIds);
  if (from.kind === 'aws') value.apart(from.saveSnapshot, report.outputs);
  return {
    functions,
    source: from.kind === 'aws' ? { ...from, region } : from,
    report,
    failOn: value.choice('fail-on', args.one('fail-on') ?? 'error', ['error', 'warning', 'note', 'never']),
    allowUnknown: args.isOn('allow-unknown'),
  };
};

const commandOf = (word: string | undefined): Command => commands.find((command) => command === word) ?? 'diagnose';

const refuseMeaningless = (args: Arguments, command: Command): void => {
  const meaningless = args.given.find((option) => !optionEntries.get(option)?.commands.includes(command));
  if (meaningless !== undefined) {
    throw new UserError(`--${meaningless} means nothing to ${command}`, 'see: lambda-net-doctor --help');
  }
};

const atMostOneWord = (command: Command, words: readonly string[]): string | null => {
  const [word, second] = words;
  if (second !== undefined) throw new UserError(`${command} takes one word`, 'see: lambda-net-doctor --help');
  return word ?? null;
};

const noWord = (command: Command, words: readonly string[]): void => {
  if (words.length > 0) throw new UserError(`${command} takes no further word`, 'see: lambda-net-doctor --help');
};

/**
 * Reads a command line. The first word may be a command; a function of that name is asked for by its ARN.
 * `--help` wins over whatever stands beside it.
 */
export const parseCommandLine = (argv: readonly string[], ruleIds: readonly string[]): Invocation => {
  const args = parseArguments(argv);
  if (args.isOn('help')) return { command: 'help' };
  const command = commandOf(args.words[0]);
  refuseMeaningless(args, command);
  const words = args.words.slice(1);
  switch (command) {
    case 'diagnose':
      return { command, ...diagnoseOptions(args, ruleIds) };
    case 'demo':
      return { command, case: atMostOneWord(command, words), report: reportOptions(args, ruleIds) };
    case 'explain': {
      const rule = atMostOneWord(command, words);
      if (rule === null) throw new UserError('explain needs the id of a rule', 'list them: lambda-net-doctor rules');
      return { command, rule: value.knownRule(rule, ruleIds) };
    }
    case 'rules':
    case 'iam-policy':
      noWord(command, words);
      return { command };
  }
};
