import type { Snapshot } from '../../src/model/snapshot.ts';
import type { RecordedRequest } from '../support/aws-server/recorder.ts';
import { live } from './live-run.ts';

const ask = ['orders-api', '--format', 'json'] as const;
/** When nothing has happened for so long, everything that does not wait for the held answer has been sent. */
const quietMs = 500;

/** A call without its pages: the action and what it asks for. */
const callOf = ({ action, parameters }: RecordedRequest): string => {
  const { Action: _, Version: __, MaxResults: ___, NextToken: ____, ...asked } = parameters;
  return [action, ...Object.values(asked)].join(' ');
};

/** Pairs of a call and one that was sent only after its answer, which was held back. */
const pairsWith = async (snapshot: Snapshot, action: string): Promise<readonly (readonly [string, string])[]> => {
  const { requests } = await live(snapshot, ask, { faults: { [action]: { kind: 'held', quietMs } } });
  return requests
    .filter((request) => request.action === action)
    .flatMap((held) =>
      requests
        .filter(({ arrivedAt }) => held.answeredAt !== null && arrivedAt >= held.answeredAt)
        .map((later) => [callOf(held), callOf(later)] as const)
        .filter(([before, after]) => before !== after),
    );
};

/**
 * Level of every call: 1 for a call that waits for none, else one more than the highest that it waits for. What waits
 * for what is found by holding back the answers of one action at a time: over eight connections one that waits keeps
 * no independent call from being sent. The order of arrival alone would not tell, since a call that waits for a free
 * connection looks as if it waited for an answer.
 */
export const levelsOfCalls = async (snapshot: Snapshot): Promise<ReadonlyMap<string, number>> => {
  const { requests } = await live(snapshot, ask);
  const actions = [...new Set(requests.map(({ action }) => action))];
  const pairs = (await Promise.all(actions.map((action) => pairsWith(snapshot, action)))).flat();
  const levels = new Map<string, number>();
  const levelOf = (call: string): number => {
    const before = pairs.filter(([, after]) => after === call).map(([first]) => first);
    const level = levels.get(call) ?? 1 + Math.max(0, ...before.map(levelOf));
    levels.set(call, level);
    return level;
  };
  for (const request of requests) levelOf(callOf(request));
  return levels;
};
