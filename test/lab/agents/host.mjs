// The first process of the lab's own process, mount and network namespaces: when it ends, the kernel ends and removes
// everything in them. It reads one command a line as JSON and answers each with one line.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** @param {string | null} namespace null for the one in which the lab starts */
const start = (namespace, program, args, stdio) =>
  namespace === null
    ? spawn(program, args, { stdio })
    : spawn('nsenter', [`--net=/run/netns/${namespace}`, program, ...args], { stdio });

/** Runs a shell script in a namespace; what it says on stderr is the error. */
const runScript = (namespace, script) =>
  new Promise((resolve, reject) => {
    const shell = start(namespace, 'sh', ['-e'], ['pipe', 'ignore', 'pipe']);
    let said = '';
    shell.stderr.on('data', (part) => {
      said += part;
    });
    shell.once('error', reject);
    shell.once('close', (code) =>
      code === 0 ? resolve(null) : reject(new Error(`${namespace ?? 'the lab'}: ${said}`)),
    );
    shell.stdin.on('error', () => {});
    shell.stdin.end(script);
  });

const agents = new Map();

/** Starts a Node.js program in a namespace, which answers every line that it reads with one line. */
const startAgent = ({ namespace, file, args }) =>
  new Promise((resolve, reject) => {
    const child = start(namespace, process.execPath, [file, ...args], ['pipe', 'pipe', 'inherit']);
    const agent = { waiting: [resolve], stdin: child.stdin };
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`${file} ended`)));
    createInterface({ input: child.stdout }).on('line', (line) => agent.waiting.shift()?.(JSON.parse(line)));
    agents.set(namespace, agent);
  });

const ask = ({ namespace, message }) =>
  new Promise((resolve) => {
    const agent = agents.get(namespace);
    agent.waiting.push(resolve);
    agent.stdin.write(`${JSON.stringify(message)}\n`);
  });

const perform = (command) => {
  if (command.do === 'run')
    return Promise.all(command.scripts.map(({ namespace, script }) => runScript(namespace, script)));
  return command.do === 'start' ? startAgent(command) : ask(command);
};

createInterface({ input: process.stdin })
  .on('line', async (line) => {
    const command = JSON.parse(line);
    const answer = await perform(command).then(
      (value) => ({ value }),
      (error) => ({ error: String(error.message) }),
    );
    process.stdout.write(`${JSON.stringify({ id: command.id, ...answer })}\n`);
  })
  .on('close', () => process.exit(0));
