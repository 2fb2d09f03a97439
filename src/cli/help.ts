import { formats } from '../report/index.ts';
import { variableNames, variablePrefix } from './environment.ts';
import { type OptionEntry, type OptionGroup, optionEntries } from './option-table.ts';

const introduction = `lambda-net-doctor <functions..>
lambda-net-doctor <command>

Can this VPC-attached Lambda function reach the internet, an AWS service or a
private host, from which of its subnets, and if not, why and what mends it?
Reads configuration only: it changes nothing and sends no packet into the
network.

A function is a name, name:qualifier, 123456789012:function:name or an ARN.
A target is internet, internet6, an AWS service (s3, ecr.api), 10.0.40.7:5432,
10.0.40.0/24:5432, [2001:db8::7]:443, db.example.com:5432, eni-…:5432,
sg-…:5432 or fsap-…; without a port, 443, and 2049 for a file system.

Examples
  lambda-net-doctor orders-api                   diagnose one function
  lambda-net-doctor orders-api --to s3 --to 10.0.40.7:5432
  lambda-net-doctor orders-api --format json     for a pipeline
  lambda-net-doctor demo                         try it without an AWS account

Commands
  demo [case]       diagnose a built-in network; exits 0 whatever it finds
  explain <rule>    what a rule finds, why, and what to change
  rules             list the rules
  iam-policy        print the read-only policy that a run needs
`;

const environment = (): string => {
  const lines = [''];
  for (const name of variableNames) {
    const longer = `${lines.at(-1)} ${name.slice(variablePrefix.length)}`;
    if (longer.length > 76) lines.push(` ${name.slice(variablePrefix.length)}`);
    else lines[lines.length - 1] = longer;
  }
  return `Environment: ${variablePrefix} and one of these stands in for the option
${lines.map((line) => ` ${line}\n`).join('')}  A flag comes first, then the environment, then the configuration file.
`;
};

const ending = `Exit codes, the first that applies
  130  interrupted
   70  a bug of this program
    2  wrong use, or a named function that does not exist
    1  a finding at or above --fail-on
    3  an expected answer is unknown, or AWS could not be asked
    0  otherwise
`;

const line = ([name, { value, repeatable, help }]: readonly [string, OptionEntry]): string => {
  const option = `--${name}${value === null ? '' : ` ${value}`}`;
  const text = name === 'format' ? `${formats.join(', ')} [${formats[0]}]` : help;
  return `  ${option.padEnd(22)}${text}${repeatable ? '; repeatable' : ''}\n`;
};

/** The page of `--help`, at most 80 columns wide. */
export const helpText = (): string => {
  const entries = [...optionEntries];
  const groups = [...new Set<OptionGroup>(entries.map(([, { group }]) => group))];
  const sections = groups.map(
    (group) =>
      `${group}\n${entries
        .filter(([, entry]) => entry.group === group)
        .map(line)
        .join('')}`,
  );
  return [introduction, ...sections, environment(), ending].join('\n');
};
