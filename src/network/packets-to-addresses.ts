import type { Subnet } from '../model/kinds/subnets.ts';
import type { AddressRange, Family } from './address.ts';
import { spanOf } from './axis.ts';
import type { Addresses, SomeAddresses } from './destination.ts';
import type { Doubt } from './doubt.ts';
import type { PathContext } from './path/context.ts';
import { type ReachClass, reachClasses } from './reach.ts';
import { doubtAboutRanges } from './unread-ranges.ts';
import { type Asked, vantageOf } from './vantage.ts';
import { type JudgedClass, judge, type TargetVerdict, targetVerdict, verdictOfParts } from './verdict.ts';
import type { Sender, World } from './world.ts';

/** Where packets start. */
export interface Vantage {
  readonly world: World;
  readonly fn: Sender;
  readonly subnet: Subnet;
  readonly securityGroupIds: readonly string[];
  /** Why the subnet's record could not be read, so that only its id is known. */
  readonly unread: Doubt | null;
}

/** What packets meet; `doubt` says why the verdict is less certain than the paths. */
export interface Packets {
  readonly context: PathContext;
  readonly reached: readonly ReachClass[];
  readonly found: TargetVerdict;
  readonly doubt: Doubt | null;
  /** What packets meet on other ways that a name may lead to, and that fail as well. */
  readonly besides?: readonly Packets[];
}

export const contextOf = (vantage: Vantage, family: Family, asked: Asked): PathContext => {
  const { world, fn, subnet, securityGroupIds, unread } = vantage;
  return vantageOf(world, fn, subnet, securityGroupIds, family, asked, unread);
};

const atomsIn = ({ axis }: PathContext, ranges: readonly AddressRange[]): Set<number> => {
  const atoms = new Set<number>();
  for (const range of ranges) {
    const span = spanOf(axis, range);
    for (let atom = span.from; atom < span.to; atom += 1) atoms.add(atom);
  }
  return atoms;
};

export const unknownVerdict: TargetVerdict = { verdict: 'unknown', share: null, classes: [], exceptions: [] };

export const toAddresses = (vantage: Vantage, { family, ranges, port }: Addresses, target: string): Packets => {
  const context = contextOf(vantage, family, { target, ranges, endpoint: null });
  const reached = reachClasses(context, [...atomsIn(context, ranges)], port);
  const found = targetVerdict(reached.map(judge));
  const doubt = doubtAboutRanges(context, found);
  return { context, reached, found: doubt === null ? found : unknownVerdict, doubt };
};

/** What is certain of an interface that has one of these addresses: what they all have in common, else nothing. */
const inCommon = (classes: readonly JudgedClass[]): TargetVerdict => {
  const found = targetVerdict(classes);
  const agree = classes.every(({ verdict }) => verdict === found.verdict);
  const sameShare = classes.every(({ bounds }) => bounds.lower === classes[0]?.bounds.lower);
  if (agree) return sameShare ? found : { ...found, share: null };
  return unknownVerdict;
};

const meanOf = (shares: readonly (number | null)[]): number | null => {
  const known = shares.filter((share) => share !== null);
  return known.length < shares.length ? null : known.reduce((sum, share) => sum + share, 0) / known.length;
};

/** To one interface in each subnet, wherever in the subnet it is. */
export const toSomeAddresses = (vantage: Vantage, destination: SomeAddresses, target: string): Packets => {
  const { family, subnets, port, endpoint, doubt } = destination;
  const context = contextOf(vantage, family, { target, ranges: subnets.flat(), endpoint });
  const reached = reachClasses(context, [...atomsIn(context, subnets.flat())], port);
  const judged = reached.map(judge);
  const found = subnets.map((ranges) => {
    const atoms = atomsIn(context, ranges);
    return inCommon(judged.filter(({ reach }) => reach.atoms.some((atom) => atoms.has(atom))));
  });
  return {
    context,
    reached,
    found: {
      verdict: verdictOfParts(found.map(({ verdict }) => verdict)),
      share: meanOf(found.map(({ share }) => share)),
      classes: [...new Set(found.flatMap(({ classes }) => classes))],
      exceptions: [],
    },
    doubt: found.some(({ classes }) => classes.length === 0) ? doubt : null,
  };
};
