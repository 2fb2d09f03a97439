import { type AddressRange, addressBits, type Family } from './address.ts';

/**
 * The address line of one family, cut at every bound of every CIDR block that can matter. Between two neighbouring
 * cuts (an atom) every rule and every route treats all addresses alike. Atoms are numbered from 0.
 */
export interface Axis {
  readonly family: Family;
  /** Sorted; the first is 0, the last is one past the highest address. */
  readonly cuts: readonly bigint[];
  readonly atoms: number;
  /** Number of addresses in each atom; exact below 2^53, which holds for IPv4. */
  readonly sizes: readonly number[];
  readonly rankOf: ReadonlyMap<CutKey, number>;
  /** Spans that were asked for before. */
  readonly spans: Map<AddressRange, Span>;
}

/** A cut as the key of a map: the engine hashes only the low digits of a bigint, in which IPv6 blocks are all alike. */
type CutKey = number | string;

/** Atoms `from` to `to`, `to` excluded. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

const keyOf = (family: Family, cut: bigint): CutKey => (family === 'ipv4' ? Number(cut) : cut.toString(36));

/** IPv4 bounds are exact as numbers, which sort several times as fast as bigints. */
const ascending = (family: Family, bounds: Iterable<bigint>): bigint[] =>
  family === 'ipv4'
    ? Array.from(Float64Array.from(bounds, Number).sort(), BigInt)
    : [...bounds].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));

export const axisOf = (family: Family, ranges: Iterable<AddressRange>): Axis => {
  const bounds = new Map<CutKey, bigint>();
  const add = (value: bigint): void => void bounds.set(keyOf(family, value), value);
  add(0n);
  add(1n << BigInt(addressBits[family]));
  for (const range of new Set(ranges))
    if (range.family === family) {
      add(range.from);
      add(range.to);
    }
  const cuts = ascending(family, bounds.values());
  return {
    family,
    cuts,
    atoms: cuts.length - 1,
    sizes: cuts.slice(1).map((cut, atom) => Number(cut - (cuts[atom] ?? 0n))),
    rankOf: new Map(cuts.map((cut, rank) => [keyOf(family, cut), rank])),
    spans: new Map(),
  };
};

/** The atom that holds an address. */
export const atomOf = ({ cuts }: Axis, address: bigint): number => {
  let [from, to] = [0, cuts.length - 1];
  while (to - from > 1) {
    const middle = (from + to) >> 1;
    if (address >= (cuts[middle] ?? 0n)) from = middle;
    else to = middle;
  }
  return from;
};

/** The atoms of a range whose bounds are cuts; an error means that a range was left out when the axis was made. */
export const spanOf = (axis: Axis, range: AddressRange): Span => {
  const known = axis.spans.get(range);
  if (known !== undefined) return known;
  const from = axis.rankOf.get(keyOf(axis.family, range.from));
  const to = axis.rankOf.get(keyOf(axis.family, range.to));
  if (from === undefined || to === undefined) throw new Error('a range is not on the axis');
  const span = { from, to };
  axis.spans.set(range, span);
  return span;
};

/** The atoms that lie in a range whole, whether or not its bounds are cuts. */
export const atomsWithin = (axis: Axis, range: AddressRange): Span => {
  const known = axis.rankOf.get(keyOf(axis.family, range.from));
  const first = known ?? atomOf(axis, range.from) + 1;
  const end = axis.rankOf.get(keyOf(axis.family, range.to)) ?? atomOf(axis, range.to);
  return { from: first, to: Math.max(first, end) };
};

/** Number of addresses in an atom. */
export const atomSize = ({ sizes }: Axis, atom: number): number => sizes[atom] ?? 0;
