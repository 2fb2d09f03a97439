import { expect, it } from 'vitest';
import { addAlias, attachedWith } from '../support/aliases.ts';
import { network } from '../support/network.ts';
import { documentOf, live } from './live-run.ts';

const names = ['orders-api', ...Array.from({ length: 13 }, (_, index) => `worker-${index}`)];

/** Functions of one VPC, each with an alias of a published version, so that four calls are made for each. */
const many = network((n) => {
  addAlias(n, 'live', attachedWith(n, {}));
  for (const name of names.slice(1)) n.addFunction(name);
});

/** https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html#api-requests */
const faults = { lambda: { kind: 'throttled', above: 15 } } as const;

it('many functions are read without a refusal by a Lambda that answers 15 calls a second', async () => {
  const run = await live(many, [...names, '--format', 'json'], { faults });
  const ofLambda = run.requests.filter(({ service }) => service === 'lambda');
  expect(ofLambda).toHaveLength(4 * names.length);
  expect(ofLambda.filter(({ status }) => status !== 200)).toEqual([]);
  const { functions, unavailable } = documentOf(run);
  expect(unavailable).toEqual([]);
  expect(functions.map(({ name, skipped }) => [name, skipped])).toEqual(names.map((name) => [name, []]));
  expect(run.exitCode).toBe(0);

  const last = ofLambda.findLastIndex(({ action }) => action === 'GetFunctionConfiguration');
  expect(last, 'what a diagnosis can do without waits for the rest').toBe(names.length - 1);
}, 60_000);
