import { readFileSync } from 'node:fs';
import { Agent, type RequestOptions, request } from 'node:http';
import type { RecordedRequest } from '../test/support/aws-server/recorder.ts';

/**
 * Sends requests that were recorded, each after the answer to the one before it, over one connection: what a program
 * costs that asks the same and does nothing beside it.
 */
const [, , url = '', file = ''] = process.argv;
const requests: readonly RecordedRequest[] = JSON.parse(readFileSync(file, 'utf8'));
const agent = new Agent({ keepAlive: true, maxSockets: 1 });

/** What follows the name of the function in the paths of Lambda. */
const ofFunction: Readonly<Record<string, string>> = {
  GetFunctionConfiguration: 'configuration',
  ListAliases: 'aliases',
};

const lambdaPath = ({ action, parameters: { FunctionName: name = '', ...others } }: RecordedRequest): string => {
  if (action === 'ListEventSourceMappings')
    return `/2015-03-31/event-source-mappings?${new URLSearchParams({ FunctionName: name, ...others })}`;
  const part = ofFunction[action];
  if (part === undefined) throw new Error(`${action} is not expected in a run about one function`);
  return `/2015-03-31/functions/${name}/${part}?${new URLSearchParams(others)}`;
};

const describe = (recorded: RecordedRequest): { path: string; method: string; body: string } =>
  recorded.service === 'lambda'
    ? { path: lambdaPath(recorded), method: 'GET', body: '' }
    : { path: '/', method: 'POST', body: String(new URLSearchParams(recorded.parameters)) };

const send = (recorded: RecordedRequest): Promise<void> =>
  new Promise((resolve, reject) => {
    const { path, method, body } = describe(recorded);
    const scope = `AKIDEXAMPLE/20260101/${recorded.region}/${recorded.service}/aws4_request`;
    const headers = {
      authorization: `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=0`,
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': Buffer.byteLength(body),
    };
    const options: RequestOptions = { agent, method, headers };
    const sent = request(new URL(path, url), options, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${recorded.action}: HTTP ${response.statusCode}`));
      response.resume().once('end', resolve);
    });
    sent.once('error', reject).end(body);
  });

for (const recorded of requests) await send(recorded);
agent.destroy();
