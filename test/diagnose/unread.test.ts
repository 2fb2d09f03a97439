import { describe, expect, test } from 'vitest';
import { unreadReport } from '../../src/diagnose/unread.ts';

const messageOf = (asked: string, ...near: readonly string[]): string =>
  unreadReport({ why: 'not found', asked, near: [...near] }, 'eu-west-1').message;

describe('a function that was not found', () => {
  test('may be in another region or account', () => {
    expect(messageOf('orders')).toBe(
      'orders was not found among the functions of eu-west-1; a function is in one region and one account, so another one may have it',
    );
  });

  test('may be called a little otherwise', () => {
    expect(messageOf('orders-ap', 'orders-api', 'orders-app', 'orders-apo')).toBe(
      'orders-ap was not found among the functions of eu-west-1; did you mean orders-api, orders-app or orders-apo?',
    );
  });

  test.each(['orders-api:live', 'arn:aws:lambda:eu-west-1:123456789012:function:orders-api:live'])(
    'is there, and the version or alias that was asked for is not: %s',
    (asked) => {
      expect(messageOf(asked, 'orders-api')).toBe(
        `${asked} was not found: orders-api of eu-west-1 has no version or alias live`,
      );
    },
  );
});

test('a function that could not be read', () => {
  const action = 'lambda:GetFunctionConfiguration';
  expect(unreadReport({ why: 'unavailable', asked: 'f', action, reason: 'access denied' }, 'eu-west-1').message).toBe(
    'f could not be read: lambda:GetFunctionConfiguration, access denied',
  );
});
