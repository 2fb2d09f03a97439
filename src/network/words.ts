import type { NetworkAcl } from '../model/kinds/network-acls.ts';
import type { Route, RouteTarget } from '../model/kinds/route-tables.ts';
import { entriesInOrder, ruleLabel } from './gates/network-acl.ts';

/** The id of a route's target as AWS shows it. */
export const targetText = (target: RouteTarget): string => {
  switch (target.kind) {
    case 'local':
      return 'local';
    case 'core-network':
    case 'odb-network':
      return target.arn;
    case 'none':
      return 'nothing (its target is gone)';
    case 'unknown':
      return target.raw;
    default:
      return target.id;
  }
};

export const destinationText = (route: Route): string => {
  const { destination } = route;
  if (destination.kind === 'prefix-list') return destination.id;
  return destination.kind === 'unknown' ? destination.raw : destination.cidr;
};

/** The user's own line: `0.0.0.0/0 → igw-0e1f`. */
export const routeText = (route: Route): string => `${destinationText(route)} → ${targetText(route.target)}`;

/** The rules of one direction that concern TCP, as the console lists them, the final deny last. */
export const networkAclLines = (acl: NetworkAcl, direction: 'ingress' | 'egress'): string[] => {
  const lines = entriesInOrder(acl, direction)
    .filter((entry) => entry.ruleNumber < 32767)
    .map((entry) => {
      const ports =
        entry.ports.kind === 'range' && entry.protocol !== '-1'
          ? entry.ports.from === entry.ports.to
            ? `tcp ${entry.ports.from}`
            : `tcp ${entry.ports.from}-${entry.ports.to}`
          : entry.protocol === '-1'
            ? 'all traffic'
            : 'tcp, all ports';
      const cidr = entry.cidr.kind === 'unknown' ? 'an unreadable range' : entry.cidr.cidr;
      return `${ruleLabel(entry.ruleNumber)} ${entry.action} ${ports} ${direction === 'ingress' ? 'from' : 'to'} ${cidr}`;
    });
  return [...lines, 'rule * deny all traffic'];
};

/** `a, b and c`. */
export const allOf = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;

/** A share with one decimal; never rounded to nothing or to all. */
export const percentText = (share: number): string => {
  if (share > 0 && share < 0.001) return 'under 0.1 %';
  if (share < 1 && share > 0.999) return 'over 99.9 %';
  return `${Math.round(share * 1000) / 10} %`;
};

/** A target in a sentence. */
export const targetWords = (target: string): string =>
  target === 'internet' ? 'the internet' : target === 'internet6' ? 'the internet over IPv6' : target;
