#!/usr/bin/env node
import { answerAtOnce } from './cli/at-once.ts';
import { optimiseLater } from './cli/optimise-later.ts';

const { argv, cwd, env, stdout, stderr, versions } = process;
for (const stream of [stdout, stderr]) stream.on('error', () => undefined);

const answer = answerAtOnce(argv.slice(2), versions.node);
process.exitCode = answer?.exitCode ?? 70;
if (answer) {
  (answer.exitCode === 0 ? stdout : stderr).write(answer.text);
} else {
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort('SIGINT')).on('uncaughtException', (error) => stop.abort(error));
  env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';
  const given = { stdin: () => process.stdin, stdout, stderr, env, cwd, now: () => new Date(), signal: stop.signal };
  const io = { ...given, expectMuchWork: () => optimiseLater(versions.v8) };
  const start = async () => (await import('./cli.ts')).main(argv.slice(2), io);
  const damaged = () => stderr.write('error lambda-net-doctor is not installed completely; install it again\n');
  start().then((exitCode) => Object.assign(process, { exitCode }), damaged);
}
