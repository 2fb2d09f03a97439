import type { Route } from '../model/kinds/route-tables.ts';
import type { Doubt } from './doubt.ts';
import { networkAclStep, type PathContext, planOf, tableOf } from './path/context.ts';
import { natGatewaySteps } from './path/nat-gateway.ts';
import { natInstanceSteps } from './path/nat-instance.ts';
import { routePasses } from './path/nat-subnet.ts';
import { endpointSteps, outOfSightSteps } from './path/out-of-sight.ts';
import { publicSubnetSteps } from './path/public-subnet.ts';
import { inactiveRouteStep } from './path/route-state.ts';
import { securityGroupStep } from './path/security-group.ts';
import { transitGatewaySteps } from './path/transit-gateway.ts';
import { routeAt } from './routing.ts';
import { blocks, passes, type Step, unknown } from './step.ts';
import { destinationText } from './words.ts';
import { itemsOf, lookup } from './world.ts';

/** What a packet meets on the way to an address and what its reply meets on the way back, in order. */
export interface Path {
  readonly steps: readonly Step[];
}

interface Legs {
  readonly steps: readonly Step[];
  readonly reply: readonly Step[];
}

const oneWay = (steps: readonly Step[]): Legs => ({ steps, reply: [] });

/** Behind the route of the function's own subnet. */
const behindRoute = (context: PathContext, tableId: string, route: Route, atom: number): Legs => {
  const { target } = route;
  switch (target.kind) {
    case 'internet-gateway':
      return oneWay(publicSubnetSteps(context, target.id, tableId, route));
    case 'nat-gateway':
      return natGatewaySteps(context, target.id, tableId, route, atom);
    case 'network-interface':
    case 'instance':
      return natInstanceSteps(context, target, atom);
    case 'vpc-peering-connection':
      return oneWay([
        blocks('peering-connection', target.id, {
          kind: 'default-route-to-peering',
          peeringConnectionId: target.id,
          routeTableId: tableId,
          destination: destinationText(route),
        }),
      ]);
    case 'transit-gateway':
      return oneWay(transitGatewaySteps(context, target.id, context.subnet));
    case 'vpc-endpoint':
      return oneWay(endpointSteps(context, tableId, route, target.id));
    case 'virtual-private-gateway':
      return oneWay(outOfSightSteps(tableId, route, 'a virtual private gateway'));
    case 'local-gateway':
      return oneWay(outOfSightSteps(tableId, route, 'a local gateway of an Outpost'));
    case 'carrier-gateway':
      return oneWay(outOfSightSteps(tableId, route, 'a carrier gateway'));
    case 'core-network':
      return oneWay(outOfSightSteps(tableId, route, 'a Cloud WAN core network'));
    case 'odb-network':
      return oneWay(outOfSightSteps(tableId, route, 'an ODB network'));
    case 'local':
    case 'egress-only-internet-gateway':
    case 'none':
    case 'unknown':
      return oneWay(outOfSightSteps(tableId, route, 'a target that this version does not follow'));
    default:
      return target satisfies never;
  }
};

const routeLegs = (context: PathContext, atom: number): Legs => {
  const table = tableOf(context, context.subnet);
  const unclear = (id: string, doubt: Doubt): Legs => oneWay([unknown('route', id, doubt)]);
  if (table.status === 'unknown') return unclear(`the route table of ${context.subnet.id}`, table.doubt);
  const tableId = table.table.id;
  const choice = routeAt(planOf(context, table.table), atom);
  if (choice.kind === 'unclear') return unclear(tableId, choice.doubt);
  if (choice.kind === 'none')
    return oneWay([blocks('route', tableId, { kind: 'no-route', routeTableId: tableId, side: 'function' })]);
  const { route } = choice;
  const inactive = inactiveRouteStep(tableId, route, 'function');
  if (inactive !== null) return oneWay([inactive]);
  const legs = behindRoute(context, tableId, route, atom);
  return { steps: [routePasses(tableId, route), ...legs.steps], reply: legs.reply };
};

/** Encryption Controls in enforce mode drop what they do not allow; which traffic that is, is not evaluated yet. */
const encryptionSteps = (context: PathContext): Step[] => {
  const vpc = lookup(context.world.vpcs, context.subnet.vpcId);
  const mode = vpc.status === 'found' ? vpc.item.encryptionControlMode : null;
  if (mode === null || mode === 'monitor') return [];
  const what = `VPC Encryption Controls of ${context.subnet.vpcId} are in mode ${mode}, which is not evaluated yet`;
  return [unknown('route', context.subnet.vpcId, { kind: 'not-evaluated', resource: context.subnet.vpcId, what })];
};

const targetSteps = (steps: readonly Step[]): Step[] =>
  steps.some((step) => step.hop === 'target')
    ? []
    : [passes('target', 'internet', 'the far side; no packet is sent to it')];

/** The path of a TCP connection from the function to an address in this atom, and of its replies. */
export const pathAt = (context: PathContext, atom: number): Path => {
  const own = { subnet: context.subnet, side: 'function', address: 'destination' } as const;
  const legs = routeLegs(context, atom);
  return {
    steps: [
      securityGroupStep(context),
      networkAclStep(context, { ...own, direction: 'egress', leg: 'request', port: 'destination' }),
      ...encryptionSteps(context),
      ...legs.steps,
      ...targetSteps(legs.steps),
      ...legs.reply,
      networkAclStep(context, { ...own, direction: 'ingress', leg: 'reply', port: 'function' }),
    ],
  };
};

/**
 * A key that is equal for atoms with the same path: the routes that win in every table that the path can consult,
 * which are the function's and those of the other subnets of its VPC.
 */
export const pathKeys = (context: PathContext): ((atom: number) => string) => {
  const tables = new Map(
    itemsOf(context.world.subnets)
      .filter((subnet) => subnet.vpcId === context.subnet.vpcId)
      .map((subnet) => tableOf(context, subnet))
      .flatMap((table) => (table.status === 'found' ? [[table.table.id, table.table] as const] : [])),
  );
  const plans = [...tables.values()].map((table) => planOf(context, table));
  return (atom) => plans.map((plan) => plan.choices[atom]).join(',');
};
