import type { LambdaFunction } from './kinds/functions.ts';

/** What is read of a function by calls of its own, without which a diagnosis goes on. */
export const functionReads = [
  'aliases',
  'eventSources',
  'roleActions',
] as const satisfies readonly (keyof LambdaFunction)[];
export type FunctionRead = (typeof functionReads)[number];
