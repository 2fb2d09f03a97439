import { isIPv4, isIPv6 } from 'node:net';

export interface HostAndPort {
  readonly host: string;
  /** null where none is written. */
  readonly port: number | null;
}

/** https://www.rfc-editor.org/rfc/rfc1123#section-2.1: the last part of a name is never a number. */
const hostName = /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/i;

/** Addresses and names by which a program calls nothing but its own environment. */
const local = /^(localhost|.*\.localhost|127\..*|0\.0\.0\.0|169\.254\..*|::1?|fe80:.*)$/i;

export const portOf = (digits: string): number | null => {
  const port = Number(digits);
  return /^[1-9]\d{0,4}$/.test(digits) && port <= 65535 ? port : null;
};

export const isAddress = (host: string): boolean => isIPv4(host) || isIPv6(host);

/**
 * Reads `host`, `host:port`, an IPv4 address with or without a port, or an IPv6 address in brackets. Null for every other
 * text, and for what never leaves the function's own environment.
 */
export const hostAndPort = (text: string): HostAndPort | null => {
  const [, bracketed, plain = '', digits] = /^(?:\[([^\]]*)\]|([^:[\]]+))(?::(\d+))?$/.exec(text) ?? [];
  const host = bracketed ?? plain;
  const isHost = bracketed === undefined ? isIPv4(host) || hostName.test(host) : isIPv6(host);
  const port = digits === undefined ? null : portOf(digits);
  if (!isHost || local.test(host) || (digits !== undefined && port === null)) return null;
  return { host: host.toLowerCase(), port };
};
