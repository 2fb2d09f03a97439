export type Family = 'ipv4' | 'ipv6';

/** The family of an address or CIDR block. */
export const familyOf = (text: string): Family => (text.includes(':') ? 'ipv6' : 'ipv4');

export const ofFamily = (family: Family, texts: readonly string[]): string[] =>
  texts.filter((text) => familyOf(text) === family);

const widths = { ipv4: 32, ipv6: 128 } as const;

/** Where an address lies alone: 10.0.1.25/32. */
export const alone = (address: string): string => `${address}/${widths[familyOf(address)]}`;

/** The eight groups of an IPv6 address, with the zeros for which `::` stands. */
const groupsOf = (text: string): string[] => {
  const [before = [], after = []] = text.split('::').map((part) => part.split(':').filter((group) => group !== ''));
  return [...before, ...Array.from({ length: 8 - before.length - after.length }, () => '0'), ...after];
};

/** An address as a number. */
const numberOf = (text: string): bigint =>
  familyOf(text) === 'ipv4'
    ? text.split('.').reduce((number, part) => number * 256n + BigInt(part), 0n)
    : groupsOf(text).reduce((number, group) => number * 65536n + BigInt(`0x${group}`), 0n);

/** A number as an address, written as the kernel writes it. */
export const textOf = (family: Family, number: bigint): string => {
  const part = (shift: number, mask: bigint): bigint => (number >> BigInt(shift)) & mask;
  if (family === 'ipv4') return [24, 16, 8, 0].map((shift) => part(shift, 255n)).join('.');
  const groups = [112, 96, 80, 64, 48, 32, 16, 0].map((shift) => part(shift, 65535n).toString(16));
  return new URL(`http://[${groups.join(':')}]`).hostname.slice(1, -1);
};

/** First and last address of a CIDR block. */
export const boundsOf = (cidr: string): readonly [first: bigint, last: bigint] => {
  const [address = '', prefix] = cidr.split('/');
  const width = widths[familyOf(address)];
  const size = 1n << BigInt(width - Number(prefix ?? width));
  const first = numberOf(address) - (numberOf(address) % size);
  return [first, first + size - 1n];
};

export const isWithin = (address: string, cidr: string): boolean => {
  const [first, last] = boundsOf(cidr);
  return familyOf(address) === familyOf(cidr) && first <= numberOf(address) && numberOf(address) <= last;
};
