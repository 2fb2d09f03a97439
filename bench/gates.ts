import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Log, withAwsServer } from './aws-server.ts';
import { type AwsCli, environment, home } from './environment.ts';
import { type Command, type Result, race, runOnce } from './race.ts';

/** A promise about the cost of the program beside that of another one. */
export interface Gate {
  readonly subject: Command;
  readonly peer: Command;
  /** Largest ratio of wall times that is kept. */
  readonly most: number;
}

export interface Judged extends Gate {
  readonly result: Result;
  readonly kept: boolean;
}

const snapshot = resolve('fixtures/healthy.json');

export const node = (name: string, ...args: readonly string[]): Command => ({
  name,
  program: process.execPath,
  args,
  exitCode: 0,
});

export const doctor = (name: string, ...args: readonly string[]): Command =>
  node(name, resolve('dist/bin.cjs'), ...args);

export const judge = (gate: Gate, rounds: number): Judged => {
  const result = race(gate.subject, gate.peer, environment, rounds);
  return { ...gate, result, kept: result.ratio <= gate.most };
};

const nothing = node('node -e 0', '-e', '0');

/** What a run costs that asks no server. */
export const offlineGates = (): readonly Judged[] => [
  judge({ subject: doctor('--version', '--version'), peer: nothing, most: 1.2 }, 31),
  judge(
    { subject: doctor('--snapshot, 1 function', 'orders-api', '--snapshot', snapshot), peer: nothing, most: 5 },
    21,
  ),
];

const live = (name: string, url: string): Command => doctor(name, 'orders-api', '--endpoint-url', url);

/** A live run beside one call of the AWS CLI to the same server. */
export const awsCliGate = async ({ program }: AwsCli): Promise<Judged> => {
  const { result } = await withAwsServer(snapshot, 0, (url) => {
    const args = ['ec2', 'describe-vpcs', '--endpoint-url', url, '--region', 'eu-west-1', '--output', 'json'];
    const peer = { name: 'aws ec2 describe-vpcs', program, args, exitCode: 0 };
    return judge({ subject: live('live, 1 function', url), peer, most: 0.5 }, 11);
  });
  return result;
};

/** The calls of one live run. Answers take so long that no call waits for another one but for its answer. */
export const callsOfARun = async (): Promise<Log> => {
  const { log } = await withAwsServer(snapshot, 300, (url) => runOnce(live('live, 1 function', url), environment));
  return log;
};

/** A live run, each answer of which takes 40 ms, beside the same calls sent one after the other. */
export const latencyGate = async ({ requests }: Log): Promise<Judged> => {
  const list = join(home, 'requests.json');
  writeFileSync(list, JSON.stringify(requests));
  const { result } = await withAwsServer(snapshot, 40, (url) => {
    const program = resolve(import.meta.dirname, 'sequential-client.mjs');
    const peer = node(`the same ${requests.length} calls in sequence`, program, url, list);
    return judge({ subject: live('live, 1 function, 40 ms a call', url), peer, most: 0.35 }, 11);
  });
  return result;
};
