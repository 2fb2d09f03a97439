import { readFileSync } from 'node:fs';
import type { AwsCall } from './call.ts';
import { jsonReply, type Reply, xmlReply } from './reply.ts';

/** Answers written by hand after the API reference: what the SDK's schema had no part in. */
export const byHandAnswers = ['empty', 'missing-fields', 'unknown-values'] as const;

/** The answer `by-hand/<Action>/<name>.xml`, or `.json` for Lambda, as it is. */
export const byHand = (call: AwsCall, name: string): Reply => {
  const json = call.service === 'lambda';
  const file = new URL(`by-hand/${call.action}/${name}.${json ? 'json' : 'xml'}`, import.meta.url);
  const text = readFileSync(file, 'utf8');
  return json ? jsonReply(200, JSON.parse(text)) : xmlReply(200, text);
};
