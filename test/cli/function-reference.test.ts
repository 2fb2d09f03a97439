import { describe, expect, test } from 'vitest';
import { parseFunctionReference, parseFunctions } from '../../src/cli/function-reference.ts';

const account = '123456789012';
const none = { qualifier: null, region: null, account: null };

/** Forms: https://docs.aws.amazon.com/lambda/latest/api/API_GetFunctionConfiguration.html */
describe('one function', () => {
  test.each([
    { asked: 'orders-api', is: { ...none, name: 'orders-api' } },
    { asked: 'Orders_Api.v2', is: { ...none, name: 'Orders_Api.v2' } },
    { asked: 'f:7', is: { ...none, name: 'f', qualifier: '7' } },
    { asked: 'f:live', is: { ...none, name: 'f', qualifier: 'live' } },
    { asked: 'f:$LATEST', is: { ...none, name: 'f' } },
    { asked: '123456789012', is: { ...none, name: '123456789012' } },
    { asked: `${account}:function:f`, is: { ...none, account, name: 'f' } },
    { asked: `${account}:function:f:live`, is: { ...none, account, name: 'f', qualifier: 'live' } },
    {
      asked: `arn:aws:lambda:eu-west-1:${account}:function:f`,
      is: { name: 'f', qualifier: null, region: 'eu-west-1', account },
    },
    {
      asked: `arn:aws-cn:lambda:cn-north-1:${account}:function:f:3`,
      is: { name: 'f', qualifier: '3', region: 'cn-north-1', account },
    },
    {
      asked: `arn:aws-us-gov:lambda:us-gov-west-1:${account}:function:f:$LATEST`,
      is: { name: 'f', qualifier: null, region: 'us-gov-west-1', account },
    },
    {
      asked: `arn:aws-eusc:lambda:eusc-de-east-1:${account}:function:f`,
      is: { name: 'f', qualifier: null, region: 'eusc-de-east-1', account },
    },
    { asked: 'x'.repeat(64), is: { ...none, name: 'x'.repeat(64) } },
  ])('$asked', ({ asked, is }) => {
    expect(parseFunctionReference(asked)).toEqual({ asked, ...is });
  });

  test.each([
    { asked: '', says: 'a function has an empty name' },
    { asked: ' ', says: '“ ” does not name a function' },
    { asked: 'a b', says: '“a b” does not name a function' },
    { asked: 'f:', says: '“f:” does not name a function' },
    { asked: ':f', says: '“:f” does not name a function' },
    { asked: 'f:a:b', says: '“f:a:b” does not name a function' },
    { asked: 'f\n', says: '“f ” does not name a function' },
    { asked: '../f', says: '“../f” does not name a function' },
    { asked: 'f?x=1', says: '“f?x=1” does not name a function' },
    { asked: `${account}:layer:f`, says: `“${account}:layer:f” does not name a function` },
    { asked: '12345:function:f', says: '“12345:function:f” does not name a function' },
    {
      asked: `arn:aws:lambda:eu-west-1:${account}:layer:f`,
      says: `“arn:aws:lambda:eu-west-1:${account}:layer:f” does not name a function`,
    },
    { asked: `arn:aws:s3:::bucket`, says: '“arn:aws:s3:::bucket” does not name a function' },
    { asked: 'x'.repeat(65), says: `“${'x'.repeat(65)}” does not name a function` },
  ])('$asked is refused', ({ asked, says }) => {
    expect(() => parseFunctionReference(asked)).toThrow(says);
  });
});

describe('all functions of a command line', () => {
  const arn = (region: string, owner: string, name: string) => `arn:aws:lambda:${region}:${owner}:function:${name}`;
  const plain = { qualifier: null, region: null };

  test.each([
    { why: 'a name and --qualifier', asked: ['f'], qualifier: 'live', gives: ['live'] },
    { why: 'the same qualifier twice', asked: ['f:live'], qualifier: 'live', gives: ['live'] },
    { why: '--qualifier for all', asked: ['f', 'g:live'], qualifier: 'live', gives: ['live', 'live'] },
    { why: '$LATEST twice', asked: ['f:$LATEST'], qualifier: '$LATEST', gives: [null] },
    { why: 'versions without --qualifier', asked: ['f:1', 'f:2'], qualifier: null, gives: ['1', '2'] },
  ])('$why', ({ asked, qualifier, gives }) => {
    const { functions } = parseFunctions(asked, { qualifier, region: null });
    expect(functions.map((reference) => reference.qualifier)).toEqual(gives);
  });

  test.each([
    { asked: ['f:live'], qualifier: 'test' },
    { asked: ['f:$LATEST'], qualifier: 'live' },
    { asked: ['f:live'], qualifier: '$LATEST' },
  ])('$asked with --qualifier $qualifier is wrong use', ({ asked, qualifier }) => {
    const says = `${asked[0]} names one version and --qualifier ${qualifier} another`;
    expect(() => parseFunctions(asked, { qualifier, region: null })).toThrow(says);
  });

  test('functions of two regions are wrong use', () => {
    const asked = [arn('eu-west-1', account, 'f'), arn('eu-west-2', account, 'g')];
    expect(() => parseFunctions(asked, plain)).toThrow(
      'functions of two regions cannot be diagnosed together: eu-west-1, eu-west-2',
    );
  });

  test('functions of two accounts are wrong use', () => {
    const asked = [arn('eu-west-1', account, 'f'), '210987654321:function:g'];
    expect(() => parseFunctions(asked, plain)).toThrow(
      'functions of two accounts cannot be diagnosed together: 123456789012, 210987654321',
    );
  });

  test('an ARN and another --region are wrong use', () => {
    const asked = [arn('eu-west-1', account, 'f')];
    expect(() => parseFunctions(asked, { qualifier: null, region: 'us-east-1' })).toThrow(
      'the ARN is of eu-west-1 and --region says us-east-1',
    );
    expect(parseFunctions(asked, { qualifier: null, region: 'eu-west-1' }).region).toBe('eu-west-1');
  });

  test('a function that is named twice is asked once', () => {
    const { functions } = parseFunctions(['f', 'f:$LATEST', 'g', 'f:1', 'f'], plain);
    expect(functions.map(({ asked }) => asked)).toEqual(['f', 'g', 'f:1']);
  });
});
