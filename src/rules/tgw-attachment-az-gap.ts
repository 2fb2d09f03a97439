import { defineRule } from './rule.ts';
import { command } from './shared/command.ts';
import { diversionOfCause } from './shared/diverted.ts';
import { fixInVpc } from './shared/fix-in-vpc.ts';
import { firstSubnetOf } from './shared/nat-gateway-fix.ts';
import { ownRoutesTo } from './shared/route-places.ts';
import { someOf } from './shared/words.ts';

export default defineRule({
  id: 'tgw-attachment-az-gap',
  severity: 'error',
  title: 'The transit gateway cannot be reached from the zone of the subnet',
  symptom:
    'Calls to the internet, or to other networks behind the transit gateway, hang until they time out: from one zone only, or from all if the VPC has no attachment.',
  why: 'A transit gateway takes packets of a VPC only in zones where the attachment of the VPC has a subnet. From any other zone they are dropped, although the route is active.',
  fix: 'Add a subnet of the missing zone to the attachment. The attachment needs one subnet for each zone, and it may be any subnet of the zone.',
  traps:
    'The subnet of the attachment need not be the one of the function. What the transit gateway does with the packets is out of sight, so a covered zone is not proven to work. The attachments of a VPC that another account shares may be out of sight.',
  references: ['https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html'],
  raCode: 'TGW_ROUTE_AZ_RESTRICTION',
  needs: ['subnets', 'transitGatewayVpcAttachments'],
  *check(context) {
    for (const cause of context.causes('transit-gateway-zone')) {
      if (diversionOfCause(context, cause) !== undefined) continue;
      const { transitGatewayId: id, attachmentIds } = cause.blocker;
      const [attachmentId] = attachmentIds;
      const subnets = context.subnets.filter((subnet) => cause.subnetIds.includes(subnet.id));
      const perZone = new Map(subnets.toReversed().map((subnet) => [subnet.availabilityZoneId ?? '', subnet.id]));
      const zones = [...perZone.keys()].sort();
      const inZones = zones.map((zone) => perZone.get(zone) ?? '');
      const vpcId = firstSubnetOf(context, cause)?.vpcId ?? '<VPC>';
      const [route] = ownRoutesTo(context, cause, id);
      const line = `${route === undefined ? 'a route' : `${route.tableId} sends ${route.destination}`} → ${id}`;
      const spaced = inZones.map((subnetId) => command`${subnetId}`).join(' ');
      yield {
        resource: attachmentId ?? id,
        where: cause,
        message:
          attachmentId === undefined
            ? `${vpcId} has no attachment to transit gateway ${id}, but ${line}: the packets are dropped.`
            : `Attachment ${attachmentIds.join(', ')} has no subnet in zone ${someOf(zones)}, but ${line}: packets from ${someOf(cause.subnetIds)} are dropped.`,
        fix:
          attachmentId === undefined
            ? fixInVpc(context, cause, `Attach ${vpcId} to ${id} in the zones of the function, or replace the route.`, [
                `${command`aws ec2 create-transit-gateway-vpc-attachment --transit-gateway-id ${id} --vpc-id ${vpcId}`} --subnet-ids ${spaced}`,
              ])
            : fixInVpc(context, cause, `Add a subnet of ${someOf(zones)} to ${attachmentId}.`, [
                `${command`aws ec2 modify-transit-gateway-vpc-attachment --transit-gateway-attachment-id ${attachmentId}`} --add-subnet-ids ${spaced}`,
              ]),
      };
    }
  },
});
