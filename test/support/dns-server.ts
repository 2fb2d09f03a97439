import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { isIPv4 } from 'node:net';
import ipaddr from 'ipaddr.js';

/** What the server says of a name: its addresses, an error code of DNS, or nothing at all. */
export type DnsRecord = readonly string[] | 'NXDOMAIN' | 'SERVFAIL' | 'silence';

export interface DnsServer {
  /** As dns.Resolver takes it. */
  readonly address: string;
  /** Names that were asked for, each with its record type. */
  readonly asked: readonly string[];
  readonly close: () => Promise<void>;
}

const responseCodes = { SERVFAIL: 2, NXDOMAIN: 3 } as const;
const types: ReadonlyMap<number, 'A' | 'AAAA'> = new Map([
  [1, 'A'],
  [28, 'AAAA'],
]);

/** The name of the question and where it ends. https://www.rfc-editor.org/rfc/rfc1035#section-4.1.2 */
const questionOf = (query: Buffer): { readonly name: string; readonly end: number } => {
  const labels: string[] = [];
  let at = 12;
  for (let length = query[at] ?? 0; length > 0; length = query[at] ?? 0) {
    labels.push(query.toString('latin1', at + 1, at + 1 + length));
    at += 1 + length;
  }
  return { name: labels.join('.'), end: at + 5 };
};

const recordOf = (type: number, address: string): Buffer => {
  const data = Buffer.from(ipaddr.parse(address).toByteArray());
  const head = Buffer.alloc(12);
  head.writeUInt16BE(0xc00c, 0);
  head.writeUInt16BE(type, 2);
  head.writeUInt16BE(1, 4);
  head.writeUInt32BE(60, 6);
  head.writeUInt16BE(data.length, 10);
  return Buffer.concat([head, data]);
};

const replyTo = (query: Buffer, end: number, code: number, answers: readonly Buffer[]): Buffer => {
  const head = Buffer.from(query.subarray(0, 12));
  head.writeUInt16BE(0x8180 | code, 2);
  head.writeUInt16BE(answers.length, 6);
  head.writeUInt32BE(0, 8);
  return Buffer.concat([head, query.subarray(12, end), ...answers]);
};

/** A DNS server on the loopback interface that knows a handful of names; of every other it says that there is none. */
export const startDnsServer = async (records: Readonly<Record<string, DnsRecord>>): Promise<DnsServer> => {
  const asked: string[] = [];
  const socket = createSocket('udp4');
  socket.on('message', (query, { port, address }) => {
    const { name, end } = questionOf(query);
    const type = query.readUInt16BE(end - 4);
    asked.push(`${types.get(type)} ${name}`);
    const record = records[`${types.get(type)} ${name}`] ?? records[name] ?? 'NXDOMAIN';
    if (record === 'silence') return;
    const code = typeof record === 'string' ? responseCodes[record] : 0;
    const addresses = typeof record === 'string' ? [] : record;
    const answers = addresses
      .filter((each) => isIPv4(each) === (types.get(type) === 'A'))
      .map((each) => recordOf(type, each));
    socket.send(replyTo(query, end, code, answers), port, address);
  });
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  return {
    address: `127.0.0.1:${socket.address().port}`,
    asked,
    close: async () => {
      socket.close();
      await once(socket, 'close');
    },
  };
};
