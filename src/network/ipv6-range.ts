import type { Subnet } from '../model/kinds/subnets.ts';

type Ranges = Subnet['ipv6Cidrs'];

/** States in which a subnet or a VPC has a range no more, or never got it. */
const settled: readonly string[] = ['disassociated', 'failing', 'failed'];

/** IPv6 ranges of which interfaces can have addresses, those that come or go among them. */
export const ipv6RangesInUse = (ranges: Ranges): readonly string[] =>
  ranges.filter(({ state }) => state === null || !settled.includes(state)).map(({ cidr }) => cidr);

/** The IPv6 range of a subnet: the one that is associated, else one that comes or goes. */
export const ipv6RangeOf = ({ ipv6Cidrs }: Pick<Subnet, 'ipv6Cidrs'>): string | null => {
  const associated = ipv6Cidrs.find(({ state }) => state === 'associated' || state === null);
  return associated?.cidr ?? ipv6RangesInUse(ipv6Cidrs)[0] ?? null;
};
