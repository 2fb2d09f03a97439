import type { Snapshot } from '../../src/model/snapshot.ts';
import type { RecordedRequest } from '../support/aws-server/recorder.ts';
import { live } from './live-run.ts';

const ask = ['orders-api', '--format', 'json'] as const;
/** When nothing has happened for so long, everything that does not wait for the held answer has been sent. */
const quietMs = 500;

const paging = new Set(['Action', 'Version', 'MaxResults', 'NextToken', 'MaxItems', 'Marker']);

/** What a call asks for, without the action and without paging. */
const askedIn = ({ parameters }: RecordedRequest): readonly string[] => {
  return Object.entries(parameters)
    .filter(([name]) => !paging.has(name))
    .map(([, value]) => value);
};

const callOf = (request: RecordedRequest): string => [request.action, ...askedIn(request)].join(' ');

/** Calls that are sent only after the answer to `held`, which is held back. */
const waitingFor = async (snapshot: Snapshot, held: RecordedRequest): Promise<readonly string[]> => {
  const asking = askedIn(held).at(-1);
  const fault = { kind: 'held', quietMs, ...(asking === undefined ? {} : { asking }) } as const;
  const { requests } = await live(snapshot, ask, { faults: { [held.action]: fault } });
  const answers = requests.filter((request) => callOf(request) === callOf(held)).map(({ answeredAt }) => answeredAt);
  const answered = answers[0] ?? Number.POSITIVE_INFINITY;
  return requests.filter(({ arrivedAt }) => arrivedAt >= answered).map(callOf);
};

/**
 * Level of every call: 1 for a call that waits for none, else one more than the highest that it waits for. What waits
 * for what is found by holding back one answer at a time: over eight connections one that waits keeps no independent
 * call from being sent. The order of arrival alone would not tell, since a call that waits for a free connection looks
 * as if it waited for an answer.
 */
export const levelsOfCalls = async (snapshot: Snapshot): Promise<ReadonlyMap<string, number>> => {
  const { requests } = await live(snapshot, ask);
  const calls = new Map(requests.map((request) => [callOf(request), request]));
  const waiting = await Promise.all(
    [...calls].map(async ([call, request]) => [call, await waitingFor(snapshot, request)] as const),
  );
  const levels = new Map<string, number>();
  const levelOf = (call: string): number => {
    const before = waiting.filter(([, after]) => after.includes(call)).map(([first]) => first);
    const level = levels.get(call) ?? 1 + Math.max(0, ...before.map(levelOf));
    levels.set(call, level);
    return level;
  };
  for (const call of calls.keys()) levelOf(call);
  return levels;
};
