import type { Family } from './addresses.ts';

/** A network namespace of the lab. */
export type Namespace = 'function' | 'vpc' | 'hosts' | 'nat' | 'gateway' | 'internet';

/**
 * A pair of interfaces between two namespaces. Each side has link-local addresses of its own, by which the other side
 * routes to it, so that the addresses of a snapshot can change while the neighbours stay known.
 */
export interface Link {
  readonly near: Namespace;
  readonly far: Namespace;
  /** Names of the interface in the near and in the far namespace. */
  readonly nearName: string;
  readonly farName: string;
  readonly number: number;
}

const link = (near: Namespace, nearName: string, far: Namespace, farName: string, number: number): Link => ({
  near,
  far,
  nearName,
  farName,
  number,
});

/** Where a function can stand: one link for each of its subnets. */
export const functionLinks = [1, 2, 3].map((n) => link('vpc', `f${n}`, 'function', `f${n}`, n));
/** Where a NAT device can stand. */
export const deviceLinks = [1, 2, 3, 4].map((n) => link('vpc', `n${n}`, 'nat', `n${n}`, 10 + n));
/** Where an interface can stand that a function calls. */
export const hostLinks = [1, 2, 3].map((n) => link('vpc', `h${n}`, 'hosts', `h${n}`, 30 + n));
/** Internet gateways of both kinds stand at its end. */
export const gatewayLink = link('vpc', 'gateway', 'gateway', 'vpc', 21);
export const internetLink = link('gateway', 'internet', 'internet', 'gateway', 22);
/** Links at which something stands that has an address in the VPC. */
export const insideLinks = [...functionLinks, ...deviceLinks, ...hostLinks];
export const links = [...insideLinks, gatewayLink, internetLink];

export const linkAddress = (side: 'near' | 'far', { number }: Link, family: Family): string => {
  const end = side === 'near' ? 1 : 2;
  return family === 'ipv4' ? `169.254.${end}.${number}` : `fe80::${end}:${number}`;
};

export const hopTo = (side: 'near' | 'far', one: Link, family: Family): string =>
  `via ${linkAddress(side, one, family)} dev ${side === 'far' ? one.nearName : one.farName} onlink`;

/** The routing table of the VPC that packets from this link consult, and the one at the far end of the link. */
export const tableOf = ({ number }: Link): number => 100 + number;
/** Routes to the addresses in the VPC, which the `local` routes of all tables mean. */
export const localTable = 200;

/** Packets that come in by an interface consult the table of its link. */
export const fromLink = (name: string, one: Link): string =>
  `rule add pref ${tableOf(one)} iif ${name} lookup ${tableOf(one)}`;

/** Commands of iproute2 for one family. */
export const ipBatch = (family: Family, lines: readonly string[]): string =>
  `ip ${family === 'ipv4' ? '-4' : '-6'} -batch - <<'END'\n${lines.join('\n')}\nEND\n`;
