import type { Fix } from '../../model/report.ts';
import { lookup } from '../../network/world.ts';
import type { Occurrence } from '../rule.ts';
import { command } from './command.ts';
import { type FixContext, fixInVpc } from './fix-in-vpc.ts';
import { routeCommand } from './route-command.ts';
import type { RoutePlace } from './route-places.ts';
import { attachedInternetGateway } from './ways-out.ts';

const attachCommand = (id: string, vpcId: string): string =>
  command`aws ec2 attach-internet-gateway --internet-gateway-id ${id} --vpc-id ${vpcId}`;

/**
 * Makes routes to an internet gateway work that is gone or not attached: by attaching it if it is free, else by the
 * one that the VPC has, else by a new one. A VPC has at most one, and an internet gateway belongs to one VPC.
 * https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html
 */
export const internetGatewayFix = (
  context: FixContext,
  where: Occurrence,
  vpcId: string,
  gatewayId: string,
  routes: readonly RoutePlace[],
): Fix => {
  const { internetGateways } = context.hints;
  const fix = (text: string, ...commands: string[]): Fix => fixInVpc(context, where, text, commands);
  const replace = (id: string): string[] =>
    routes.map((route) => routeCommand({ verb: 'replace-route', ...route }, '--gateway-id', id));
  const lines = routes.map(({ tableId, destination }) => `${destination} of ${tableId}`).join(', ') || 'the route';
  if (internetGateways.status === 'unavailable')
    return fix(`Point ${lines} at the internet gateway of ${vpcId}.`, ...replace('<internet gateway>'));
  const attached = attachedInternetGateway(context.hints, vpcId);
  if (attached !== null)
    return fix(`Point ${lines} at ${attached}, which is attached to ${vpcId}.`, ...replace(attached));
  const found = lookup(internetGateways, gatewayId);
  if (found.status === 'found' && found.item.attachments.every((attachment) => attachment.vpcId === vpcId))
    return fix(`Attach ${gatewayId} to ${vpcId}.`, attachCommand(gatewayId, vpcId));
  return fix(
    `Create an internet gateway, attach it to ${vpcId} and point ${lines} at it.`,
    'aws ec2 create-internet-gateway',
    attachCommand('<new internet gateway>', vpcId),
    ...replace('<new internet gateway>'),
  );
};
