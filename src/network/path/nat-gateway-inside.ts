import type { NatGateway } from '../../model/kinds/nat-gateways.ts';
import type { Subnet } from '../../model/kinds/subnets.ts';
import { unknown } from '../step.ts';
import { type Caller, functionAsCaller, natGatewayAsCaller } from './caller.ts';
import type { PathContext } from './context.ts';
import { localLegs, subnetAt } from './far-side.ts';
import { behind, type Legs, oneWay } from './legs.ts';
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

/** A caller whose address is not known: rule lists that test it leave open what they do. */
const seenFrom = (
  context: PathContext,
  nat: NatGateway,
  subnetId: string | null,
  legsOf: (caller: Caller) => Legs,
): Legs => {
  const caller = subnetId === null ? null : natGatewayAsCaller(context, nat, subnetId);
  if (caller !== null) return legsOf(caller);
  const { steps } = legsOf({ ...functionAsCaller(context), subnetId });
  const anonymous = unknown('target', nat.id, notEvaluated(nat.id, `${nat.id} does not show its private address`));
  return oneWay([...steps.filter(({ outcome }) => outcome.kind !== 'gate'), anonymous]);
};

/**
 * On from a NAT gateway by a route to an address in its own VPC or in a peered one: the far side sees the NAT gateway's
 * address and none of the function's groups; a regional one, which stands in no subnet, shows none. Null where the packet
 * does not go there.
 * https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html
 */
export const networkLegs = (
  context: PathContext,
  nat: NatGateway,
  subnetId: string | null,
  onward: HostRoute,
  atom: number,
): Legs | null => {
  if (onward.kind !== 'route' || onward.route.state !== 'active') return null;
  const { route, tableId } = onward;
  const { target } = route;
  const peering = target.kind === 'vpc-peering-connection' && internalAddresses(context)(atom) ? target.id : null;
  if (target.kind !== 'local' && peering === null) return null;
  const legs = seenFrom(context, nat, subnetId, (caller) =>
    peering === null ? localLegs(context, atom, caller) : peeringLegs(context, tableId, route, peering, atom, caller),
  );
  return behind(routePasses(tableId, route), legs);
};

/** The same through a zonal NAT gateway, with the network ACL of its subnet, within which none is tested. */
export const natGatewayInsideLegs = (
  context: PathContext,
  nat: NatGateway,
  subnet: Subnet,
  onward: HostRoute,
  atom: number,
): Legs | null => {
  const back = replyRouteSteps(context, subnet, null);
  if (subnetAt(context, subnet.vpcId, atom)?.id === subnet.id) {
    const { steps } = seenFrom(context, nat, subnet.id, (caller) => localLegs(context, atom, caller));
    return {
      steps: [...enterAclSteps(context, subnet), ...steps],
      reply: [...back, ...leaveAclSteps(context, subnet)],
    };
  }
  const legs = networkLegs(context, nat, subnet.id, onward, atom);
  if (legs === null) return null;
  return {
    steps: [...requestAclSteps(context, subnet), ...legs.steps],
    reply: [...legs.reply, ...replyAclSteps(context, subnet, 'nat'), ...back],
  };
};
