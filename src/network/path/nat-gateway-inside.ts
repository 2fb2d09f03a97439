import type { NatGateway } from '../../model/kinds/nat-gateways.ts';
import type { Subnet } from '../../model/kinds/subnets.ts';
import { unknown } from '../step.ts';
import { natGatewayAsCaller } from './caller.ts';
import type { PathContext } from './context.ts';
import { localLegs, subnetAt } from './far-side.ts';
import type { Legs } from './legs.ts';
import { notEvaluated } from './nat-gateway-state.ts';
import {
  enterAclSteps,
  type HostRoute,
  leaveAclSteps,
  replyAclSteps,
  requestAclSteps,
  routePasses,
} from './nat-subnet.ts';
import { peeringLegs } from './peering.ts';
import { internalAddresses } from './private-address.ts';
import { replyRouteSteps } from './reply-route.ts';

/**
 * From a NAT gateway to an address in its own VPC or in a peered one: the far side sees the NAT gateway's address and
 * none of the function's groups. Null where the packet does not go there.
 * https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html
 */
export const natGatewayInsideLegs = (
  context: PathContext,
  nat: NatGateway,
  subnet: Subnet,
  onward: HostRoute,
  atom: number,
): Legs | null => {
  const caller = natGatewayAsCaller(context, nat, subnet.id);
  const isNear = subnetAt(context, subnet.vpcId, atom)?.id === subnet.id;
  const back = replyRouteSteps(context, subnet, null);
  const anonymous = unknown('target', nat.id, notEvaluated(nat.id, `${nat.id} does not show its private address`));
  if (isNear) {
    const { steps } = caller === null ? { steps: [anonymous] } : localLegs(context, atom, caller);
    return {
      steps: [...enterAclSteps(context, subnet), ...steps],
      reply: [...back, ...leaveAclSteps(context, subnet)],
    };
  }
  if (onward.kind !== 'route' || onward.route.state !== 'active') return null;
  const { route, tableId } = onward;
  const isPeering = route.target.kind === 'vpc-peering-connection' && internalAddresses(context)(atom);
  if (route.target.kind !== 'local' && !isPeering) return null;
  const far = (): Legs => {
    if (caller === null) return { steps: [anonymous], reply: [] };
    if (route.target.kind !== 'vpc-peering-connection') return localLegs(context, atom, caller);
    return peeringLegs(context, tableId, route, route.target.id, atom, caller);
  };
  const { steps, reply } = far();
  return {
    steps: [...requestAclSteps(context, subnet), routePasses(tableId, route), ...steps],
    reply: [...reply, ...replyAclSteps(context, subnet, 'nat'), ...back],
  };
};
