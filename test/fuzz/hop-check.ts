import type { SubnetAnswer } from '../../src/model/report.ts';
import type { Trace } from '../../src/network/trace.ts';
import type { Expectation } from './expectation.ts';

/** Ids of a hop; groups that act together are listed. */
const idsOf = (resource: string): readonly string[] => resource.split(/, */);

/** What stops a packet, and the route that led it there. */
const stoppersOf = ({ stoppedBy, hops }: Trace): readonly string[] => {
  const elsewhere = ['peering-connection', 'transit-gateway', 'vpc-endpoint', 'nat-gateway'];
  const led = elsewhere.includes(hops.at(-1)?.where ?? '')
    ? hops.findLast(({ where }) => where === 'route')
    : undefined;
  return [...idsOf(stoppedBy ?? ''), ...(led === undefined ? [] : [led.resource])];
};

/** Where nothing works, the hops are those of one range of addresses; all that stops packets to it must be marked. */
export const wrongHops = ({ hops }: SubnetAnswer, { verdict, outcomes }: Expectation): readonly string[] => {
  if (verdict !== 'blocked') return [];
  const marked = hops
    .filter((hop) => hop.verdict === 'blocks' || hop.verdict === 'partial')
    .flatMap(({ resource }) => idsOf(resource));
  const agrees = outcomes.some(({ stops }) =>
    [...stops.values()].every((stopped) => stoppersOf(stopped).some((id) => marked.includes(id))),
  );
  const all = new Set(outcomes.flatMap(({ stops }) => [...stops.keys()]));
  return agrees ? [] : [`hops mark ${marked.join(', ')}, packets stop at ${[...all].join('; ')}`];
};
