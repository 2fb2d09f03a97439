import { type AddressRange, rangeCidrs } from '../network/address.ts';
import type { Axis } from '../network/axis.ts';

const mostRanges = 5;

const startOf = ({ cuts }: Axis, atom: number): bigint => cuts[atom] ?? 0n;

/** The addresses of atoms, one range each. */
export const atomRanges = (axis: Axis, atoms: readonly number[]): AddressRange[] =>
  atoms.map((atom) => ({ family: axis.family, from: startOf(axis, atom), to: startOf(axis, atom + 1) }));

/** The fewest CIDR blocks that cover ranges of one family; what touches or overlaps is one. */
export const mergedCidrs = (ranges: readonly AddressRange[]): string[] => {
  const merged: AddressRange[] = [];
  for (const range of ranges.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))) {
    const last = merged.at(-1);
    if (last === undefined || last.to < range.from) merged.push(range);
    else if (last.to < range.to) merged.splice(-1, 1, { ...last, to: range.to });
  }
  return merged.flatMap(rangeCidrs);
};

/** The fewest blocks from one of two starts to one of two ends. */
const fewestCidrs = (family: Axis['family'], starts: readonly bigint[], ends: readonly bigint[]): string[] =>
  starts
    .flatMap((from) => ends.map((to) => rangeCidrs({ family, from, to })))
    .reduce((best, cidrs) => (cidrs.length < best.length ? cidrs : best));

/**
 * Some of the atoms that were asked about, as few blocks: what was not asked about, such as the private ranges within
 * the internet, may be covered with them.
 */
export const coveringCidrs = (axis: Axis, some: readonly number[], asked: readonly number[]): string[] => {
  const wanted = new Set(some);
  const inOrder = asked.toSorted((a, b) => a - b);
  return inOrder.flatMap((atom, index) => {
    if (!wanted.has(atom) || wanted.has(inOrder[index - 1] ?? -1)) return [];
    const next = inOrder.findIndex((other, at) => at > index && !wanted.has(other));
    const last = inOrder.at(next < 0 ? -1 : next - 1) ?? atom;
    const before = inOrder[index - 1];
    const after = next < 0 ? axis.atoms : (inOrder[next] ?? axis.atoms);
    return fewestCidrs(
      axis.family,
      [startOf(axis, atom), before === undefined ? 0n : startOf(axis, before + 1)],
      [startOf(axis, last + 1), startOf(axis, after)],
    );
  });
};

/** The first five blocks and the number of the rest. */
export const rangesText = (cidrs: readonly string[]): string => {
  const more = cidrs.length - mostRanges;
  if (more <= 0) return cidrs.join(', ');
  return `${cidrs.slice(0, mostRanges).join(', ')} and ${more} more ${more === 1 ? 'range' : 'ranges'}`;
};
