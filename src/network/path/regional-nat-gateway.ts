import type { NatGateway, NatGatewayAddress } from '../../model/kinds/nat-gateways.ts';
import type { EffectiveRouteTable } from '../effective-route-table.ts';
import { blocks, type Step, unknown } from '../step.ts';
import { lookup } from '../world.ts';
import type { GatewayUser } from './block-public-access.ts';
import { absent, type PathContext } from './context.ts';
import type { Legs } from './legs.ts';
import { networkLegs } from './nat-gateway-inside.ts';
import { onwardSteps } from './nat-gateway-onward.ts';
import { notEvaluated, unevaluated } from './nat-gateway-state.ts';
import { byEachRoute, routeIn } from './nat-subnet.ts';
import { backToFunction } from './reply-route.ts';

const hop = 'nat-gateway';

const isInUse = ({ status }: NatGatewayAddress): boolean => status === 'succeeded' || status === null;

/** Zones in which a regional NAT gateway has a public address in use. */
const coveredZones = ({ addresses }: NatGateway): string[] => [
  ...new Set(
    addresses
      .filter((address) => isInUse(address) && address.publicIp !== null)
      .flatMap(({ availabilityZoneId }) => availabilityZoneId ?? []),
  ),
];

/** Whether an address that is changing, or does not say its zone, can serve a zone. */
const mayCover = ({ addresses }: NatGateway, zone: string): boolean =>
  addresses.some((address) => {
    const { availabilityZoneId, status } = address;
    if (status === 'failed') return false;
    return availabilityZoneId === null || (availabilityZoneId === zone && !isInUse(address));
  });

/**
 * In automatic mode AWS adds a zone within an hour and carries its traffic across zones until then. In manual mode a
 * zone without an address is not served, as the explanation code REGIONAL_NGW_ROUTE_AZ_RESTRICTION says.
 */
const zoneStep = (context: PathContext, nat: NatGateway): Step | null => {
  const { addresses, autoProvisionZones } = nat;
  if (autoProvisionZones === 'enabled' && addresses.length > 0) return null;
  const zone = context.subnet.availabilityZoneId;
  const covered = coveredZones(nat);
  if (zone !== null && covered.includes(zone)) return null;
  if (autoProvisionZones !== 'disabled' || addresses.length === 0 || zone === null || mayCover(nat, zone)) {
    const what = `which zones ${nat.id} covers cannot be told`;
    return unknown(hop, nat.id, { kind: 'not-evaluated', resource: nat.id, what });
  }
  const gap = { natGatewayId: nat.id, availabilityZoneId: zone, coveredZones: covered };
  return blocks(hop, nat.id, { kind: 'regional-nat-zone', ...gap });
};

/** Its own route table, which AWS makes with a route to the internet gateway. */
const ownTable = (context: PathContext, nat: NatGateway): EffectiveRouteTable => {
  if (nat.routeTableId === null)
    return {
      status: 'unknown',
      doubt: { kind: 'missing', resource: `the route table of ${nat.id}` },
      candidates: [],
    };
  const found = lookup(context.world.routeTables, nat.routeTableId);
  if (found.status === 'found') return { status: 'found', table: found.item, how: 'explicit' };
  const doubt = found.status === 'missing' ? absent(context, nat.routeTableId) : found.doubt;
  return { status: 'unknown', doubt, candidates: [] };
};

const vpcAsUser = (context: PathContext): GatewayUser => {
  const { vpcId, ownerId } = context.subnet;
  const vpc = lookup(context.world.vpcs, vpcId);
  const internetGatewayBlockMode = vpc.status === 'found' ? vpc.item.internetGatewayBlockMode : null;
  return { id: vpcId, vpcId, ownerId, internetGatewayBlockMode };
};

/**
 * Through a regional NAT gateway, which stands in no subnet: its zones, its own route table and the internet gateway
 * behind it. No network ACL but that of the function's subnet is known to apply.
 * https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateways-regional.html
 */
export const regionalNatSteps = (
  context: PathContext,
  nat: NatGateway,
  state: Step,
  fault: Step | null,
  atom: number,
): Legs => {
  const what = unevaluated(nat);
  const gap = zoneStep(context, nat);
  const table = ownTable(context, nat);
  const onward = routeIn(context, table, `the route table of ${nat.id}`, atom);
  const reply = table.status === 'found' ? backToFunction(context, table.table) : [];
  const own = [
    fault ?? state,
    ...(what === null || fault !== null ? [] : [unknown(hop, nat.id, notEvaluated(nat.id, what))]),
    ...(gap === null ? [] : [gap]),
  ];
  return byEachRoute(onward, (way) => {
    const inside = networkLegs(context, nat, null, way, atom);
    if (inside !== null) return { steps: [...own, ...inside.steps], reply: [...inside.reply, ...reply] };
    return { steps: [...own, ...onwardSteps(context, nat, vpcAsUser(context), way, atom)], reply };
  });
};
