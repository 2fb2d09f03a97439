import type { VpcPeeringConnection } from '../../model/kinds/vpc-peering-connections.ts';
import type { Fix } from '../../model/report.ts';
import type { BlockerOf } from '../../network/blocker.ts';
import { accountOf, lookup } from '../../network/world.ts';
import { type Cause, fixBy } from '../rule.ts';
import { command } from './command.ts';
import { type FixContext, fixInVpc } from './fix-in-vpc.ts';
import { firstSubnetOf } from './nat-gateway-fix.ts';
import { routeCommand } from './route-command.ts';
import { ownRoutesTo } from './route-places.ts';
import { someOf } from './words.ts';

type PeeringCause = Cause<BlockerOf<'peering'>>;

const accept = (id: string): string => command`aws ec2 accept-vpc-peering-connection --vpc-peering-connection-id ${id}`;

/** Another connection between the same VPCs, to which the routes lead then. */
const connectAnew = (context: FixContext, cause: PeeringCause, connection: VpcPeeringConnection): Fix => {
  const vpcId = firstSubnetOf(context, cause)?.vpcId ?? '<VPC>';
  const { requester, accepter, id } = connection;
  const far = requester.vpcId === vpcId ? accepter : requester;
  const fresh = '<new peering connection>';
  const create = command`aws ec2 create-vpc-peering-connection --vpc-id ${vpcId} --peer-vpc-id ${far.vpcId ?? '<other VPC>'}`;
  const owner = far.ownerId === null ? '' : command` --peer-owner-id ${far.ownerId}`;
  const region = far.region === null ? '' : command` --peer-region ${far.region}`;
  const routes = ownRoutesTo(context, cause, id).map((route) =>
    routeCommand({ verb: 'replace-route', ...route }, '--vpc-peering-connection-id', fresh),
  );
  return fixInVpc(
    context,
    cause,
    `Create a new peering connection between ${vpcId} and ${far.vpcId ?? 'the other VPC'}, let its other side accept it, and point the routes at it.`,
    [`${create}${owner}${region}`, accept(fresh), ...routes],
  );
};

const acceptIt = ({ fn }: FixContext, { id, accepter }: VpcPeeringConnection): Fix => {
  const isForeign = accepter.ownerId !== null && accepter.ownerId !== accountOf(fn);
  const who = isForeign ? `Let account ${accepter.ownerId} accept ${id}.` : `Accept ${id}.`;
  return { text: who, commands: [accept(id)], actor: isForeign ? 'owner-account' : 'you' };
};

const routeBack = (context: FixContext, cause: PeeringCause): Fix => {
  const { peeringConnectionId: id, seen: tableId } = cause.blocker;
  const own = context.subnets.filter((subnet) => cause.subnetIds.includes(subnet.id));
  const cidrs = own.flatMap(({ cidr, ipv6Cidrs }) =>
    cause.family === 'ipv4' ? (cidr ?? []) : ipv6Cidrs.map((each) => each.cidr),
  );
  return fixBy(
    `Add routes for ${someOf(cidrs)} to ${tableId} that lead to ${id}.`,
    ...cidrs.map((destination) =>
      routeCommand({ verb: 'create-route', tableId, destination }, '--vpc-peering-connection-id', id),
    ),
  );
};

/** What mends a peering connection that carries nothing, or its way back. */
export const peeringFix = (context: FixContext, cause: PeeringCause): Fix => {
  const { peeringConnectionId: id, why, seen } = cause.blocker;
  if (why === 'no-route-back') return routeBack(context, cause);
  if (why === 'addresses')
    return fixBy(
      `Connect the VPC directly with the network that has ${someOf(cause.targets)}, by a peering connection of its own or a transit gateway; ${id} carries packets to ${seen} and no further.`,
    );
  const found = lookup(context.hints.vpcPeeringConnections, id);
  if (found.status !== 'found') return fixBy(`Look at the peering connection ${id}.`);
  return found.item.status === 'pending-acceptance'
    ? acceptIt(context, found.item)
    : connectAnew(context, cause, found.item);
};
