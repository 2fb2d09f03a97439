import { UserError } from '../errors.ts';
import { plainText } from '../report/plain-text.ts';
import type { Defaults } from './arguments.ts';
import { similar, suggestion } from './did-you-mean.ts';
import type { Io } from './io.ts';
import { type OptionEntry, type OptionName, optionTable } from './option-table.ts';

/** What the names of all our variables begin with. */
export const variablePrefix = 'LAMBDA_NET_DOCTOR_';

const variableOf = (option: string): string => `${variablePrefix}${option.replaceAll('-', '_').toUpperCase()}`;

const options: readonly OptionName[] = [
  'to',
  'no-detect',
  'resolve',
  'check-role',
  'config',
  'no-config',
  'format',
  'quiet',
  'verbose',
  'color',
  'fail-on',
  'allow-unknown',
];

const variables: ReadonlyMap<string, OptionName> = new Map(options.map((option) => [variableOf(option), option]));

/** Variables of the environment that stand in for options. */
export const variableNames: readonly string[] = [...variables.keys()];

const yes = ['1', 'true'];
const no = ['0', 'false'];

const switchValue = (name: string, value: string): string => {
  if (yes.includes(value)) return 'true';
  if (no.includes(value)) return 'false';
  throw new UserError(`“${plainText(value)}” is not a value of ${name}`, `${name} takes true or false`);
};

const valuesOf = (name: string, option: OptionName, given: string): readonly string[] => {
  const { value, repeatable }: OptionEntry = optionTable[option];
  if (value === null) return [switchValue(name, given)];
  if (!repeatable) return [given];
  return given
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
};

/** A misspelt variable would be no variable at all; one that looks like none of ours belongs to somebody else. */
const refuseMisspelt = (env: Io['env']): void => {
  const known = variableNames.map((name) => name.slice(variablePrefix.length));
  for (const name of Object.keys(env)) {
    if (!name.startsWith(variablePrefix) || variables.has(name)) continue;
    const meant = similar(name.slice(variablePrefix.length), known).map((word) => `${variablePrefix}${word}`);
    if (meant.length > 0) throw new UserError(`unknown variable ${plainText(name)}${suggestion(meant)}`);
  }
};

/** What the environment says about options: `LAMBDA_NET_DOCTOR_FORMAT=json`. An empty variable says nothing. */
export const environmentDefaults = (env: Io['env']): Defaults => {
  refuseMisspelt(env);
  const said = [...variables].flatMap(([name, option]) => {
    const given = env[name] ?? '';
    return given === '' ? [] : [[option, valuesOf(name, option, given)] as const];
  });
  return { values: new Map(said), named: variableOf };
};
