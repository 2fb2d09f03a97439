import type { Answer, HopKind, SubnetAnswer } from '../../model/report.ts';
import { hopWords, percent, targetWords } from '../words.ts';
import { type Block, gridBlock } from './block.ts';
import { decidingHop, hopSentence } from './path.ts';
import type { Screen } from './screen.ts';
import { subnetCell } from './standing.ts';

/** Hops that say by which way traffic leaves the subnet. */
const ways: readonly HopKind[] = [
  'nat-gateway',
  'nat-instance',
  'vpc-endpoint',
  'transit-gateway',
  'peering-connection',
  'egress-only-internet-gateway',
];

const shareWords = ({ verdict, share }: SubnetAnswer): readonly string[] =>
  verdict === 'partial' && share !== null ? [`${percent(share)} of the possible connections work`] : [];

/** How a subnet gets out, or what stops it. */
const howOf = (subnet: SubnetAnswer, screen: Screen): string => {
  const stop = decidingHop(subnet);
  if (stop !== undefined) return [...shareWords(subnet), hopSentence(stop, screen)].join('; ');
  const way = subnet.hops.find(({ hop }) => ways.includes(hop));
  return way === undefined ? shareWords(subnet).join('') : `${hopWords[way.hop]} ${screen.labels.of(way.resource)}`;
};

/** Whether every subnet has the same answer for the same reason, so that one sentence has told it. */
export const isUniform = ({ subnets }: Answer, screen: Screen): boolean =>
  new Set(subnets.map((subnet) => `${subnet.verdict} ${howOf(subnet, screen)}`)).size < 2;

/**
 * One row a subnet: its zone, its answer and why; what an earlier subnet has told is not told twice. The target is named
 * where there are several.
 */
export const subnetsGrid = ({ target, expected, subnets }: Answer, nameTarget: boolean, screen: Screen): Block => {
  const wide = screen.layout === 'wide';
  const told = new Map<string, SubnetAnswer>();
  const rows = subnets.map((subnet) => {
    const how = howOf(subnet, screen);
    const first = told.get(`${subnet.verdict} ${how}`) ?? subnet;
    told.set(`${subnet.verdict} ${how}`, first);
    const repeated = subnet !== first && how !== '';
    return { subnet, how: repeated ? `the same as ${screen.labels.nameOf(first.subnetId)}` : how };
  });
  return gridBlock(
    ['Subnet', 'Zone', 'Zone id', 'Answer', 'How / why not'],
    rows.map(({ subnet, how }) => [
      { text: screen.labels.of(subnet.subnetId) },
      { text: subnet.availabilityZone ?? '' },
      { text: wide ? (subnet.availabilityZoneId ?? '') : '' },
      subnetCell(subnet.verdict, expected),
      { text: how },
    ]),
    nameTarget ? `From each subnet to ${targetWords(target)}` : undefined,
  );
};
