import { type Atoms, addAtom, type GrowingAtoms, noneBefore } from './atoms.ts';
import { atomSize, spanOf } from './axis.ts';
import type { AlikeAtoms } from './compiled.ts';
import { memoised } from './memoised.ts';
import type { PathContext } from './path/context.ts';
import { pathKeys } from './path/path-key.ts';
import { type Path, pathAt } from './path.ts';
import type { Gate } from './step.ts';

/** Addresses that the function can have in its subnet and that every gate on the path treats alike. */
export interface SourceGroup {
  readonly atom: number;
  /** Share of the subnet's addresses. */
  readonly weight: number;
}

export const gatesOf = ({ gates }: Path): readonly Gate[] => gates;

const allGatesOf = (path: Path): Gate[] => [path, ...path.alternatives].flatMap(gatesOf);

/** Gates that do not treat all addresses alike. */
const discerning = (gates: readonly Gate[]): Gate[] => gates.filter(({ list }) => list.decisions.length > 1);

/** Equal where every gate decides alike. */
const segmentKey = (gates: readonly Gate[], atom: number): string => {
  let key = '';
  for (const { list } of gates) key += ` ${list.segments[atom]}`;
  return key;
};

const sourceGroups = (context: PathContext, path: Path): SourceGroup[] => {
  const { range } = context;
  if (range === null) return [{ atom: 0, weight: 1 }];
  const gates = discerning(allGatesOf(path).filter((gate) => gate.address === 'function'));
  const span = spanOf(context.axis, range);
  if (gates.length === 0) return [{ atom: span.from, weight: 1 }];
  const total = Number(range.to - range.from);
  const groups = new Map<string, SourceGroup>();
  for (let atom = span.from; atom < span.to; atom += 1) {
    const key = segmentKey(gates, atom);
    const known = groups.get(key);
    const weight = atomSize(context.axis, atom) / total;
    groups.set(key, { atom: known?.atom ?? atom, weight: (known?.weight ?? 0) + weight });
  }
  return [...groups.values()];
};

/** A path and what tells addresses apart for which it is the same. */
export interface SharedPath {
  readonly key: string;
  readonly path: Path;
  /** Those that do not treat all destinations alike. */
  readonly gates: readonly Gate[];
  readonly sources: readonly SourceGroup[];
  /** Only rule lists decide on it, so that nothing of it names a route that stops packets. */
  readonly isPlain: boolean;
}

const isPlain = ({ steps, alternatives }: Path): boolean =>
  alternatives.length === 0 && steps.every(({ outcome }) => outcome.kind === 'passes' || outcome.kind === 'gate');

const makeAlike = (context: PathContext, atoms: readonly number[]): AlikeAtoms[] => {
  const { alike, sharesKey } = pathKeys(context);
  const groups = new Map<string, GrowingAtoms & { readonly key: string }>();
  const groupOf = (atom: number) => {
    const key = alike(atom);
    return memoised(groups, key, () => ({ key, ...noneBefore(atom) }));
  };
  let last = atoms[0] ?? 0;
  let group = groupOf(last);
  for (const atom of atoms) {
    if (!sharesKey(last, atom)) group = groupOf(atom);
    last = atom;
    addAtom(context.axis, group, atom);
  }
  return [...groups.values()];
};

/** Atoms by the routes that take them, which is the same for all functions in the subnet. */
const alikeAtoms = (context: PathContext, atoms: readonly number[]): readonly AlikeAtoms[] =>
  memoised(context.start.alike, `${atoms.length}`, () => makeAlike(context, atoms));

/** A path with the atoms that take it. */
export interface TakenPath extends Atoms {
  readonly path: SharedPath;
}

/** Paths with what takes them. Routes alike share one as long as nothing but rule lists can stop a packet on it. */
export const sharedPaths = (context: PathContext, atoms: readonly number[]): TakenPath[] => {
  const make = (atom: number, key: string): SharedPath => {
    const path = pathAt(context, atom, key);
    const gates = discerning(allGatesOf(path).filter((gate) => gate.address === 'destination'));
    return { key, path, gates, sources: sourceGroups(context, path), isPlain: isPlain(path) };
  };
  return alikeAtoms(context, atoms).flatMap((group): readonly TakenPath[] => {
    const shared = make(group.largest, group.key);
    if (shared.isPlain) return [{ ...group, path: shared }];
    const { exact } = pathKeys(context);
    const apart = new Map<string, GrowingAtoms & { readonly path: SharedPath }>();
    for (const atom of group.atoms) {
      const key = `exactly ${exact(atom)}`;
      const taken = memoised(apart, key, () => ({ path: make(atom, key), ...noneBefore(atom) }));
      addAtom(context.axis, taken, atom);
    }
    return [...apart.values()];
  });
};
