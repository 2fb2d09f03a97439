import type { Subnet } from '../../model/kinds/subnets.ts';
import type { TransitGatewayVpcAttachment } from '../../model/kinds/transit-gateway-vpc-attachments.ts';
import type { Doubt } from '../doubt.ts';
import { blocks, passes, type Step, unknown } from '../step.ts';
import { lookup } from '../world.ts';
import { absent, isShared, type PathContext } from './context.ts';

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
 * A transit gateway takes packets only from zones in which the VPC's attachment has a subnet. What it does with them
 * is beyond the snapshot. A zone that is not known may be one of them. https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html
 */
export const transitGatewaySteps = (
  context: PathContext,
  id: string,
  subnet: Pick<Subnet, 'id' | 'vpcId' | 'availabilityZoneId'>,
): Step[] => {
  const section = context.world.snapshot.sections.transitGatewayVpcAttachments;
  if (section.status === 'unavailable') {
    const { action, reason } = section;
    const doubt: Doubt = { kind: 'unavailable', section: 'transitGatewayVpcAttachments', action, reason };
    return [unknown(hop, id, doubt)];
  }
  const own = section.items.filter((item) => item.transitGatewayId === id && item.vpcId === subnet.vpcId);
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
  const what = `${id} takes the packet on; its route tables and the way out behind it are out of sight`;
  return [
    passes(hop, id, `${attachment.id} is available`),
    unknown('target', id, { kind: 'out-of-sight', resource: id, what }),
  ];
};
