import type { NetworkInterface } from '../../model/kinds/network-interfaces.ts';
import type { Subnet } from '../../model/kinds/subnets.ts';
import { memoised } from '../memoised.ts';
import { blocks, gateStep, type Step, unknown } from '../step.ts';
import { routeText } from '../words.ts';
import { itemsOf } from '../world.ts';
import { everywhereCidr, ownCidr, type PathContext } from './context.ts';
import { isGone } from './gone.ts';
import { internetGatewaySteps } from './internet-gateway.ts';
import { type Legs, oneWay } from './legs.ts';
import { leavesElsewhere, natInstanceStateSteps } from './nat-instance-state.ts';
import {
  byEachRoute,
  gatewayBehind,
  type HostRoute,
  hostRouteAt,
  hostSubnetOf,
  replyAclSteps,
  requestAclSteps,
  routePasses,
} from './nat-subnet.ts';
import { replyRouteSteps } from './reply-route.ts';
import { inactiveRouteStep } from './route-state.ts';
import { groupList } from './security-group.ts';
import { transitGatewaySteps } from './transit-gateway.ts';

const hop = 'nat-instance';

/**
 * The interface's groups let the function in: by its subnet's addresses or by a reference to its group. The packet
 * still carries the function's own address here.
 */
const groupSteps = (context: PathContext, eni: NetworkInterface): Step[] =>
  (['ingress', 'egress'] as const).map((direction) => {
    const enters = direction === 'ingress';
    const caller = { securityGroupIds: context.securityGroupIds, cidr: ownCidr(context) };
    if (enters && context.unread !== null) return unknown(hop, eni.id, context.unread);
    const note = enters ? 'its security group lets the function in' : 'its security group lets the request out';
    return memoised(context.start.steps, `${eni.id} ${direction} ${context.securityGroupIds.join(' ')}`, () => {
      const { list, doubt } = groupList(context, eni.securityGroupIds, direction, enters ? caller : null);
      return gateStep(hop, eni.id, note, {
        list,
        doubt,
        address: enters ? 'function' : 'destination',
        port: 'destination',
        owner: {
          kind: 'nat-instance-security-group',
          networkInterfaceId: eni.id,
          securityGroupIds: eni.securityGroupIds,
          direction,
          peer: enters ? caller.cidr : everywhereCidr(context),
        },
      });
    });
  });

const deadEnd = (eni: NetworkInterface, tableId: string, line: string): Step[] => [
  blocks('route', tableId, {
    kind: 'nat-instance-no-way-out',
    networkInterfaceId: eni.id,
    routeTableId: tableId,
    line,
  }),
];

/** Where the table of the instance's own subnet sends the packet. */
const onwardSteps = (
  context: PathContext,
  eni: NetworkInterface,
  subnet: Subnet,
  onward: HostRoute,
  atom: number,
): Step[] => {
  const { tableId } = onward;
  if (onward.kind === 'none') return deadEnd(eni, tableId, 'no route to the internet');
  if (onward.kind === 'unknown') return [unknown('route', tableId, onward.doubt)];
  const { route } = onward;
  const inactive = inactiveRouteStep(tableId, route, 'nat');
  if (inactive !== null) return [inactive];
  if (route.target.kind === 'internet-gateway')
    return [
      routePasses(tableId, route),
      ...internetGatewaySteps(context, route.target.id, subnet, 'nat', 'nat-instance'),
    ];
  if (route.target.kind === 'transit-gateway')
    return [routePasses(tableId, route), ...transitGatewaySteps(context, route.target.id, subnet, atom)];
  const isLoop =
    (route.target.kind === 'network-interface' && route.target.id === eni.id) ||
    (route.target.kind === 'instance' && route.target.id === eni.instanceId) ||
    route.target.kind === 'vpc-peering-connection';
  if (isLoop || isGone(context, route.target)) return deadEnd(eni, tableId, routeText(route));
  const what = `${tableId} sends the NAT instance's packets on by ${routeText(route)}, and what happens behind it is out of sight`;
  return [unknown('route', tableId, { kind: 'out-of-sight', resource: tableId, what })];
};

/**
 * Through an instance that forwards. Its NAT keeps the function's port, so the reply passes the host subnet's network
 * ACL on that same port. https://docs.aws.amazon.com/vpc/latest/userguide/VPC_NAT_Instance.html
 */
export const natInstanceSteps = (
  context: PathContext,
  target: { readonly kind: 'network-interface' | 'instance'; readonly id: string },
  atom: number,
): Legs => {
  const only = (step: Step): Legs => oneWay([step]);
  const { networkInterfaces } = context.world;
  if (networkInterfaces.status === 'unavailable') return only(unknown(hop, target.id, networkInterfaces.doubt));
  const candidates = itemsOf(networkInterfaces).filter((eni) =>
    target.kind === 'instance' ? eni.instanceId === target.id : eni.id === target.id,
  );
  const eni = candidates[0];
  if (eni === undefined || candidates.length > 1)
    return only(unknown(hop, target.id, { kind: 'missing', resource: `the one interface of ${target.id}` }));
  if (!['interface', 'efa'].includes(eni.interfaceType) || eni.subnetId === null) {
    const what = `${eni.id} is an interface of type ${eni.interfaceType}`;
    return only(unknown(hop, eni.id, { kind: 'out-of-sight', resource: eni.id, what }));
  }
  const host = hostSubnetOf(context, eni.subnetId);
  if ('doubt' in host)
    return {
      steps: [...natInstanceStateSteps(context, eni), ...groupSteps(context, eni), unknown(hop, eni.id, host.doubt)],
      reply: [],
    };
  const { subnet } = host;
  if (leavesElsewhere(context, eni))
    return {
      steps: [
        ...natInstanceStateSteps(context, eni),
        ...groupSteps(context, eni).slice(0, 1),
        ...(subnet.id === context.subnet.id ? [] : requestAclSteps(context, subnet).slice(0, 1)),
      ],
      reply: [],
    };
  return byEachRoute(hostRouteAt(context, subnet, atom), (onward) => ({
    steps: [
      ...natInstanceStateSteps(context, eni),
      ...groupSteps(context, eni),
      ...requestAclSteps(context, subnet),
      ...onwardSteps(context, eni, subnet, onward, atom),
    ],
    reply: [...replyAclSteps(context, subnet, 'function'), ...replyRouteSteps(context, subnet, gatewayBehind(onward))],
  }));
};
