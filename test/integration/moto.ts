import { type ChildProcess, spawn } from 'node:child_process';
import { motoCommand, pinnedVersion } from './moto-command.ts';

/** A running moto, https://docs.getmoto.org/en/latest/docs/server_mode.html. */
export interface Moto {
  readonly url: string;
  readonly close: () => void;
}

/** Set by the project's own CI, where a suite that is skipped is a failure. */
export const noSkip = process.env['LAMBDA_NET_DOCTOR_CI_NO_SKIP'] === '1';

const startsWithinMs = 60_000;

/** The address that the server says it listens on; port 0 lets the system choose one. */
const addressOf = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let said = '';
    const timer = setTimeout(
      () => reject(new Error(`moto is not up after ${startsWithinMs} ms: ${said}`)),
      startsWithinMs,
    );
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`moto ended with ${code}: ${said}`)));
    child.stderr?.on('data', (part: Buffer) => {
      if (said.length < 10_000) said += part;
      const url = /Running on (http:\/\/127\.0\.0\.1:\d+)/.exec(said)?.[1];
      if (url === undefined) return;
      clearTimeout(timer);
      resolve(url);
    });
  });

const start = async (): Promise<Moto> => {
  const [program, ...first] = await motoCommand(process.env, noSkip ? 'virtual environment' : null);
  const child = spawn(program, [...first, '--host', '127.0.0.1', '--port', '0'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const close = (): void => {
    process.removeListener('exit', close);
    child.kill('SIGKILL');
  };
  process.once('exit', close);
  try {
    return { url: await addressOf(child), close };
  } catch (error) {
    close();
    throw error;
  }
};

/** Starts moto, or says why it cannot be had on this machine; where nothing may be skipped, that is an error. */
export const startMoto = async (): Promise<Moto | null> => {
  try {
    return await start();
  } catch (error) {
    if (noSkip) throw error;
    const [reason] = String(error).split('\n', 1);
    const remedy = `install Python 3.10 or newer with venv, or moto_server ${pinnedVersion} on PATH`;
    process.stderr.write(
      `\nSKIPPED: nothing is tested against moto, which cannot be started: ${reason}; ${remedy}\n\n`,
    );
    return null;
  }
};
