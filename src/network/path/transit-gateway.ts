import type { Subnet } from '../../model/kinds/subnets.ts';
import type { TransitGatewayVpcAttachment } from '../../model/kinds/transit-gateway-vpc-attachments.ts';
import { blocks, type Step, unknown } from '../step.ts';
import { itemsInVpc, lookup } from '../world.ts';
import { absent, isShared, type PathContext } from './context.ts';
import { transitGatewayTableSteps } from './transit-gateway-table.ts';

const hop = 'transit-gateway';

/** Zones of the attachment's subnets; null if one of them is not known. */
const zonesOf = (context: PathContext, attachment: TransitGatewayVpcAttachment): string[] | null => {
  const zones = attachment.subnetIds.map((id) => {
    const subnet = lookup(context.world.subnets, id);
    return subnet.status === 'found' ? subnet.item.availabilityZoneId : null;
  });
  return zones.every((zone): zone is string => zone !== null) ? zones : null;
};

const isSettledAway = ({ state }: TransitGatewayVpcAttachment): boolean =>
  state === 'deleted' || state === 'failed' || state === 'rejected' || state === 'pendingAcceptance';

/**
 * A transit gateway takes packets only from zones in which the VPC's attachment has a subnet; the route table of the
 * attachment says what it does with them. A zone that is not known may be one of them.
 * https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html
 */
export const transitGatewaySteps = (
  context: PathContext,
  id: string,
  subnet: Pick<Subnet, 'id' | 'vpcId' | 'availabilityZoneId'>,
  atom: number,
): Step[] => {
  const { transitGatewayVpcAttachments: listed } = context.world;
  if (listed.status === 'unavailable') return [unknown(hop, id, listed.doubt)];
  const own = itemsInVpc(listed, subnet.vpcId).filter((item) => item.transitGatewayId === id);
  const attachments = own.filter((item) => !isSettledAway(item));
  const gap = {
    kind: 'transit-gateway-zone',
    transitGatewayId: id,
    vpcId: subnet.vpcId,
    attachmentIds: attachments.map((attachment) => attachment.id),
    waitingIds: own.flatMap((item) => (item.state === 'pendingAcceptance' ? item.id : [])),
    availabilityZoneId: subnet.availabilityZoneId,
    subnetId: subnet.id,
  } as const;
  const [attachment] = attachments;
  if (attachment === undefined)
    return [isShared(context) ? unknown(hop, id, absent(context, `the attachment to ${id}`)) : blocks(hop, id, gap)];
  if (attachment.state !== 'available' && attachment.state !== 'modifying')
    return [unknown(hop, id, { kind: 'in-transition', resource: attachment.id, state: attachment.state })];
  const zones = attachments.map((item) => zonesOf(context, item));
  if (
    subnet.availabilityZoneId !== null &&
    zones.every((list) => list !== null && !list.includes(subnet.availabilityZoneId ?? ''))
  )
    return [blocks(hop, id, gap)];
  if (attachments.length === 1) return transitGatewayTableSteps(context, attachment, atom);
  const what = `${id} has several attachments of ${subnet.vpcId}, and which one takes the packet is not known`;
  return [unknown(hop, id, { kind: 'not-evaluated', resource: id, what })];
};
