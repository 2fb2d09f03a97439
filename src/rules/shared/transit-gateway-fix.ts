import type { Fix } from '../../model/report.ts';
import type { BlockerOf } from '../../network/blocker.ts';
import type { Cause } from '../rule.ts';
import { command } from './command.ts';
import { type FixContext, fixInVpc } from './fix-in-vpc.ts';
import { someOf } from './words.ts';

type ZoneCause = Cause<BlockerOf<'transit-gateway-zone'>>;

/** The zones of the subnets that were read, and one of these subnets for each. */
export const zonesOf = ({ subnets }: FixContext, { subnetIds }: ZoneCause): ReadonlyMap<string, string> => {
  const own = subnets.filter(({ id }) => subnetIds.includes(id)).toReversed();
  const perZone = new Map(own.map(({ id, availabilityZoneId }) => [availabilityZoneId ?? '', id]));
  return new Map([...perZone].sort());
};

/**
 * What lets a transit gateway take packets of these subnets. Its owner accepts the attachments of other accounts.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AcceptTransitGatewayVpcAttachment.html
 */
export const transitGatewayFix = (context: FixContext, cause: ZoneCause): Fix => {
  const { transitGatewayId: id, vpcId, attachmentIds, waitingIds } = cause.blocker;
  const [attachmentId] = attachmentIds;
  const [waitingId] = waitingIds;
  const perZone = zonesOf(context, cause);
  const inZones = perZone.size === 0 ? ['<one subnet of each zone>'] : [...perZone.values()];
  const spaced = inZones.map((subnetId) => command`${subnetId}`).join(' ');
  if (attachmentId !== undefined)
    return fixInVpc(context, cause, `Add a subnet of ${someOf([...perZone.keys()])} to ${attachmentId}.`, [
      `${command`aws ec2 modify-transit-gateway-vpc-attachment --transit-gateway-attachment-id ${attachmentId}`} --add-subnet-ids ${spaced}`,
    ]);
  if (waitingId !== undefined)
    return {
      text: `Let the owner of ${id} accept ${waitingId}.`,
      commands: [command`aws ec2 accept-transit-gateway-vpc-attachment --transit-gateway-attachment-id ${waitingId}`],
      actor: 'owner-account',
    };
  return fixInVpc(context, cause, `Attach ${vpcId} to ${id} in the zones of the function, or replace the route.`, [
    `${command`aws ec2 create-transit-gateway-vpc-attachment --transit-gateway-id ${id} --vpc-id ${vpcId}`} --subnet-ids ${spaced}`,
  ]);
};
