import { describe, expect, test } from 'vitest';
import { parseTarget } from '../../src/cli/target.ts';
import { UserError } from '../../src/errors.ts';

const refusal = (text: string): string => {
  try {
    parseTarget(text);
  } catch (error) {
    if (error instanceof UserError) return `${error.message}\n${error.hint}`;
    throw error;
  }
  throw new Error(`${text} was accepted`);
};

const reason = (text: string): string | undefined => refusal(text).split('\n')[0];

describe('what looks like a target and is none', () => {
  test.each([
    ['10.0.40', '10.0.40: not an IPv4 address'],
    ['10.0.40.007:5432', '10.0.40.007:5432: not an IPv4 address'],
    ['10.0.40.256', '10.0.40.256: not an IPv4 address'],
    ['10:30', '10:30: not an IPv4 address'],
    ['10.0.40.7:', '10.0.40.7:: the port behind the colon is missing'],
    ['db.example.com:', 'db.example.com:: the port behind the colon is missing'],
    ['internet:80', 'internet:80: internet takes no port; it is TCP 443 to every public address'],
    ['internet6:443', 'internet6:443: internet6 takes no port; it is TCP 443 to every public address'],
    ['s3:8080', 's3:8080: s3 takes no port; an AWS service is asked on TCP 443'],
    ['S3', 'S3: no AWS service is called so; did you mean s3?'],
    ['Internet', 'Internet: no AWS service is called so; did you mean internet?'],
    ['intrnet', 'intrnet: no AWS service is called so; did you mean internet or internet6?'],
    ['com.amazonaws.eu-west-1.ecr.api', 'com.amazonaws.eu-west-1.ecr.api: did you mean ecr.api?'],
    ['com.amazonaws.s3', 'com.amazonaws.s3: did you mean s3?'],
    ['fs-0a1b2c3d', 'fs-0a1b2c3d: a file system is asked by its access point, as in fsap-0a1b2c3d4e5f60718'],
    ['127.0.0.1:80', '127.0.0.1:80: packets to it never leave the function'],
    ['127.0.0.0/8', '127.0.0.0/8: packets to it never leave the function'],
    ['[::1]:80', '[::1]:80: packets to it never leave the function'],
    [
      'arn:aws:secretsmanager:eu-west-1:123456789012:secret:orders',
      'arn:aws:secretsmanager:eu-west-1:123456789012:secret:orders: an ARN is no target; did you mean secretsmanager?',
    ],
    ['arn:aws:rds-db:eu-west-1', 'arn:aws:rds-db:eu-west-1: an ARN is no target'],
  ])('%s', (text, says) => {
    expect(reason(text)).toBe(says);
  });

  test('a block that holds more than the function itself is one', () => {
    expect(parseTarget('126.0.0.0/7')).toMatchObject({ kind: 'addresses', cidr: '126.0.0.0/7' });
  });

  test('a host whose name begins with digits is one', () => {
    expect(parseTarget('10.example:5432')).toMatchObject({ kind: 'host', host: '10.example' });
  });
});

describe('a URL is refused and not shown: it can hold a password', () => {
  test.each([
    'postgres://user:hunter2@db.example.com:5432/orders',
    'jdbc:postgresql://db.example.com/orders?password=hunter2',
    'user:hunter2@db.example.com:5432',
    'https://secretsmanager.eu-west-1.amazonaws.com/',
  ])('%s', (text) => {
    expect(reason(text)).toBe('a URL: name its host and port, as in db.example.com:5432');
    expect(refusal(text)).not.toContain('hunter2');
  });
});
