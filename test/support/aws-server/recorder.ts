import type { AwsCall } from './call.ts';

/** One request as the server saw it. Times are milliseconds since the server started. */
export interface RecordedRequest {
  readonly service: string;
  readonly action: string;
  readonly region: string | null;
  readonly parameters: Readonly<Record<string, string>>;
  /** 1 for the first attempt. */
  readonly attempt: number;
  /** Whether it asks for a further page of an earlier answer. */
  readonly furtherPage: boolean;
  /** Number of the connection that it came over, from 1. */
  readonly socket: number;
  readonly arrivedAt: number;
  /** null until the whole answer was handed to the network. */
  readonly answeredAt: number | null;
  readonly status: number | null;
  readonly bytesSent: number;
  /**
   * 1 + the highest level among the requests whose answer was sent in full before this one arrived; a further page
   * and a retry have the level of their first request. A client that queues requests for a free socket makes this an
   * upper bound of what depends on what.
   */
  readonly level: number;
}

export interface Recorder {
  readonly requests: readonly RecordedRequest[];
  arrived(call: AwsCall, socket: number): number;
  answered(request: number, status: number, bytesSent: number): void;
  /** Most requests that waited for an answer at one time. */
  maxConcurrent(): number;
}

const isFurtherPage = (call: AwsCall): boolean => 'NextToken' in call.parameters || 'Marker' in call.parameters;

const levelOf = (call: AwsCall, requests: readonly RecordedRequest[], now: number): number => {
  const first = requests.find(({ action, service }) => action === call.action && service === call.service);
  if (first !== undefined && (call.attempt > 1 || isFurtherPage(call))) return first.level;
  const finished = requests.filter(({ answeredAt }) => answeredAt !== null && answeredAt <= now);
  return 1 + Math.max(0, ...finished.map(({ level }) => level));
};

export const createRecorder = (now: () => number): Recorder => {
  const requests: RecordedRequest[] = [];
  let waiting = 0;
  let most = 0;
  return {
    requests,
    arrived(call, socket) {
      const arrivedAt = now();
      waiting += 1;
      most = Math.max(most, waiting);
      const { service, action, region, parameters, attempt } = call;
      const level = levelOf(call, requests, arrivedAt);
      const furtherPage = isFurtherPage(call);
      const open = { answeredAt: null, status: null, bytesSent: 0 };
      requests.push({ service, action, region, parameters, attempt, furtherPage, socket, arrivedAt, level, ...open });
      return requests.length - 1;
    },
    answered(request, status, bytesSent) {
      waiting -= 1;
      const recorded = requests[request];
      if (recorded !== undefined) requests[request] = { ...recorded, answeredAt: now(), status, bytesSent };
    },
    maxConcurrent: () => most,
  };
};
