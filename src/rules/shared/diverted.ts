import type { BlockerKind, BlockerOf } from '../../network/blocker.ts';
import { routeText } from '../../network/words.ts';
import { lookup } from '../../network/world.ts';
import type { Cause, Diversion, Occurrence, OpenQuestion, RuleContext } from '../rule.ts';

type Context = Pick<RuleContext, 'diversions' | 'observations' | 'hints' | 'unavailable'>;

/** A route that is more specific than the default one of its table. */
export type DivertingRoute = Pick<Diversion, 'routeTableId' | 'destination' | 'target'>;

/** Faults of a route's target, so that without the route nothing would be wrong. */
export const faultsOfTarget = [
  'default-route-to-peering',
  'nat-gateway-not-available',
  'transit-gateway-zone',
  'transit-gateway-route',
  'vpc-endpoint-missing',
] as const satisfies readonly BlockerKind[];

type FaultOfTarget = (typeof faultsOfTarget)[number];

const lineOf = ({ destination, target }: DivertingRoute): string => `${destination} → ${target}`;

/** Whether the path that shows a defect takes the diverting route, and no other subnet is concerned. */
const takes = ({ evidence, subnetIds }: Occurrence, diversion: Diversion): boolean =>
  evidence.some(({ resource, note }) => resource === diversion.routeTableId && note === `sends ${lineOf(diversion)}`) &&
  subnetIds.every((id) => diversion.subnetIds.includes(id));

/** Whether all that the diversion leaves to the default route works. */
const leavesTheRestWorking = (
  { observations }: Context,
  { subnetIds, targets, verdict, isException }: Diversion,
): boolean => {
  const whole = verdict === 'unknown' ? 'unknown' : 'partial';
  return observations
    .filter((seen) => subnetIds.includes(seen.subnetId) && targets.includes(seen.target))
    .every((seen) => seen.verdict === (isException ? 'reachable' : whole));
};

/** A blackhole drops packets and sends them nowhere. */
const isActive = ({ hints }: Context, diversion: Diversion): boolean => {
  const table = lookup(hints.routeTables, diversion.routeTableId);
  const routes = table.status === 'found' ? table.item.routes : [];
  return routes.some((route) => route.state === 'active' && routeText(route) === lineOf(diversion));
};

const isMeant = (context: Context, diversion: Diversion): boolean =>
  isActive(context, diversion) && leavesTheRestWorking(context, diversion);

/** The diversion that is at fault where a route's target stops packets, while the default route works. */
export const diversionOfCause = (
  context: Context,
  cause: Cause<BlockerOf<FaultOfTarget>>,
): DivertingRoute | undefined =>
  context.diversions.find(
    (diversion) => !diversion.isException && takes(cause, diversion) && isMeant(context, diversion),
  );

/** The same where the way goes on out of sight behind the route's target. */
export const diversionOfQuestion = (context: Context, question: OpenQuestion): DivertingRoute | undefined => {
  const { doubt } = question;
  if (doubt.kind !== 'out-of-sight' && doubt.kind !== 'not-evaluated') return undefined;
  return context.diversions.find(
    (diversion) =>
      !diversion.isException &&
      diversion.target === doubt.resource &&
      takes(question, diversion) &&
      isMeant(context, diversion),
  );
};

/** The same in the subnet of a NAT gateway, whose table sends a part of the internet elsewhere. */
export const diversionBehindNat = (
  { observations }: Context,
  cause: Cause<BlockerOf<'nat-gateway-no-way-out'>>,
): DivertingRoute | undefined => {
  const { why, routeTableId, line } = cause.blocker;
  const [destination = '', target = ''] = line.split(' → ');
  const isPartial = observations
    .filter((seen) => cause.subnetIds.includes(seen.subnetId) && cause.targets.includes(seen.target))
    .every(({ verdict }) => verdict === 'partial');
  if (why !== 'other-target' || destination === '0.0.0.0/0' || !isPartial) return undefined;
  return { routeTableId, destination, target };
};

/** What stops a diversion's packets is a rule list, or a read that failed, of which other findings speak. */
const isOfAnother = ({ unavailable }: Context, { evidence }: Diversion): boolean => {
  const last = evidence.at(-1);
  return (
    last === undefined ||
    last.resource.startsWith('acl-') ||
    unavailable.some(({ action }) => last.note.startsWith(action))
  );
};

/** Diversions of a few addresses only, which leave the answer as it is. */
export const divertedExceptions = (context: Context): Diversion[] =>
  context.diversions.filter(
    (diversion) =>
      diversion.isException &&
      takes(diversion, diversion) &&
      !isOfAnother(context, diversion) &&
      isMeant(context, diversion),
  );
