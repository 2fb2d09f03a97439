import type { RouteTableAssociation } from '../../model/kinds/route-tables.ts';
import type { Facts, FactsTable } from './facts.ts';
import { foundOnce } from './found-once.ts';
import type { Place } from './place.ts';

interface Link {
  readonly table: FactsTable;
  readonly state: RouteTableAssociation['state'];
}

/** Associations that are there, or are coming or going. */
const linksBy = (tables: readonly FactsTable[], matches: (association: RouteTableAssociation) => boolean): Link[] => {
  const links: Link[] = [];
  for (const table of tables)
    for (const association of table.associations) {
      const { state } = association;
      if (matches(association) && state !== 'disassociated' && state !== 'failed')
        links.push({ table, state: state ?? 'associated' });
    }
  return links;
};

const isStable = (links: readonly Link[]): boolean => links.every(({ state }) => state === 'associated');

const linksOf = ({ routeTables }: Facts, { subnetId, vpcId }: Place) => {
  const tables = routeTables?.filter((table) => table.vpcId === vpcId) ?? [];
  const main = linksBy(tables, (association) => association.main);
  const own = linksBy(routeTables ?? [], (association) => association.subnetId === subnetId);
  return { tables, main, own };
};

const findTable = foundOnce(
  (facts: Facts, place: Place): FactsTable | null => {
    const { own, main } = linksOf(facts, place);
    const links = own.length > 0 ? own : main;
    return isStable(links) ? (links[0]?.table ?? null) : null;
  },
  ({ subnetId, vpcId }) => `${subnetId} ${vpcId}`,
);

/**
 * The table of a subnet: the one associated with it, else the main table of its VPC; null if that cannot be told.
 * https://docs.aws.amazon.com/vpc/latest/userguide/subnet-route-tables.html
 */
export const tableOfSubnet = (facts: Facts, place: Place): FactsTable | null =>
  place.subnetId === null ? null : findTable(facts, place);

/**
 * Every table that may serve the subnet, while one association takes the place of another. What a table that is being
 * associated follows on is not said, unless the other one is still named. Empty if not all of them can be seen.
 */
export const tablesOfSubnet = (facts: Facts, place: Place): readonly FactsTable[] => {
  const table = tableOfSubnet(facts, place);
  if (table !== null || place.subnetId === null) return table === null ? [] : [table];
  const { tables, main, own } = linksOf(facts, place);
  const links = own.length > 0 ? own : main;
  const named = [...new Set(links.map((link) => link.table))];
  const states = new Set(links.map(({ state }) => state));
  const count = states.size;
  if (place.shared || count === 0) return [];
  if (states.has('disassociating') && count === 1) {
    const [next] = links === own && isStable(main) ? main : [];
    return next === undefined ? [] : [...named, next.table];
  }
  for (const state of states) if (state?.startsWith('unknown:')) return tables;
  return states.has('associating') && count === 1 ? tables : named;
};
