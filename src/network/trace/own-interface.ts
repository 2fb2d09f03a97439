import { inBlock } from './block.ts';
import type { Facts } from './facts.ts';
import { isInternal } from './internal.ts';
import { findOrNull } from './items.ts';
import type { Decision, NumberedPacket, Walk } from './packet.ts';

type Range = NonNullable<Facts['subnets']>[number]['ipv6Ranges'][number];

/** Private ranges are never advertised to the internet. */
const decideByAttribute = ({ addressAttribute }: Range): Decision => {
  if (addressAttribute === 'private') return 'blocks';
  return addressAttribute === 'public' || addressAttribute === null ? 'passes' : 'unknown';
};

const settled = ['disassociated', 'failing', 'failed'];

/**
 * Whether the subnet gives the function an IPv6 address that the internet answers. Lambda does not support subnets that
 * have IPv6 alone. https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html#configuration-vpc-ipv6
 */
const decideByRanges = (facts: Facts, { subnetId, sourceAddress, destination }: NumberedPacket): Decision => {
  const subnet = findOrNull(facts.subnets, subnetId);
  if (subnet === null) return 'unknown';
  if (subnet.ipv6Native === true) return 'blocks';
  for (const range of subnet.ipv6Ranges)
    if ((range.state === 'associated' || range.state === null) && range.block && inBlock(sourceAddress, range.block))
      return isInternal(facts, subnet.vpcId, destination) ? 'passes' : decideByAttribute(range);
  return subnet.ipv6Ranges.every(({ state }) => settled.includes(state ?? '')) ? 'blocks' : 'unknown';
};

/** Which of its subnet's ranges an instance has an address of, if any, was not read. */
const decideByAddress = (facts: Facts, packet: NumberedPacket): Decision => {
  if (!packet.onInstances) return decideByRanges(facts, packet);
  const subnet = findOrNull(facts.subnets, packet.subnetId);
  const hasNone = subnet?.ipv6Ranges.every(({ state }) => settled.includes(state ?? '')) && subnet.ipv6Native !== true;
  return hasNone ? 'blocks' : 'unknown';
};

/** Over IPv6 the function's own interface comes first: the function is told to use IPv6 and its subnet has a range. */
export const sendsIpv6 = (walk: Walk, facts: Facts, packet: NumberedPacket): boolean => {
  const { subnetId, ipv6Allowed } = packet;
  return (
    walk.meet('network-interface', subnetId, ipv6Allowed ? 'passes' : 'blocks', 'Ipv6AllowedForDualStack') &&
    walk.meet('network-interface', subnetId, decideByAddress(facts, packet), 'the IPv6 range of its subnet')
  );
};
