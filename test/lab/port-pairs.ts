import type { Change } from '../support/network.ts';
import { aclRule, setAclRules } from '../support/resources.ts';
import type { Probe } from './probes.ts';

/** Below, at and above the bounds of 32768 to 61000, the ports from which Linux connects. */
const ports = [1024, 32767, 32768, 45000, 61000, 61001, 65535] as const;

/** As many as there are ports, so that no pair is asked twice. */
const targetPorts = [22, 80, 81, 443, 444, 5432, 65535] as const;

/** Every pair of a port of the function and one of the NAT gateway, each to an address and port at which it is alone. */
export const portPairs = (
  subnetId: string,
  from: string,
  destinations: readonly string[] = ['8.8.8.8', '93.184.216.34', '195.1.2.3'],
): Probe[] =>
  ports.flatMap((fromPort, i) =>
    ports.map((natPort, j) => ({
      subnetId,
      from,
      fromPort,
      natPort,
      to: destinations[i % destinations.length] ?? '',
      toPort: targetPorts[(i + j) % targetPorts.length] ?? 443,
    })),
  );

export const ofLinux = (port: number): boolean => port >= 32768 && port <= 61000;

const everywhere = '0.0.0.0/0';
const vpc = '10.0.0.0/16';

const repliesToFunction: Change = (n) =>
  setAclRules(n, 'private', 'ingress', aclRule(100, 'allow', everywhere, [32768, 61000]));

const repliesToNat: Change = (n) =>
  setAclRules(
    n,
    'public',
    'ingress',
    aclRule(90, 'allow', vpc, 'all'),
    aclRule(100, 'allow', everywhere, [32768, 61000]),
  );

/** NACLs that let replies in only to the ports from which Linux connects, at the function, at its NAT device, or both. */
export const linuxPortsOnly = {
  function: repliesToFunction,
  nat: repliesToNat,
  both: (n) => {
    repliesToFunction(n);
    repliesToNat(n);
  },
} satisfies Record<string, Change>;
