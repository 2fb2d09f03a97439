import { describe, expect, it } from 'vitest';
import { detectedQuestions } from '../../src/diagnose/detected-questions.ts';
import type { NamedTarget } from '../../src/model/kinds/functions.ts';

const questionsOf = (named: readonly NamedTarget[], ...asked: readonly string[]) =>
  detectedQuestions({ namedTargets: named }, 'eu-west-1', new Set(asked));

const host = (name: string, port: number, namedBy: string): NamedTarget => ({
  target: { kind: 'host', host: name, port },
  namedBy,
});

describe('a target that the configuration names', () => {
  it('is a question of the origin detected that says what names it', () => {
    expect(questionsOf([host('db.example.com', 5432, 'env DB_HOST')])).toEqual([
      {
        target: { kind: 'host', text: 'db.example.com:5432', host: 'db.example.com', port: 5432 },
        origin: 'detected',
        askedBecause: 'env DB_HOST names it',
      },
    ]);
  });

  it('is asked as a user would write it', () => {
    const questions = questionsOf([
      { target: { kind: 'address', address: '10.0.40.7', port: 5432 }, namedBy: 'env A' },
      { target: { kind: 'address', address: '2001:db8::7', port: 5432 }, namedBy: 'env B' },
      { target: { kind: 'service', service: 'sqs' }, namedBy: 'env C' },
      host('sts.eu-west-1.amazonaws.com', 443, 'env D'),
      host('sts.us-east-1.amazonaws.com', 443, 'env E'),
    ]);
    expect(questions.map(({ target }) => target)).toEqual([
      { kind: 'addresses', text: '10.0.40.7:5432', cidr: '10.0.40.7/32', port: 5432 },
      { kind: 'addresses', text: '[2001:db8::7]:5432', cidr: '2001:db8::7/128', port: 5432 },
      { kind: 'service', service: 'sqs' },
      { kind: 'service', service: 'sts' },
      {
        kind: 'host',
        text: 'sts.us-east-1.amazonaws.com:443',
        host: 'sts.us-east-1.amazonaws.com',
        port: 443,
        service: { service: 'sts', region: 'us-east-1' },
      },
    ]);
  });

  it('is asked once, with all that names it', () => {
    const named = ['env A', 'env B', 'env C'].map((namedBy) => host('db.example.com', 5432, namedBy));
    expect(questionsOf(named.slice(0, 2)).map(({ askedBecause }) => askedBecause)).toEqual(['env A and env B name it']);
    expect(questionsOf(named).map(({ askedBecause }) => askedBecause)).toEqual(['env A and 2 others name it']);
  });

  it('is not asked if somebody asks it anyway', () => {
    expect(questionsOf([host('db.example.com', 5432, 'env A')], 'db.example.com:5432')).toEqual([]);
  });
});

describe('a durable function', () => {
  const ofDurable = (named: readonly NamedTarget[], ...asked: readonly string[]) =>
    detectedQuestions({ namedTargets: named, durable: true }, 'eu-west-1', new Set(asked));

  it('is asked about the Lambda API after what it names', () => {
    expect(ofDurable([host('db.example.com', 5432, 'env DB_HOST')]).map(({ askedBecause }) => askedBecause)).toEqual([
      'env DB_HOST names it',
      'its durable configuration needs it',
    ]);
    expect(ofDurable([])).toEqual([
      {
        target: { kind: 'service', service: 'lambda' },
        origin: 'detected',
        askedBecause: 'its durable configuration needs it',
      },
    ]);
  });

  it('is asked about it once, whoever else names it', () => {
    expect(ofDurable([], 'lambda')).toEqual([]);
    const named: NamedTarget = { target: { kind: 'service', service: 'lambda' }, namedBy: 'env FUNCTION_ARN' };
    expect(ofDurable([named]).map(({ askedBecause }) => askedBecause)).toEqual(['env FUNCTION_ARN names it']);
  });
});

it('a function that names nothing, or a snapshot that does not say, asks nothing', () => {
  expect(questionsOf([])).toEqual([]);
  expect(detectedQuestions({}, 'eu-west-1')).toEqual([]);
});

it('a host name is its service only in this region and on port 443', () => {
  const target = (name: string, port: number) => questionsOf([host(name, port, 'env X')])[0]?.target.kind;
  expect(target('sqs.eu-west-1.amazonaws.com', 443)).toBe('service');
  expect(target('sqs.eu-west-1.amazonaws.com', 80)).toBe('host');
  expect(target('sqs.us-east-1.amazonaws.com', 443)).toBe('host');
  expect(target('db.example.com', 443)).toBe('host');
});

describe('a file system that the configuration names', () => {
  const asked = (...fileSystems: `arn:${string}`[]) => detectedQuestions({ fileSystems }, 'eu-west-1');

  it('is asked by its access point on the port of NFS', () => {
    const question = {
      target: { kind: 'file-system', text: 'fsap-0a1b:2049', id: 'fsap-0a1b', port: 2049 },
      origin: 'detected',
      askedBecause: 'its file system configuration names it',
    };
    expect(asked('arn:aws:elasticfilesystem:eu-west-1:123456789012:access-point/fsap-0a1b')).toEqual([question]);
    expect(asked('arn:aws:s3files:eu-west-1:123456789012:file-system/fs-0a1b/access-point/fsap-0a1b')).toEqual([
      question,
    ]);
  });

  it('is not asked by an ARN of another shape', () => {
    expect(asked('arn:aws:somefiles:eu-west-1:123456789012:vault/v-1')).toEqual([]);
  });
});
