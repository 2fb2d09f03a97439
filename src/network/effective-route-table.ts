import type { RouteTable, RouteTableAssociation } from '../model/kinds/route-tables.ts';
import type { Subnet } from '../model/kinds/subnets.ts';
import type { Doubt } from './doubt.ts';
import { memoised } from './memoised.ts';
import { itemsInVpc, type World } from './world.ts';

/** How a subnet comes by its table. https://docs.aws.amazon.com/vpc/latest/userguide/subnet-route-tables.html */
export type EffectiveRouteTable =
  | { readonly status: 'found'; readonly table: RouteTable; readonly how: 'explicit' | 'main' }
  /** `candidates` are all tables of the account's own VPC that can be the one; empty where they cannot all be told. */
  | { readonly status: 'unknown'; readonly doubt: Doubt; readonly candidates: readonly RouteTable[] };

/** A table with the state of an association that serves, begins to serve or ceases to serve. */
interface Serving {
  readonly table: RouteTable;
  readonly state: RouteTableAssociation['state'];
}

const servingBy = (
  tables: readonly RouteTable[],
  matches: (association: RouteTableAssociation) => boolean,
): Serving[] =>
  tables.flatMap((table) =>
    table.associations
      .filter((association) => matches(association))
      .filter(({ state }) => state !== 'disassociated' && state !== 'failed')
      .map(({ state }) => ({ table, state })),
  );

const isSettled = ({ state }: Serving): boolean => state === 'associated' || state === null;

/**
 * Tables of which one serves while an association changes, those that an association names last. AWS does not say when
 * the change takes effect, and a table that is being associated alone can follow on any other, which is no longer named.
 */
const whileChanging = (
  serving: readonly Serving[],
  every: readonly RouteTable[],
  main: RouteTable | null,
): readonly RouteTable[] => {
  const named = [...new Set(serving.map(({ table }) => table))];
  if (serving.every(({ state }) => state === 'disassociating')) return main === null ? [] : [main, ...named];
  const isReplacement = serving.some((each) => isSettled(each) || each.state === 'disassociating');
  return isReplacement && serving.every((each) => isSettled(each) || /^(dis)?associating$/.test(each.state ?? ''))
    ? named
    : [...every.filter((table) => !named.includes(table)), ...named];
};

/** The table that serves, or those that can; null if no association is left. */
const chosen = (
  serving: readonly Serving[],
  how: 'explicit' | 'main',
  every: readonly RouteTable[],
  main: RouteTable | null,
  label: string,
): EffectiveRouteTable | null => {
  const changing = serving.find((each) => !isSettled(each));
  const [first] = serving;
  if (first === undefined) return null;
  if (changing === undefined) return { status: 'found', table: first.table, how };
  const { table, state } = changing;
  const what = `the association of ${label} with ${table.id} is in state ${state}`;
  const doubt: Doubt = { kind: 'not-evaluated', resource: table.id, what };
  return { status: 'unknown', doubt, candidates: whileChanging(serving, every, main) };
};

const findEffective = (world: World, { id, vpcId }: Subnet): EffectiveRouteTable => {
  if (world.routeTables.status === 'unavailable')
    return { status: 'unknown', doubt: world.routeTables.doubt, candidates: [] };
  const every = itemsInVpc(world.routeTables, vpcId);
  const ofVpc = servingBy(every, ({ main }) => main);
  const main = chosen(ofVpc, 'main', every, null, vpcId);
  const ofSubnet = servingBy(every, ({ subnetId }) => subnetId === id);
  const own = chosen(ofSubnet, 'explicit', every, main?.status === 'found' ? main.table : null, id);
  const missing: Doubt = { kind: 'missing', resource: `the main route table of ${vpcId}` };
  return own ?? main ?? { status: 'unknown', doubt: missing, candidates: [] };
};

/** Those that were looked for before: rules and paths of every function in a subnet ask for its table. */
const found = new WeakMap<World, Map<string, EffectiveRouteTable>>();

/** The table associated with the subnet, else the VPC's main table. */
export const effectiveRouteTable = (world: World, subnet: Subnet): EffectiveRouteTable => {
  const tables = found.get(world) ?? new Map<string, EffectiveRouteTable>();
  found.set(world, tables);
  return memoised(tables, `${subnet.id} ${subnet.vpcId}`, () => findEffective(world, subnet));
};
