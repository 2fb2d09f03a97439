import { lookup, Resolver } from 'node:dns/promises';
import { isIPv4 } from 'node:net';
import type { ResolvedHost, ResolveFailure } from '../model/resolved-host.ts';
import { inTurn } from './turns.ts';
import { failureOf } from './unavailable.ts';

/** The DNS servers of this machine, and what it knows without them, such as its hosts file. */
export interface Names {
  readonly resolve4: (host: string) => Promise<readonly string[]>;
  readonly resolve6: (host: string) => Promise<readonly string[]>;
  readonly lookup: (host: string) => Promise<readonly string[]>;
  readonly cancel: () => void;
}

const patience = { timeout: 2000, tries: 2 };

/** `servers` stands in for those that this machine is set up with. */
export const namesOfThisMachine = (servers?: readonly string[]): Names => {
  const resolver = new Resolver(patience);
  if (servers !== undefined) resolver.setServers(servers);
  return {
    resolve4: (host) => resolver.resolve4(host),
    resolve6: (host) => resolver.resolve6(host),
    lookup: async (host) => (await lookup(host, { all: true })).map(({ address }) => address),
    cancel: () => resolver.cancel(),
  };
};

/** One answer: its addresses, and, if there are none, Node's code for why. */
interface Answer {
  readonly addresses: readonly string[];
  readonly code: string | null;
}

const answerOf = (asked: Promise<readonly string[]>): Promise<Answer> =>
  asked.then(
    (addresses) => ({ addresses, code: null }),
    (error: unknown) => ({ addresses: [], code: failureOf(error).code }),
  );

/** Codes that say that the question was answered. https://nodejs.org/docs/latest-v20.x/api/dns.html#error-codes */
const answered: ReadonlyMap<string | null, ResolveFailure | null> = new Map([
  [null, null],
  ['ENODATA', 'the name has no address'],
  ['ENOTFOUND', 'there is no such name'],
]);

const noAnswer = /^(ETIMEOUT|ECONNREFUSED|ECANCELLED|EAI_AGAIN)$/;

const reasonOf = (code: string | null): ResolveFailure =>
  answered.get(code) ?? (noAnswer.test(code ?? '') ? 'no DNS server answered' : 'the DNS server failed');

const inOrder = (addresses: readonly string[]): readonly string[] =>
  [...new Set(addresses)].sort((a, b) => Number(isIPv4(b)) - Number(isIPv4(a)) || (a < b ? -1 : 1));

/** Loopback addresses never leave the host: https://www.rfc-editor.org/rfc/rfc6890#section-2.2.2 */
const ofThisMachine = /^(127\.|0\.0\.0\.0$|::1?$|::ffff:127\.)/;

/** A name that leads to this machine itself says nothing of where it leads a function. */
const led = (host: string, addresses: readonly string[]): ResolvedHost =>
  addresses.some((address) => ofThisMachine.test(address))
    ? { status: 'failed', host, reason: 'it leads to this machine itself' }
    : { status: 'resolved', host, addresses: inOrder(addresses) };

/** Both families have to be answered, since an address that nobody asked about is not checked. */
const resolved = async (host: string, names: Names): Promise<ResolvedHost> => {
  const families = await Promise.all([answerOf(names.resolve4(host)), answerOf(names.resolve6(host))]);
  const addresses = families.flatMap((family) => family.addresses);
  const open = families.find(({ code }) => !answered.has(code));
  if (open === undefined && addresses.length > 0) return led(host, addresses);
  const known = await answerOf(names.lookup(host));
  if (known.addresses.length > 0) return led(host, [...addresses, ...known.addresses]);
  return { status: 'failed', host, reason: reasonOf((open ?? families[0]).code) };
};

const namesAtOnce = 8;

/** Asks for all addresses of each host name. A name that cannot be resolved is told with the reason and is no error. */
export const resolveHosts = async (
  hosts: readonly string[],
  signal: AbortSignal | undefined,
  names: Names = namesOfThisMachine(),
): Promise<readonly ResolvedHost[]> => {
  const turn = inTurn(namesAtOnce);
  const stop = (): void => names.cancel();
  signal?.addEventListener('abort', stop, { once: true });
  try {
    return await Promise.all([...new Set(hosts)].sort().map((host) => turn(() => resolved(host, names))));
  } finally {
    signal?.removeEventListener('abort', stop);
  }
};
