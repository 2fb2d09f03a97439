/** An IPv4 address as a number. */
export const numberOf = (text: string): number =>
  text.split('.').reduce((number, part) => number * 256 + Number(part), 0);

export const textOf = (number: number): string => [24, 16, 8, 0].map((shift) => (number >>> shift) & 255).join('.');

/** First and last address of a CIDR block. */
export const boundsOf = (cidr: string): readonly [first: number, last: number] => {
  const [address = '', prefix = '32'] = cidr.split('/');
  const size = 2 ** (32 - Number(prefix));
  const first = numberOf(address) - (numberOf(address) % size);
  return [first, first + size - 1];
};
