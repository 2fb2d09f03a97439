import { afterEach, describe, expect, it } from 'vitest';
import { type Names, namesOfThisMachine, resolveHosts } from '../../src/collectors/resolve-hosts.ts';
import { type DnsRecord, type DnsServer, startDnsServer } from '../support/dns-server.ts';

const servers: DnsServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

const unknownHere = (): Promise<never> => Promise.reject(Object.assign(new Error('no'), { code: 'ENOTFOUND' }));

/** The names of a machine that asks this DNS server and knows nothing else. */
const namesFrom = async (records: Readonly<Record<string, DnsRecord>>): Promise<Names & { server: DnsServer }> => {
  const server = await startDnsServer(records);
  servers.push(server);
  return { ...namesOfThisMachine([server.address]), lookup: unknownHere, server };
};

const resolve = async (records: Readonly<Record<string, DnsRecord>>, ...hosts: readonly string[]) =>
  resolveHosts(hosts, undefined, await namesFrom(records));

describe('a host name', () => {
  it('is resolved to all its addresses, IPv4 before IPv6, each once', async () => {
    const addresses = ['2001:db8::7', '10.0.41.7', '10.0.40.7', '10.0.40.7'];
    expect(await resolve({ 'db.example.test': addresses }, 'db.example.test')).toEqual([
      { status: 'resolved', host: 'db.example.test', addresses: ['10.0.40.7', '10.0.41.7', '2001:db8::7'] },
    ]);
  });

  it('is resolved with addresses of one family', async () => {
    const records = { 'four.test': ['10.0.40.7'], 'six.test': ['2001:db8::7'] };
    expect(await resolve(records, 'six.test', 'four.test')).toEqual([
      { status: 'resolved', host: 'four.test', addresses: ['10.0.40.7'] },
      { status: 'resolved', host: 'six.test', addresses: ['2001:db8::7'] },
    ]);
  });

  it('is asked about once, once in each family', async () => {
    const names = await namesFrom({ 'db.test': ['10.0.40.7'] });
    await resolveHosts(['db.test', 'db.test'], undefined, names);
    expect(names.server.asked.toSorted()).toEqual(['A db.test', 'AAAA db.test']);
  });

  it.each([
    ['NXDOMAIN', 'there is no such name'],
    [[], 'the name has no address'],
    ['SERVFAIL', 'the DNS server failed'],
  ] as const)('of which DNS says %s is told with the reason: %s', async (record, reason) => {
    expect(await resolve({ 'db.test': record }, 'db.test')).toEqual([{ status: 'failed', host: 'db.test', reason }]);
  });

  it.each([[['127.0.0.1']], [['10.0.40.7', '127.0.1.1']], [['::1']], [['0.0.0.0']], [['::ffff:127.0.0.1']]])(
    'that leads to this machine itself is not resolved: %j',
    async (addresses) => {
      expect(await resolve({ 'db.test': addresses }, 'db.test')).toEqual([
        { status: 'failed', host: 'db.test', reason: 'it leads to this machine itself' },
      ]);
    },
  );

  it('is not resolved while a family has no answer', async () => {
    const records = { 'A db.test': ['10.0.40.7'], 'AAAA db.test': 'SERVFAIL' } as const;
    expect(await resolve(records, 'db.test')).toEqual([
      { status: 'failed', host: 'db.test', reason: 'the DNS server failed' },
    ]);
  });

  it('that only the machine itself knows is resolved', async () => {
    const names = { ...(await namesFrom({})), lookup: () => Promise.resolve(['10.0.40.9']) };
    expect(await resolveHosts(['db.test'], undefined, names)).toEqual([
      { status: 'resolved', host: 'db.test', addresses: ['10.0.40.9'] },
    ]);
  });

  it('that the hosts file of this machine leads to the machine is not resolved', async () => {
    const names = { ...(await namesFrom({})), lookup: namesOfThisMachine().lookup };
    expect(await resolveHosts(['localhost'], undefined, names)).toEqual([
      { status: 'failed', host: 'localhost', reason: 'it leads to this machine itself' },
    ]);
  });
});

describe('a DNS server', () => {
  it('that does not listen is told as one that did not answer', async () => {
    const names = await namesFrom({});
    await servers.pop()?.close();
    expect(await resolveHosts(['db.test'], undefined, names)).toEqual([
      { status: 'failed', host: 'db.test', reason: 'no DNS server answered' },
    ]);
  });

  it('that is silent is no longer waited for once the run is aborted', async () => {
    const names = await namesFrom({ 'db.test': 'silence' });
    const stop = new AbortController();
    const resolving = resolveHosts(['db.test'], stop.signal, names);
    setTimeout(() => stop.abort(), 50);
    const started = performance.now();
    expect(await resolving).toEqual([{ status: 'failed', host: 'db.test', reason: 'no DNS server answered' }]);
    expect(performance.now() - started).toBeLessThan(1500);
  });

  it('is asked nothing if no name is given', async () => {
    const names = await namesFrom({});
    expect(await resolveHosts([], undefined, names)).toEqual([]);
    expect(names.server.asked).toEqual([]);
  });
});
