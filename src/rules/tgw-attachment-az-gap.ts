import type { BlockerOf } from '../network/blocker.ts';
import { type Cause, defineRule } from './rule.ts';
import { diversionOfCause } from './shared/diverted.ts';
import type { FixContext } from './shared/fix-in-vpc.ts';
import { ownRoutesTo } from './shared/route-places.ts';
import { transitGatewayFix, zonesOf } from './shared/transit-gateway-fix.ts';
import { someOf } from './shared/words.ts';

const messageOf = (context: FixContext, cause: Cause<BlockerOf<'transit-gateway-zone'>>, line: string): string => {
  const { transitGatewayId: id, vpcId, attachmentIds, waitingIds } = cause.blocker;
  if (attachmentIds.length > 0) {
    const zones = [...zonesOf(context, cause).keys()];
    return `Attachment ${attachmentIds.join(', ')} has no subnet in zone ${someOf(zones)}, but ${line}: packets from ${someOf(cause.subnetIds)} are dropped.`;
  }
  if (waitingIds.length > 0)
    return `Attachment ${waitingIds.join(', ')} of ${vpcId} to transit gateway ${id} waits to be accepted, but ${line}: the packets are dropped.`;
  return `${vpcId} has no attachment to transit gateway ${id}, but ${line}: the packets are dropped.`;
};

export default defineRule({
  id: 'tgw-attachment-az-gap',
  severity: 'error',
  title: 'The transit gateway cannot be reached from the zone of the subnet',
  symptom:
    'Calls to the internet, or to other networks behind the transit gateway, hang until they time out: from one zone only, or from all if the VPC has no attachment in use.',
  why: 'A transit gateway takes packets of a VPC only in zones where the attachment of the VPC has a subnet. From any other zone they are dropped, although the route is active. An attachment to a transit gateway of another account carries nothing until that account accepts it.',
  fix: 'Add a subnet of the missing zone to the attachment. The attachment needs one subnet for each zone, and it may be any subnet of the zone. Let the owner of the transit gateway accept an attachment that waits.',
  traps:
    'The subnet of the attachment need not be the one of the function. A covered zone is not proven to work: the route table of the attachment decides on the packets, of which tgw-drops-packets speaks where it can be read. The attachments of a VPC that another account shares may be out of sight.',
  references: [
    'https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html',
    'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AcceptTransitGatewayVpcAttachment.html',
  ],
  raCode: 'TGW_ROUTE_AZ_RESTRICTION',
  needs: ['transitGatewayVpcAttachments'],
  onlyOfTrouble: true,
  *check(context) {
    for (const cause of context.causes('transit-gateway-zone')) {
      if (diversionOfCause(context, cause) !== undefined) continue;
      const { transitGatewayId: id, attachmentIds, waitingIds } = cause.blocker;
      const [route] = ownRoutesTo(context, cause, id);
      const line =
        route === undefined ? `a route leads to ${id}` : `${route.tableId} sends ${route.destination} → ${id}`;
      yield {
        resource: attachmentIds[0] ?? waitingIds[0] ?? id,
        where: cause,
        message: messageOf(context, cause, line),
        fix: transitGatewayFix(context, cause),
      };
    }
  },
});
