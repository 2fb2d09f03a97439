// Stands for the internet, or for the hosts of a VPC: answers on every address that is routed to it and the given ports
// with what it sees of the connection.
import { createServer } from 'node:net';

/** A listener for both families sees IPv4 addresses as IPv6 ones. */
const plain = (address) => address.replace(/^::ffff:/, '');

const serve = (port) =>
  new Promise((resolve, reject) => {
    const server = createServer((socket) => {
      socket.on('error', () => {});
      const { remoteAddress: from, remotePort: fromPort, localAddress: to, localPort: toPort } = socket;
      // A connection that was reset at once has no addresses any more.
      if (from === undefined || to === undefined) return;
      socket.write(`${JSON.stringify({ from: plain(from), fromPort, to: plain(to), toPort })}\n`);
    });
    server.once('error', reject);
    server.listen({ host: '::', port, backlog: 4096 }, resolve);
  });

await Promise.all(process.argv.slice(2).map((port) => serve(Number(port))));
process.stdout.write('"ready"\n');
