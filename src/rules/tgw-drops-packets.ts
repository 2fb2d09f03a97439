import { type Cause, defineRule, type RuleContext } from './rule.ts';
import { stoppedPlaces } from './shared/asked.ts';
import { diversionOfCause } from './shared/diverted.ts';
import { type TransitRouteBlocker, transitRouteFix } from './shared/transit-route-fix.ts';

type Context = Omit<RuleContext, 'world'>;

const messageOf = (context: Context, cause: Cause<TransitRouteBlocker>): string => {
  const { why, transitGatewayId, attachmentId, routeTableId, destination } = cause.blocker;
  const places = stoppedPlaces(context, cause);
  if (why === 'no-association')
    return `Attachment ${attachmentId} is associated with no route table of transit gateway ${transitGatewayId}, so the transit gateway drops everything that comes from the VPC, packets to ${places} included.`;
  const table = `Route table ${routeTableId} of transit gateway ${transitGatewayId}`;
  if (why === 'no-route')
    return `${table} has no route to ${places}, so the transit gateway drops what ${attachmentId} sends there.`;
  return `${table} has ${destination} in state blackhole, so the transit gateway drops packets to ${places} that match.`;
};

export default defineRule({
  id: 'tgw-drops-packets',
  severity: 'error',
  title: 'The transit gateway drops the packets',
  symptom:
    'Calls to the internet, or to other networks behind the transit gateway, hang until they time out, from every zone.',
  why: 'A transit gateway routes what comes from a VPC by the one route table with which the attachment of the VPC is associated. It drops packets that match no route or a blackhole there, and everything that comes from an attachment without a table. The longest prefix wins, so a blackhole never falls back to a shorter route.',
  fix: 'Associate the attachment with a route table, or add the route there, to the attachment behind which the network or the way to the internet lies.',
  traps:
    'Only the owner of the transit gateway sees its route tables: for a transit gateway that another account shares the answer is unknown. A route to another attachment proves nothing about what stands behind it. A list of routes that could not be read to its end is no proof that a route is missing. The way back, by the table of the other attachment, is not followed.',
  references: [
    'https://docs.aws.amazon.com/vpc/latest/tgw/how-transit-gateways-work.html',
    'https://docs.aws.amazon.com/vpc/latest/tgw/transit-gateway-cloudwatch-metrics.html',
    'https://docs.aws.amazon.com/vpc/latest/tgw/tgw-policy-tables-disassociate.html',
  ],
  raCode: 'TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT',
  needs: ['transitGatewayVpcAttachments', 'transitGatewayRouteTables'],
  onlyOfTrouble: true,
  *check(context) {
    for (const cause of context.causes('transit-gateway-route')) {
      if (diversionOfCause(context, cause) !== undefined) continue;
      const { routeTableId, attachmentId, destination } = cause.blocker;
      yield {
        resource: routeTableId ?? attachmentId,
        ...(destination === null ? {} : { destination }),
        where: cause,
        message: messageOf(context, cause),
        fix: transitRouteFix(context, cause),
      };
    }
  },
});
