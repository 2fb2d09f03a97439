import { describe, expect, it } from 'vitest';
import { distance, lookAlikes } from '../src/look-alikes.ts';

describe('distance', () => {
  it.each([
    ['', '', 0],
    ['orders', 'orders', 0],
    ['orders', 'order', 1],
    ['orders', 'orderss', 1],
    ['orders', 'olders', 1],
    ['orders', 'roders', 1],
    ['orders', '', 6],
    ['orders', 'payments', 6],
  ])('from “%s” to “%s” is %i', (a, b, expected) => {
    expect(distance(a, b)).toBe(expected);
  });
});

describe('lookAlikes', () => {
  const names = ['orders-api', 'orders-app', 'Orders-Worker', 'payments', 'ob'];

  it.each([
    ['ordres-api', ['orders-api', 'orders-app']],
    ['paymnets', ['payments']],
    ['ox', ['ob']],
    ['orders-ap', ['orders-api', 'orders-app']],
    ['ORDERS-API', ['orders-api', 'orders-app']],
    ['orders', ['orders-api', 'orders-app', 'Orders-Worker']],
    ['prod-payments-v2', ['payments']],
    ['invoices', []],
  ])('of “%s”', (typed, expected) => {
    expect(lookAlikes(typed, names)).toEqual(expected);
  });
});
