import type { Subnet } from '../../model/kinds/subnets.ts';
import type { Note } from '../../model/report.ts';
import { routeText } from '../../network/words.ts';
import { lookup, type World } from '../../network/world.ts';
import type { Observation } from '../rule.ts';
import { defaultRouteOf, tableIdOf } from './ways-out.ts';

const outcomes = { reachable: 'works', blocked: 'fails', partial: 'works only in part', unknown: 'cannot be told' };

/** The subnet's table, and its default route where that leads to the target. */
const wayOf = (hints: World, subnet: Subnet, target: string): string => {
  const table = tableIdOf(hints, subnet);
  const route = target === 'internet' ? defaultRouteOf(hints, subnet) : null;
  return table === null ? '' : `, ${table}${route === null ? '' : ` (${routeText(route)})`}`;
};

/** What was seen from one subnet: its zone, its table and the outcome. */
export const observed = (hints: World, { subnetId, verdict, target }: Observation): Note => {
  const subnet = lookup(hints.subnets, subnetId);
  if (subnet.status !== 'found') return { resource: subnetId, note: outcomes[verdict] };
  const zone = subnet.item.availabilityZoneId ?? 'unknown zone';
  return { resource: subnetId, note: `${zone}${wayOf(hints, subnet.item, target)}: ${outcomes[verdict]}` };
};
