import type { Route, RouteTable } from '../model/kinds/route-tables.ts';
import type { Doubt } from './doubt.ts';
import { addressOfAwsStep } from './path/aws-address.ts';
import { behindRoute } from './path/behind-route.ts';
import { networkAclStep, ownTables, type PathContext, planOf, tableOf } from './path/context.ts';
import { encryptionSteps } from './path/encryption-controls.ts';
import { isNear, localLegs } from './path/far-side.ts';
import { ownInterfaceSteps } from './path/ipv6.ts';
import { behind, type Legs, oneWay, type Ways } from './path/legs.ts';
import { routePasses } from './path/nat-subnet.ts';
import { privateAddressSteps } from './path/private-address.ts';
import { inactiveRouteStep } from './path/route-state.ts';
import { securityGroupStep } from './path/security-group.ts';
import { targetAddress } from './path/target-address.ts';
import { routeAt } from './routing.ts';
import { blocks, type Gate, passes, type Step, unknown } from './step.ts';

/** What a packet meets on the way to an address and what its reply meets on the way back, in order. */
export interface Path {
  readonly steps: readonly Step[];
  /** The rule lists among the steps. */
  readonly gates: readonly Gate[];
  /** Paths of which one is taken, where it cannot be told which; the steps then say that it is not known. */
  readonly alternatives: readonly Path[];
}

const routeLegs = (context: PathContext, tableId: string, route: Route | null, atom: number): Legs => {
  if (route === null)
    return oneWay([
      blocks('route', tableId, { kind: 'no-route', routeTableId: tableId, side: 'function', target: context.target }),
    ]);
  const inactive = inactiveRouteStep(tableId, route, 'function');
  if (inactive !== null) return oneWay([inactive]);
  return behind(routePasses(tableId, route), behindRoute(context, tableId, route, atom));
};

const eachOf = (legs: Legs): readonly Legs[] => legs.others ?? [legs];

const waysBehind = (main: Legs): Ways => ({ main, others: main.others ?? [] });

const unclear = (id: string, doubt: Doubt, others: readonly Legs[]): Ways => ({
  main: oneWay([unknown('route', id, doubt)]),
  others,
});

const waysIn = (context: PathContext, table: RouteTable, atom: number): Ways => {
  const choice = routeAt(planOf(context, table), atom);
  switch (choice.kind) {
    case 'route':
      return waysBehind(routeLegs(context, table.id, choice.route, atom));
    case 'none':
      return waysBehind(routeLegs(context, table.id, null, atom));
    case 'unclear': {
      const others = choice.candidates.flatMap((route) => eachOf(routeLegs(context, table.id, route, atom)));
      return unclear(table.id, choice.doubt, others);
    }
    default:
      return choice satisfies never;
  }
};

/**
 * What the subnet's table, or each of those that can be the one, does with the packet. Inside the subnet none is asked.
 */
const waysOf = (context: PathContext, atom: number): Ways => {
  const near = isNear(context, atom);
  if (near === true) return { main: { ...localLegs(context, atom), withinSubnet: true }, others: [] };
  if (near === null && context.unread !== null) {
    const perhaps = unknown('target', targetAddress(context, atom), context.unread);
    return { main: { ...oneWay([perhaps]), withinSubnet: true }, others: [] };
  }
  const table = tableOf(context, context.subnet);
  if (table.status === 'found') return waysIn(context, table.table, atom);
  const ways = ownTables(context).map((candidate) => waysIn(context, candidate, atom));
  const others = ways.flatMap((way) => (way.others.length > 0 ? way.others : [way.main]));
  return unclear(`the route table of ${context.subnet.id}`, table.doubt, others);
};

const targetSteps = ({ target }: PathContext, steps: readonly Step[]): Step[] =>
  steps.some((step) => step.hop === 'target')
    ? []
    : [passes('target', target, 'the far side; no packet is sent to it')];

const gatesIn = (steps: readonly Step[]): Gate[] =>
  steps.flatMap(({ outcome }) => (outcome.kind === 'gate' ? [outcome.gate] : []));

/** Whether a step depends on the groups of the function: rules that name them, or interfaces that Lambda made for them. */
const dependsOnGroups = ({ outcome }: Step): boolean => {
  switch (outcome.kind) {
    case 'gate':
      return ['nat-instance-security-group', 'target-security-group'].includes(outcome.gate.owner.kind);
    case 'blocks':
      return outcome.blocker.kind === 'public-subnet';
    case 'unknown':
      return outcome.doubt.kind === 'public-address-on-lambda-interface';
    default:
      return false;
  }
};

/** Functions with other groups in the same subnet share what lies behind the groups. `key` names the routes that win. */
const sharedWays = (context: PathContext, atom: number, key: string): Ways => {
  const known = context.start.ways.get(key);
  if (known !== undefined) return known;
  const ways = waysOf(context, atom);
  const steps = [ways.main, ...ways.others].flatMap((legs) => legs.steps);
  if (!steps.some(dependsOnGroups)) context.start.ways.set(key, ways);
  return ways;
};

/** The path of a TCP connection from the function to an address in this atom, and of its replies. */
export const pathAt = (context: PathContext, atom: number, key: string): Path => {
  const ofAws = addressOfAwsStep(context, atom);
  if (ofAws !== null) return { steps: [...ownInterfaceSteps(context, atom), ofAws], gates: [], alternatives: [] };
  const own = { subnet: context.subnet, side: 'function', address: 'destination' } as const;
  const request = networkAclStep(context, { ...own, direction: 'egress', leg: 'request', port: 'destination' });
  const reply = networkAclStep(context, { ...own, direction: 'ingress', leg: 'reply', port: 'function' });
  const starts = [...ownInterfaceSteps(context, atom), securityGroupStep(context)];
  const whole = (legs: Legs): Path => {
    const onward = [...legs.steps, ...privateAddressSteps(context, atom, legs.steps)];
    const far = [...encryptionSteps(context, onward), ...onward, ...targetSteps(context, onward), ...legs.reply];
    const steps = legs.withinSubnet ? [...starts, ...far] : [...starts, request, ...far, reply];
    return { steps, gates: gatesIn(steps), alternatives: [] };
  };
  const { main, others } = sharedWays(context, atom, key);
  return { ...whole(main), alternatives: others.map(whole) };
};
