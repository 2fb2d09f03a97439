import { atomSize, spanOf } from './axis.ts';
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

/** Equal where every gate decides alike. */
export const segmentKey = (gates: readonly Gate[], atom: number): string => {
  let key = '';
  for (const { list } of gates) key += ` ${list.segments[atom]}`;
  return key;
};

const sourceGroups = (context: PathContext, path: Path): SourceGroup[] => {
  const { range } = context;
  const gates = allGatesOf(path).filter((gate) => gate.address === 'function');
  if (range === null) return [{ atom: 0, weight: 1 }];
  const span = spanOf(context.axis, range);
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
  readonly gates: readonly Gate[];
  readonly sources: readonly SourceGroup[];
  /** Only rule lists decide on it, so that nothing of it names a route that stops packets. */
  readonly isPlain: boolean;
}

const isPlain = ({ steps, alternatives }: Path): boolean =>
  alternatives.length === 0 && steps.every(({ outcome }) => outcome.kind === 'passes' || outcome.kind === 'gate');

type KeyOf = (atom: number) => string;

/** Of the atoms with one key the one with most addresses, since its route is the one that most packets take. */
const largestOf = ({ axis }: PathContext, atoms: readonly number[], keyOf: KeyOf): ReadonlyMap<string, number> => {
  const largest = new Map<string, number>();
  for (const atom of atoms) {
    const key = keyOf(atom);
    const rival = largest.get(key);
    if (rival === undefined || atomSize(axis, atom) > atomSize(axis, rival)) largest.set(key, atom);
  }
  return largest;
};

/** Routes alike share a path as long as nothing but rule lists can stop a packet on it. */
export const sharedPaths = (context: PathContext, atoms: readonly number[]): ((atom: number) => SharedPath) => {
  const { alike, exact } = pathKeys(context);
  const largest = largestOf(context, atoms, alike);
  const known = new Map<string, SharedPath>();
  const make = (atom: number, key: string): SharedPath => {
    const path = pathAt(context, atom);
    const gates = allGatesOf(path).filter((gate) => gate.address === 'destination');
    return { key, path, gates, sources: sourceGroups(context, path), isPlain: isPlain(path) };
  };
  return (atom) => {
    const key = alike(atom);
    const shared = memoised(known, key, () => make(largest.get(key) ?? atom, key));
    if (shared.isPlain) return shared;
    const own = `exactly ${exact(atom)}`;
    return memoised(known, own, () => make(atom, own));
  };
};
