import { type AddressRange, addressBits, type Family, rangeCidrs } from './address.ts';

/**
 * The address line of one family, cut at every bound of every CIDR block that can matter. Between two neighbouring
 * cuts (an atom) every rule and every route treats all addresses alike. Atoms are numbered from 0.
 */
export interface Axis {
  readonly family: Family;
  /** Sorted; the first is 0, the last is one past the highest address. */
  readonly cuts: readonly bigint[];
  readonly atoms: number;
  readonly rankOf: ReadonlyMap<string, number>;
  /** Spans that were asked for before. */
  readonly spans: Map<AddressRange, Span>;
}

/** Atoms `from` to `to`, `to` excluded. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export const axisOf = (family: Family, ranges: Iterable<AddressRange>): Axis => {
  const bounds = new Map<string, bigint>();
  const add = (value: bigint): void => void bounds.set(value.toString(36), value);
  add(0n);
  add(1n << BigInt(addressBits[family]));
  for (const range of ranges)
    if (range.family === family) {
      add(range.from);
      add(range.to);
    }
  const cuts = [...bounds.values()].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return {
    family,
    cuts,
    atoms: cuts.length - 1,
    rankOf: new Map(cuts.map((cut, rank) => [cut.toString(36), rank])),
    spans: new Map(),
  };
};

const cutAt = (axis: Axis, rank: number): bigint => axis.cuts[rank] ?? 0n;

/** The atoms of a range whose bounds are cuts; an error means that a range was left out when the axis was made. */
export const spanOf = (axis: Axis, range: AddressRange): Span => {
  const known = axis.spans.get(range);
  if (known !== undefined) return known;
  const from = axis.rankOf.get(range.from.toString(36));
  const to = axis.rankOf.get(range.to.toString(36));
  if (from === undefined || to === undefined) throw new Error('a range is not on the axis');
  const span = { from, to };
  axis.spans.set(range, span);
  return span;
};

/** Number of addresses in an atom; exact below 2^53, which holds for IPv4. */
export const atomSize = (axis: Axis, atom: number): number => Number(cutAt(axis, atom + 1) - cutAt(axis, atom));

/** The fewest CIDR blocks that cover these atoms. */
export const atomCidrs = (axis: Axis, atoms: readonly number[]): string[] => {
  const cidrs: string[] = [];
  let index = 0;
  while (index < atoms.length) {
    const start = atoms[index] ?? 0;
    let end = start;
    while (atoms[index + 1] === end + 1) {
      index += 1;
      end += 1;
    }
    cidrs.push(...rangeCidrs({ family: axis.family, from: cutAt(axis, start), to: cutAt(axis, end + 1) }));
    index += 1;
  }
  return cidrs;
};
