import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { command } from '../../../src/rules/shared/command.ts';

/** The words that a shell makes of a line. */
const wordsOf = (line: string): string[] =>
  execFileSync('sh', ['-c', `for word in ${line}; do printf '%s\\0' "$word"; done`])
    .toString()
    .split('\0')
    .slice(0, -1);

describe('a command of the AWS CLI', () => {
  it('leaves ids, addresses and ARNs as they are', () => {
    expect(command`--group-id ${'sg-0a1b'} --cidr-block ${'10.0.0.0/16'} ${'arn:aws:lambda:x:1:function:f'}`).toBe(
      '--group-id sg-0a1b --cidr-block 10.0.0.0/16 arn:aws:lambda:x:1:function:f',
    );
  });

  it('joins a list by commas', () => {
    expect(command`SubnetIds=${['subnet-1', 'subnet-2']},SecurityGroupIds=${['sg-1']}`).toBe(
      'SubnetIds=subnet-1,subnet-2,SecurityGroupIds=sg-1',
    );
  });

  it('quotes a value that nobody knows, so that a shell does not read it as a file', () => {
    expect(command`--subnet-id ${'<public subnet>'}`).toBe("--subnet-id '<public subnet>'");
  });

  it.each([
    'two words',
    "it's",
    '$(touch /tmp/never)',
    '`touch /tmp/never`',
    'a;b',
    'a&b|c>d<e',
    '*',
    '~',
    '"',
    'line\nbreak',
    'back\\slash',
    '',
    '#comment',
    '-x',
  ])('gives a shell exactly one word for %j', (value) => {
    expect(wordsOf(command`${value}`)).toEqual([value]);
  });

  it('gives a shell one word for a list with a hostile id', () => {
    expect(wordsOf(command`SubnetIds=${['subnet-1', 'subnet-; rm -rf ~']}`)).toEqual([
      'SubnetIds=subnet-1,subnet-; rm -rf ~',
    ]);
  });
});
