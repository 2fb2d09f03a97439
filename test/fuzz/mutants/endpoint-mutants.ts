import { type Mutant, mutant } from './mutant.ts';

/** Faults about the interfaces of an endpoint, those that could not be read among them. */
export const endpointMutants: readonly Mutant[] = [
  mutant(
    'an interface that could not be read is at the first address of its subnet',
    'packets-to-addresses.ts',
    'if (agree) return',
    'if (agree || classes.length > 0) return',
  ),
  mutant(
    'an interface that could not be read has groups that let everybody in',
    'path/far-side.ts',
    'if (endpoint !== null) return [groupStep(context, { ...endpoint, ofEndpoint: true }, caller)];',
    'if (endpoint !== null) return [];',
  ),
  mutant(
    'one interface that works is enough, where interfaces could not be read',
    'packets-to-addresses.ts',
    'verdict: verdictOfParts(found.map(({ verdict }) => verdict)),',
    "verdict: found.some(({ verdict }) => verdict === 'reachable') ? 'reachable' : verdictOfParts(found.map(({ verdict }) => verdict)),",
  ),
];

/** Faults about the families of which the name of an endpoint has addresses. */
export const endpointFamilyMutants: readonly Mutant[] = [
  mutant(
    'the service defines IPv6 records for its own name',
    'endpoint-way.ts',
    "case 'service-defined':\n      return ['ipv4'];",
    "case 'service-defined':\n      return ['ipv4', 'ipv6'];",
  ),
  mutant(
    'programs call a name with addresses of both families over IPv4',
    'packets.ts',
    'return isAgreed(first, [second])\n    ? first',
    'return second !== first\n    ? first',
  ),
  mutant(
    'functions that send no IPv6 call names over IPv6',
    'packets.ts',
    'if (!sendsIpv6(vantage)) return first;',
    '',
  ),
  mutant(
    'the names of an endpoint have records of both families where that was not read',
    'endpoint-way.ts',
    'if (families === null && ipv4 && ipv6)',
    "if (id === 'vpce-none' && ipv4 && ipv6)",
  ),
];
