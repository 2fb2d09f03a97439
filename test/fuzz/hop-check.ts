import type { SubnetAnswer } from '../../src/model/report.ts';
import type { Trace } from '../../src/network/trace.ts';
import type { Expectation } from './expected-verdict.ts';

/** Ids of a hop; groups that act together are listed. */
const idsOf = (resource: string): readonly string[] => resource.split(/, */);

/** Ends to which a route may be at fault for leading. */
const elsewhere: readonly string[] = ['peering-connection', 'transit-gateway', 'vpc-endpoint', 'nat-gateway'];

/** The function's own interface is no resource of its own, and an address in no subnet is none at all. */
const unnamed: readonly string[] = ['network-interface', 'target'];

/** What stops a packet, and the route that led it there. */
const stoppersOf = ({ stoppedBy, hops }: Trace): readonly string[] => {
  const stoppers = idsOf(stoppedBy ?? '');
  const led = hops.flatMap(({ where, resource }, index) => {
    if (!elsewhere.includes(where) || !stoppers.includes(resource)) return [];
    return hops.slice(0, index).findLast((hop) => hop.where === 'route')?.resource ?? [];
  });
  const last = hops.at(-1)?.where ?? '';
  const own = unnamed.includes(last) ? [last] : [];
  return [...own, ...stoppers, ...led];
};

/** Where nothing works, the hops are those of one range of addresses; all that stops packets to it must be marked. */
export const wrongHops = ({ hops }: SubnetAnswer, { verdict, outcomes }: Expectation): readonly string[] => {
  if (verdict !== 'blocked') return [];
  const marked = hops
    .filter((hop) => hop.verdict === 'blocks' || hop.verdict === 'partial')
    .flatMap(({ hop, resource }) => [hop, ...idsOf(resource)]);
  const agrees = outcomes.some(({ stops }) =>
    [...stops.values()].every((stopped) => stoppersOf(stopped).some((id) => marked.includes(id))),
  );
  const all = new Set(outcomes.flatMap(({ stops }) => [...stops.keys()]));
  return agrees ? [] : [`hops mark ${marked.join(', ')}, packets stop at ${[...all].join('; ')}`];
};
