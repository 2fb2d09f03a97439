// Stands for the function: makes all TCP connections of a command at once, each from a chosen address and port, and
// says for each what the far side saw, or why there was no answer.
import { connect } from 'node:net';
import { createInterface } from 'node:readline';

const call = ({ from, fromPort, to, toPort }, withinMs) =>
  new Promise((resolve) => {
    const socket = connect({ host: to, port: toPort, localAddress: from, localPort: fromPort });
    // Node.js runs timers before it reads sockets: an answer that is there already must win.
    const timer = setTimeout(() => setImmediate(() => end({ failed: 'ETIMEDOUT' })), withinMs);
    let text = '';
    const end = (result) => {
      clearTimeout(timer);
      socket.removeAllListeners('data');
      // A reset leaves no TIME_WAIT behind, which would refuse the same ports in the next network.
      if (socket.connecting) socket.destroy();
      else socket.resetAndDestroy();
      resolve(result);
    };
    socket.on('error', (error) => end({ failed: error.code }));
    socket.on('data', (part) => {
      text += part;
      if (text.endsWith('\n')) end({ seen: JSON.parse(text) });
    });
  });

createInterface({ input: process.stdin }).on('line', async (line) => {
  const { calls, withinMs } = JSON.parse(line);
  const results = await Promise.all(calls.map((one) => call(one, withinMs)));
  process.stdout.write(`${JSON.stringify(results)}\n`);
});
process.stdout.write('"ready"\n');
