import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { buildScripts, type NamespaceScript } from './namespaces.ts';

/** One TCP connection from an address and port of the function. */
export interface Call {
  readonly from: string;
  readonly fromPort: number;
  readonly to: string;
  readonly toPort: number;
}

/** What the far side saw of a connection, or the error code of the one that failed. */
export type CallResult = { readonly seen: Call } | { readonly failed: string };

/**
 * Linux network namespaces that stand for a function, a VPC, the hosts and NAT devices in it, its internet gateways and
 * the internet.
 */
export interface Lab {
  readonly configure: (scripts: readonly NamespaceScript[]) => Promise<void>;
  /** All calls at the same time; a call without an answer after `withinMs` has failed. */
  readonly call: (calls: readonly Call[], withinMs: number) => Promise<readonly CallResult[]>;
  readonly close: () => Promise<void>;
}

/** TCP ports on which the internet and the hosts of the lab answer; those at which rules are cut and their neighbours. */
export const listeningPorts = [1, 22, 80, 81, 442, 443, 444, 1023, 1024, 5432, 8443, 65534, 65535] as const;

const agentFile = (name: string): string => fileURLToPath(new URL(`./agents/${name}.mjs`, import.meta.url));

type Command =
  | { readonly do: 'run'; readonly scripts: readonly NamespaceScript[] }
  | { readonly do: 'start'; readonly namespace: string; readonly file: string; readonly args: readonly string[] }
  | { readonly do: 'ask'; readonly namespace: string; readonly message: unknown };

const answersWithinMs = 60_000;

/** Sends commands to the host process and gives each the line that answers it. */
const commander = (host: ChildProcess) => {
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let said = '';
  let ids = 0;
  const fail = (why: string): void => {
    for (const { reject } of waiting.values()) reject(new Error(`${why} ${said}`.trim()));
    waiting.clear();
  };
  host.stderr?.on('data', (part: Buffer) => {
    if (said.length < 2000) said += part;
  });
  host.stdin?.on('error', () => {});
  host.once('error', (error) => fail(error.message));
  host.once('close', (code) => fail(`the lab ended with ${code}:`));
  if (host.stdout !== null)
    createInterface({ input: host.stdout }).on('line', (line) => {
      const { id, value, error } = JSON.parse(line);
      const asked = waiting.get(id);
      waiting.delete(id);
      if (error === undefined) asked?.resolve(value);
      else asked?.reject(new Error(error));
    });
  return (command: Command): Promise<unknown> =>
    new Promise((resolve, reject) => {
      ids += 1;
      const timer = setTimeout(() => fail(`no answer after ${answersWithinMs} ms`), answersWithinMs);
      const settled = <T>(then: (value: T) => void) => {
        return (value: T): void => {
          clearTimeout(timer);
          then(value);
        };
      };
      waiting.set(ids, { resolve: settled(resolve), reject: settled(reject) });
      host.stdin?.write(`${JSON.stringify({ id: ids, ...command })}\n`);
    });
};

const closed = async (host: ChildProcess): Promise<void> => {
  if (host.exitCode !== null || host.signalCode !== null || host.pid === undefined) return;
  const ended = new Promise((resolve) => host.once('close', resolve));
  const timer = setTimeout(() => host.kill('SIGKILL'), 2000);
  host.stdin?.end();
  await ended;
  clearTimeout(timer);
};

/** Root needs no user namespace of its own; anyone else is root only inside of one. */
const startAs = async (who: 'root' | 'user'): Promise<Lab> => {
  const namespaces = ['--net', '--mount', '--pid', '--fork', '--kill-child'];
  const user = who === 'user' ? ['--user', '--map-root-user'] : [];
  const host = spawn('unshare', [...user, ...namespaces, process.execPath, agentFile('host')], {
    env: { ...process.env, PATH: `${process.env['PATH']}:/usr/sbin:/sbin` },
    stdio: 'pipe',
  });
  const kill = (): void => void host.kill('SIGKILL');
  process.once('exit', kill);
  const close = async (): Promise<void> => {
    process.removeListener('exit', kill);
    await closed(host);
  };
  const send = commander(host);
  try {
    for (const scripts of buildScripts) await send({ do: 'run', scripts });
    for (const namespace of ['internet', 'hosts'])
      await send({ do: 'start', namespace, file: agentFile('listener'), args: listeningPorts.map(String) });
    await send({ do: 'start', namespace: 'function', file: agentFile('caller'), args: [] });
  } catch (error) {
    await close();
    throw error;
  }
  return {
    configure: async (scripts) => void (await send({ do: 'run', scripts })),
    call: async (calls, withinMs) => {
      const message = { calls, withinMs };
      // The caller agent answers with one result for each call.
      return (await send({ do: 'ask', namespace: 'function', message })) as readonly CallResult[];
    },
    close,
  };
};

const needs = 'Linux with network namespaces (as root, or by `unshare -Urnm`), nftables, iproute2 and conntrack';

/** Starts the lab, or says why this machine cannot; where nothing may be skipped, that is an error. */
export const startLab = async (): Promise<Lab | null> => {
  const reasons = new Set<string>();
  for (const who of process.getuid?.() === 0 ? (['root', 'user'] as const) : (['user'] as const))
    try {
      return await startAs(who);
    } catch (error) {
      reasons.add(error instanceof Error ? error.message.replaceAll(/\s+/g, ' ').slice(0, 200) : String(error));
    }
  const reason = `The kernel lab needs ${needs}: ${[...reasons].join('; ')}`;
  if (process.env['LAMBDA_NET_DOCTOR_CI_NO_SKIP'] === '1') throw new Error(reason);
  process.stderr.write(`\nSKIPPED: no connection is compared with the Linux kernel. ${reason}\n\n`);
  return null;
};
