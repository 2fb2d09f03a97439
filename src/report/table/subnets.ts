import type { Answer, HopKind, SubnetAnswer } from '../../model/report.ts';
import { hopWords, percent, targetWords, verdictWords } from '../words.ts';
import { type Block, gridBlock } from './block.ts';
import { verdictStyles } from './paint.ts';
import { decidingHop, hopSentence, samePaths } from './path.ts';
import type { Screen } from './screen.ts';

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

/**
 * One row a subnet: its zone, its answer and why; a path that an earlier subnet has too is not told twice. The target is
 * named where there are several.
 */
export const subnetsGrid = ({ target, subnets }: Answer, nameTarget: boolean, screen: Screen): Block => {
  const wide = screen.layout === 'wide';
  const rows = samePaths(subnets).flatMap((same) =>
    same.map((subnet) => {
      const [first = subnet] = same;
      const repeated = subnet !== first && subnet.hops.length > 0;
      return { subnet, how: repeated ? `the same as ${screen.labels.nameOf(first.subnetId)}` : howOf(subnet, screen) };
    }),
  );
  const inOrder = subnets.flatMap((subnet) => rows.find((row) => row.subnet === subnet) ?? []);
  return gridBlock(
    ['Subnet', 'Zone', 'Zone id', 'Answer', 'How / why not'],
    inOrder.map(({ subnet, how }) => [
      { text: screen.labels.of(subnet.subnetId) },
      { text: subnet.availabilityZone ?? '' },
      { text: wide ? (subnet.availabilityZoneId ?? '') : '' },
      { text: verdictWords[subnet.verdict], style: verdictStyles[subnet.verdict] },
      { text: how },
    ]),
    nameTarget ? `From each subnet to ${targetWords(target)}` : undefined,
  );
};
