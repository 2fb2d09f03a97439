import { UserError } from '../errors.ts';
import { noIntent } from '../model/intent.ts';
import { defaultQuestion, type Question } from '../model/target.ts';
import { formats } from '../report/index.ts';
import { type Arguments, withDefaults } from './arguments.ts';
import type { Configuration } from './configuration.ts';
import { parseFunctions } from './function-reference.ts';
import type { DiagnoseOptions, ReportOptions, Source } from './invocation.ts';
import * as value from './option-values.ts';

const detect = (args: Arguments): boolean => {
  if (args.given.includes('detect') && args.given.includes('no-detect'))
    throw new UserError('--detect and --no-detect say the opposite', 'leave one of them out');
  return args.given.includes('detect') || !args.isOn('no-detect');
};

/** What is asked of every function: the command line, the environment, the configuration file, the default. */
const questionsOf = (args: Arguments, configuration: Configuration | null): readonly Question[] => {
  const named = value.questions(args);
  if (named.length > 0) return named;
  const configured = configuration?.questions ?? [];
  return configured.length > 0 ? configured : [defaultQuestion];
};

/** How the report looks and what it is about. */
export const reportOptions = (
  args: Arguments,
  ruleIds: readonly string[],
  configuration: Configuration | null,
): ReportOptions => {
  const wanted = [...new Set(args.all('rule'))].map((id) => value.knownRule(id, ruleIds));
  return {
    questions: questionsOf(args, configuration),
    intent: configuration?.intent ?? noIntent,
    detect: detect(args),
    rules: wanted.length === 0 ? null : wanted,
    format: value.choice(args, 'format', formats) ?? formats[0],
    outputs: value.outputFiles(args.all('output')),
    quiet: args.isOn('quiet'),
    verbose: args.isOn('verbose'),
    color: value.choice(args, 'color', ['auto', 'always', 'never']) ?? 'auto',
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
      resolve: args.isOn('resolve'),
      checkRole: args.isOn('check-role'),
    };
  }
  const ofAws = ['region', 'profile', 'role-arn', 'endpoint-url', 'save-snapshot', 'resolve', 'check-role'];
  const meaningless = ofAws.find((option) => args.given.includes(option));
  if (meaningless !== undefined) {
    throw new UserError(
      `--${meaningless} means nothing with --snapshot, which asks AWS nothing`,
      'leave one of them out',
    );
  }
  return { kind: 'snapshot', file };
};

/** Everything that a run needs to know. */
export const diagnoseOptions = (
  given: Arguments,
  ruleIds: readonly string[],
  configuration: Configuration | null,
): DiagnoseOptions => {
  const args = configuration === null ? given : withDefaults(given, configuration.defaults);
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
  const report = reportOptions(args, ruleIds, configuration);
  if (from.kind === 'aws') value.resolvable(value.questions(args), from.resolve);
  if (from.kind === 'aws') value.apart(from.saveSnapshot, report.outputs);
  return {
    functions,
    source: from.kind === 'aws' ? { ...from, region } : from,
    report,
    failOn: value.choice(args, 'fail-on', ['error', 'warning', 'note', 'never']) ?? 'error',
    allowUnknown: args.isOn('allow-unknown'),
  };
};
