import { type Axis, atomSize } from './axis.ts';

/** Atoms that have something in common. */
export interface Atoms {
  readonly atoms: readonly number[];
  /** The one of them with most addresses. */
  readonly largest: number;
  /** Number of addresses. */
  readonly size: number;
}

export interface GrowingAtoms {
  readonly atoms: number[];
  largest: number;
  size: number;
}

/** None yet; the first that is added will be this one. */
export const noneBefore = (first: number): GrowingAtoms => ({ atoms: [], largest: first, size: 0 });

export const addAtom = (axis: Axis, group: GrowingAtoms, atom: number): void => {
  const size = atomSize(axis, atom);
  group.atoms.push(atom);
  group.size += size;
  if (size > atomSize(axis, group.largest)) group.largest = atom;
};
