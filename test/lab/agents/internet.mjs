// Stands for the internet: answers on every address and the given ports with what it sees of the connection.
import { createServer } from 'node:net';

const serve = (port) =>
  new Promise((resolve, reject) => {
    const server = createServer((socket) => {
      socket.on('error', () => {});
      const { remoteAddress: from, remotePort: fromPort, localAddress: to, localPort: toPort } = socket;
      socket.write(`${JSON.stringify({ from, fromPort, to, toPort })}\n`);
    });
    server.once('error', reject);
    server.listen({ host: '0.0.0.0', port, backlog: 4096 }, resolve);
  });

await Promise.all(process.argv.slice(2).map((port) => serve(Number(port))));
process.stdout.write('"ready"\n');
