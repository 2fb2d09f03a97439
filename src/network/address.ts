/** An address family; rules and routes of one never cover the other. */
export type Family = 'ipv4' | 'ipv6';

/** Addresses `from` to `to`, `to` excluded. */
export interface AddressRange {
  readonly family: Family;
  readonly from: bigint;
  readonly to: bigint;
}

export const addressBits: Readonly<Record<Family, number>> = { ipv4: 32, ipv6: 128 };

const parseIpv4 = (text: string): bigint | null => {
  const parts = text.split('.');
  if (parts.length !== 4) return null;
  let value = 0n;
  for (const part of parts) {
    if (!/^(0|[1-9]\d{0,2})$/.test(part) || Number(part) > 255) return null;
    value = value * 256n + BigInt(part);
  }
  return value;
};

const groupsOf = (text: string): string[] | null => {
  if (text === '') return [];
  const groups = text.split(':');
  const last = groups.at(-1) ?? '';
  if (last.includes('.')) {
    const embedded = parseIpv4(last);
    if (embedded === null) return null;
    groups.splice(-1, 1, (embedded >> 16n).toString(16), (embedded & 0xffffn).toString(16));
  }
  return groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group)) ? groups : null;
};

const parseIpv6 = (text: string): bigint | null => {
  const halves = text.split('::');
  if (halves.length > 2) return null;
  const head = groupsOf(halves[0] ?? '');
  const tail = halves.length === 2 ? groupsOf(halves[1] ?? '') : [];
  if (head === null || tail === null) return null;
  const missing = 8 - head.length - tail.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return null;
  const groups = [...head, ...Array.from({ length: missing }, () => '0'), ...tail];
  return groups.reduce((value, group) => value * 65536n + BigInt(`0x${group}`), 0n);
};

const familyOf = (text: string): Family => (text.includes(':') ? 'ipv6' : 'ipv4');

/** One address, `10.0.0.7` or `2001:db8::7`; null if it is none. */
export const parseAddress = (text: string): { readonly family: Family; readonly value: bigint } | null => {
  const family = familyOf(text);
  const value = family === 'ipv6' ? parseIpv6(text) : parseIpv4(text);
  return value === null ? null : { family, value };
};

const parseBlock = (text: string): AddressRange | null => {
  const slash = text.indexOf('/');
  const address = parseAddress(slash < 0 ? text : text.slice(0, slash));
  if (address === null) return null;
  const bits = addressBits[address.family];
  const prefixText = slash < 0 ? String(bits) : text.slice(slash + 1);
  if (!/^(0|[1-9]\d{0,2})$/.test(prefixText) || Number(prefixText) > bits) return null;
  const size = 1n << BigInt(bits - Number(prefixText));
  const from = address.value - (address.value % size);
  return { family: address.family, from, to: from + size };
};

/** Networks name few blocks and name them often, in every route table and rule list that a path passes. */
const parsed = new Map<string, AddressRange | null>();

/** A CIDR block; bits behind the prefix are ignored, as AWS ignores them. Null if the text is none. */
export const parseCidr = (text: string): AddressRange | null => {
  const known = parsed.get(text);
  if (known !== undefined) return known;
  const block = parseBlock(text);
  parsed.set(text, block);
  return block;
};

/** Length of the prefix of a range that is one CIDR block. */
export const prefixLength = (range: AddressRange): number =>
  addressBits[range.family] - ((range.to - range.from).toString(2).length - 1);

const formatIpv4 = (value: bigint): string =>
  [24n, 16n, 8n, 0n].map((shift) => String((value >> shift) & 255n)).join('.');

/** RFC 5952: lower case, no leading zeros, the longest run of zero groups (two or more) as `::`. */
const formatIpv6 = (value: bigint): string => {
  const groups = Array.from({ length: 8 }, (_, index) => ((value >> BigInt(16 * (7 - index))) & 0xffffn).toString(16));
  let best = { start: -1, length: 1 };
  for (let start = 0; start < 8; start += 1) {
    let length = 0;
    while (groups[start + length] === '0') length += 1;
    if (length > best.length) best = { start, length };
  }
  if (best.start < 0) return groups.join(':');
  return `${groups.slice(0, best.start).join(':')}::${groups.slice(best.start + best.length).join(':')}`;
};

export const formatAddress = (family: Family, value: bigint): string =>
  family === 'ipv4' ? formatIpv4(value) : formatIpv6(value);

/** The fewest CIDR blocks that make up a range. */
export const rangeCidrs = (range: AddressRange): string[] => {
  const bits = addressBits[range.family];
  const cidrs: string[] = [];
  let from = range.from;
  while (from < range.to) {
    let size = 1n << BigInt(bits);
    while (from % size !== 0n || from + size > range.to) size >>= 1n;
    cidrs.push(`${formatAddress(range.family, from)}/${bits - (size.toString(2).length - 1)}`);
    from += size;
  }
  return cidrs;
};
