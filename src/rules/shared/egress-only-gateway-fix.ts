import type { Fix } from '../../model/report.ts';
import type { Occurrence } from '../rule.ts';
import { command } from './command.ts';
import { type FixContext, fixInVpc } from './fix-in-vpc.ts';
import { firstSubnetOf } from './nat-gateway-fix.ts';
import { type RouteChange, routeCommand } from './route-command.ts';
import { attachedEgressOnlyGateway } from './ways-out.ts';

const sentence = ({ verb, tableId, destination }: RouteChange, target: string): string =>
  verb === 'create-route'
    ? `add a route to ${tableId} that sends ${destination} to ${target}`
    : `point ${destination} of ${tableId} at ${target}`;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/**
 * Sends IPv6 routes to the egress-only internet gateway of the VPC, or to a new one. One is made for a VPC and cannot
 * be attached to another. https://docs.aws.amazon.com/vpc/latest/userguide/egress-only-internet-gateway.html
 */
export const egressOnlyGatewayFix = (
  context: FixContext,
  where: Occurrence,
  changes: readonly RouteChange[],
  otherwise = '',
): Fix => {
  const { hints } = context;
  const vpcId = firstSubnetOf(context, where)?.vpcId ?? '<VPC>';
  const fix = (text: string, commands: readonly string[]): Fix =>
    fixInVpc(context, where, `${capital(text)}.${otherwise}`, commands);
  const to = (id: string): string[] =>
    changes.map((change) => routeCommand(change, '--egress-only-internet-gateway-id', id));
  const all = (target: string): string =>
    changes.map((change) => sentence(change, target)).join(', ') || `send ::/0 to ${target}`;
  if (hints.egressOnlyInternetGateways.status === 'unavailable')
    return fix(all('the egress-only internet gateway of the VPC'), to('<egress-only internet gateway>'));
  const attached = attachedEgressOnlyGateway(hints, vpcId);
  if (attached !== null) return fix(all(`egress-only internet gateway ${attached}`), to(attached));
  return fix(`create an egress-only internet gateway for ${vpcId}, which costs nothing by itself, and ${all('it')}`, [
    command`aws ec2 create-egress-only-internet-gateway --vpc-id ${vpcId}`,
    ...to('<new egress-only internet gateway>'),
  ]);
};
