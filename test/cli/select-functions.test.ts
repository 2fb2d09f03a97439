import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseFunctionReference } from '../../src/cli/function-reference.ts';
import { selectFunctions } from '../../src/cli/select-functions.ts';
import { Snapshot, type UnreadFunction } from '../../src/model/snapshot.ts';

const healthy: Snapshot = Snapshot.parse(
  JSON.parse(readFileSync(new URL('../../fixtures/healthy.json', import.meta.url), 'utf8')),
);
const [orders] = healthy.sections.functions.status === 'collected' ? healthy.sections.functions.items : [];
if (orders === undefined) throw new Error('the healthy network has no function');

const items = [
  orders,
  { ...orders, name: 'billing', arn: 'arn:aws:lambda:eu-west-1:123456789012:function:billing' as const },
  { ...orders, qualifier: 'live' },
];
const network = (unreadFunctions: readonly UnreadFunction[] = []): Snapshot => ({
  ...healthy,
  unreadFunctions: [...unreadFunctions],
  sections: { ...healthy.sections, functions: { status: 'collected', items } },
});

const select = (snapshot: Snapshot, ...asked: readonly string[]) => {
  const { functions, unread } = selectFunctions(snapshot, asked.map(parseFunctionReference));
  return { names: functions.map(({ name, qualifier }) => (qualifier ? `${name}:${qualifier}` : name)), unread };
};

describe('functions of a snapshot', () => {
  test('are all taken if none is named', () => {
    expect(select(network()).names).toEqual(['orders-api', 'billing', 'orders-api:live']);
  });

  test('stand in the order in which they are asked for', () => {
    expect(select(network(), 'orders-api:live', 'billing').names).toEqual(['orders-api:live', 'billing']);
  });

  test.each(['orders-api', '123456789012:function:orders-api', orders.arn])('%s is found', (asked) => {
    expect(select(network(), asked)).toEqual({ names: ['orders-api'], unread: [] });
  });

  test.each([
    'arn:aws:lambda:us-east-1:123456789012:function:orders-api',
    '210987654321:function:orders-api',
    'orders-api:test',
  ])('%s is another function', (asked) => {
    expect(select(network(), asked).names).toEqual([]);
  });

  test('that are not there are named with those that look alike, and the others still come', () => {
    expect(select(network(), 'orders-ap', 'billing')).toEqual({
      names: ['billing'],
      unread: [{ why: 'not found', asked: 'orders-ap', near: ['orders-api', 'orders-api:live'] }],
    });
  });
});

describe('functions that were not read when the snapshot was made', () => {
  const denied: UnreadFunction = {
    why: 'unavailable',
    asked: '123456789012:function:payments:live',
    action: 'lambda:GetFunctionConfiguration',
    reason: 'access denied',
  };
  const missing: UnreadFunction = { why: 'not found', asked: 'orders', near: ['orders-api'] };

  test('stay unread', () => {
    expect(select(network([denied, missing])).unread).toEqual([denied, missing]);
    expect(select(network([denied, missing]), 'payments:live').unread).toEqual([denied]);
  });

  test('are not spoken of if others are asked for', () => {
    expect(select(network([denied, missing]), 'billing')).toEqual({ names: ['billing'], unread: [] });
  });

  test('could not be listed at all', () => {
    const unavailable = { status: 'unavailable', action: 'lambda:ListFunctions', reason: 'throttled' } as const;
    const snapshot = { ...healthy, sections: { ...healthy.sections, functions: unavailable } };
    expect(select(snapshot, 'billing').unread).toEqual([
      { why: 'unavailable', asked: 'billing', action: 'lambda:ListFunctions', reason: 'throttled' },
    ]);
  });
});
