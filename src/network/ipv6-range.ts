import type { Subnet } from '../model/kinds/subnets.ts';

/** States in which a subnet has a range no more, or never got it. */
const settled: readonly string[] = ['disassociated', 'failing', 'failed'];

/** The IPv6 range of a subnet: the one in use, else one that comes or goes. */
export const ipv6RangeOf = ({ ipv6Cidrs }: Pick<Subnet, 'ipv6Cidrs'>): string | null => {
  const associated = ipv6Cidrs.find(({ state }) => state === 'associated' || state === null);
  const changing = ipv6Cidrs.find(({ state }) => state !== null && !settled.includes(state));
  return (associated ?? changing)?.cidr ?? null;
};
