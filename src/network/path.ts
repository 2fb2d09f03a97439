import type { Route } from '../model/kinds/route-tables.ts';
import type { Doubt } from './doubt.ts';
import { behindRoute } from './path/behind-route.ts';
import { absent, networkAclStep, type PathContext, planOf, tableOf } from './path/context.ts';
import { ipv6InterfaceSteps } from './path/ipv6.ts';
import { type Legs, oneWay } from './path/legs.ts';
import { routePasses } from './path/nat-subnet.ts';
import { inactiveRouteStep } from './path/route-state.ts';
import { securityGroupStep } from './path/security-group.ts';
import { routeAt } from './routing.ts';
import { blocks, passes, type Step, unknown } from './step.ts';
import { lookup } from './world.ts';

/** What a packet meets on the way to an address and what its reply meets on the way back, in order. */
export interface Path {
  readonly steps: readonly Step[];
  /** Paths of which one is taken, where it cannot be told which; the steps then say that it is not known. */
  readonly alternatives: readonly Path[];
}

const routeLegs = (context: PathContext, tableId: string, route: Route | null, atom: number): Legs => {
  if (route === null)
    return oneWay([blocks('route', tableId, { kind: 'no-route', routeTableId: tableId, side: 'function' })]);
  const inactive = inactiveRouteStep(tableId, route, 'function');
  if (inactive !== null) return oneWay([inactive]);
  const legs = behindRoute(context, tableId, route, atom);
  return { steps: [routePasses(tableId, route), ...legs.steps], reply: legs.reply };
};

/** What the subnet's table can do with the packet: one way, or several of which one is taken and not known. */
const waysOf = (context: PathContext, atom: number): { readonly main: Legs; readonly others: readonly Legs[] } => {
  const table = tableOf(context, context.subnet);
  const unclear = (id: string, doubt: Doubt): Legs => oneWay([unknown('route', id, doubt)]);
  if (table.status === 'unknown')
    return { main: unclear(`the route table of ${context.subnet.id}`, table.doubt), others: [] };
  const tableId = table.table.id;
  const choice = routeAt(planOf(context, table.table), atom);
  switch (choice.kind) {
    case 'route':
      return { main: routeLegs(context, tableId, choice.route, atom), others: [] };
    case 'none':
      return { main: routeLegs(context, tableId, null, atom), others: [] };
    case 'unclear':
      return {
        main: unclear(tableId, choice.doubt),
        others: choice.candidates.map((route) => routeLegs(context, tableId, route, atom)),
      };
    default:
      return choice satisfies never;
  }
};

/** Encryption Controls in enforce mode drop what they do not allow; which traffic that is, is not evaluated yet. */
const encryptionSteps = (context: PathContext): Step[] => {
  const vpc = lookup(context.world.vpcs, context.subnet.vpcId);
  const { vpcId } = context.subnet;
  if (vpc.status === 'unavailable') return [unknown('route', vpcId, vpc.doubt)];
  if (vpc.status === 'missing') return [unknown('route', vpcId, absent(context, vpcId))];
  const mode = vpc.item.encryptionControlMode;
  if (mode === null || mode === 'monitor') return [];
  return [
    unknown('route', context.subnet.vpcId, { kind: 'encryption-controls', resource: context.subnet.vpcId, mode }),
  ];
};

const targetSteps = ({ axis }: PathContext, steps: readonly Step[]): Step[] =>
  steps.some((step) => step.hop === 'target')
    ? []
    : [passes('target', axis.family === 'ipv4' ? 'internet' : 'internet6', 'the far side; no packet is sent to it')];

/** The path of a TCP connection from the function to an address in this atom, and of its replies. */
export const pathAt = (context: PathContext, atom: number): Path => {
  const own = { subnet: context.subnet, side: 'function', address: 'destination' } as const;
  const request = [
    ...ipv6InterfaceSteps(context),
    securityGroupStep(context),
    networkAclStep(context, { ...own, direction: 'egress', leg: 'request', port: 'destination' }),
    ...encryptionSteps(context),
  ];
  const reply = networkAclStep(context, { ...own, direction: 'ingress', leg: 'reply', port: 'function' });
  const whole = (legs: Legs): Path => ({
    steps: [...request, ...legs.steps, ...targetSteps(context, legs.steps), ...legs.reply, reply],
    alternatives: [],
  });
  const { main, others } = waysOf(context, atom);
  return { ...whole(main), alternatives: others.map(whole) };
};
