import { ReportDocument } from '../../src/model/report.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import type { Fault } from '../support/aws-server/faults.ts';
import type { RecordedRequest } from '../support/aws-server/recorder.ts';
import { startAwsServer } from '../support/aws-server/server.ts';
import { type CliRun, runCli } from '../support/run-cli.ts';

export interface LiveOptions {
  readonly faults?: Readonly<Record<string, Fault>>;
  readonly pageSize?: number;
  readonly delayMs?: number;
  readonly environment?: Readonly<Record<string, string>>;
  /** Environment of the program. */
  readonly env?: Readonly<Record<string, string | undefined>>;
}

export interface LiveRun extends CliRun {
  readonly requests: readonly RecordedRequest[];
  readonly sockets: number;
}

const processesAtOnce = 3;

/** Lets a few child processes run at a time: the machines that test have few cores. */
const waiting: (() => void)[] = [];
let running = 0;

const inTurn = async <Result>(task: () => Promise<Result>): Promise<Result> => {
  if (running >= processesAtOnce) await new Promise<void>((resolve) => waiting.push(resolve));
  running += 1;
  try {
    return await task();
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
};

/** Runs the built program against an account that holds `snapshot`. */
export const live = (snapshot: Snapshot, args: readonly string[], options: LiveOptions = {}): Promise<LiveRun> =>
  inTurn(async () => {
    const { faults = {}, env, ...account } = options;
    const server = await startAwsServer({ snapshot, ...account });
    try {
      for (const [action, fault] of Object.entries(faults)) server.setFault(action, fault);
      const run = await runCli([...args, '--endpoint-url', server.url], env === undefined ? {} : { env });
      return { ...run, requests: [...server.requests], sockets: server.sockets };
    } finally {
      await server.close();
    }
  });

/** The document on stdout; it throws unless it is one. */
export const documentOf = ({ stdout }: CliRun): ReportDocument => ReportDocument.parse(JSON.parse(stdout));

/** The verdict of the only answer of the only function, and of its subnets; null where no function was read. */
export const verdictsOf = (document: ReportDocument) => {
  const answer = document.functions[0]?.answers[0];
  return answer === undefined
    ? null
    : { answer: answer.verdict, subnets: answer.subnets.map(({ subnetId, verdict }) => ({ subnetId, verdict })) };
};
