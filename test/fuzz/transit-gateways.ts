import type { RouteTarget } from '../../src/model/kinds/route-tables.ts';
import type { TransitGatewayRoute } from '../../src/model/kinds/transit-gateway-route-tables.ts';
import type { TransitGatewayVpcAttachment } from '../../src/model/kinds/transit-gateway-vpc-attachments.ts';
import type { AddressPlan } from './address-plan.ts';
import type { Random } from './random.ts';
import { account, functionSubnets, type Lists, natSubnets, otherAccount, vpcId } from './resources.ts';
import { route } from './routes.ts';
import { type Twist, twist } from './twist.ts';

type Routing = TransitGatewayVpcAttachment['routing'];
type Table = Lists['transitGatewayRouteTables'][number];

const tableId = 'tgw-rtb-1' as const;

const association = (random: Random): Extract<Routing, { status: 'known' }>['value']['association'] => {
  if (random.chance(0.2)) return null;
  if (random.chance(0.02)) return { routeTableId: null, state: 'associated' };
  const states = ['associating', 'disassociating', 'disassociated', 'unknown:resting'] as const;
  return { routeTableId: tableId, state: random.chance(0.9) ? 'associated' : random.pick(states) };
};

const routing = (random: Random): Lists['transitGatewayVpcAttachments'][number]['routing'] => {
  if (random.chance(0.05)) return { status: 'unavailable', action: 'ec2:Describe', reason: 'access denied' };
  const transitGatewayOwnerId = random.pick([account, account, account, account, otherAccount, null]);
  return { status: 'known', value: { transitGatewayOwnerId, vpcOwnerId: account, association: association(random) } };
};

const attachments = [{ id: 'tgw-attach-2', resourceId: 'vpc-9' }];

const transitRoute = ({ destinations, other }: AddressPlan, random: Random): TransitGatewayRoute => {
  const isOdd = random.chance(0.04);
  return {
    cidr: random.pick([...destinations, ...destinations, ...destinations, other.cidr]),
    prefixListId: random.chance(0.3) ? 'pl-1' : null,
    type: isOdd
      ? random.pick(['system', 'unknown:dreamt', null] as const)
      : random.pick(['static', 'propagated'] as const),
    state: random.chance(0.04)
      ? random.pick(['pending', 'deleting', 'deleted', 'unknown:resting'] as const)
      : random.pick(['active', 'blackhole'] as const),
    attachments: [...attachments],
  };
};

/** Routes that tie, nest and overlap; of some nothing is known. */
const table = (plan: AddressPlan, random: Random): Table => {
  if (random.chance(0.05))
    return { id: tableId, routes: { status: 'unavailable', action: 'ec2:Search', reason: 'not read' } };
  const value = Array.from({ length: random.pick([0, 1, 1, 2, 3, 4, 6]) }, () => transitRoute(plan, random));
  for (const { cidr } of value.filter(() => random.chance(0.3))) value.push({ ...transitRoute(plan, random), cidr });
  if (random.chance(0.01)) value.push({ ...transitRoute(plan, random), cidr: 'nowhere' });
  return {
    id: tableId,
    routes: { status: 'known', value: value.map((route) => ({ ...route, attachments: [...attachments] })) },
  };
};

export const addTransitGateway = (plan: AddressPlan, n: Lists, random: Random): RouteTarget => {
  if (n.transitGatewayVpcAttachments.length === 0 && random.chance(0.95)) {
    n.transitGatewayVpcAttachments.push({
      id: 'tgw-attach-1',
      transitGatewayId: 'tgw-1',
      vpcId,
      state: random.chance(0.85)
        ? 'available'
        : random.pick(['deleted', 'pending', 'failed', 'modifying', 'rejected'] as const),
      subnetIds: [random.pick([...functionSubnets, ...natSubnets, 'subnet-gone'] as const)],
      routing: routing(random),
    });
    if (random.chance(0.97)) n.transitGatewayRouteTables.push(table(plan, random));
  }
  return { kind: 'transit-gateway', id: 'tgw-1' };
};

/** Both functions to an own transit gateway that is attached in their zones, so that its table decides. */
const sendToTransitGateway = (plan: AddressPlan, n: Lists, random: Random): void => {
  const target = addTransitGateway(plan, n, random);
  for (const attachment of n.transitGatewayVpcAttachments) {
    attachment.subnetIds.push(...functionSubnets);
    attachment.state = 'available';
    if (attachment.routing.status === 'known') attachment.routing.value.transitGatewayOwnerId = account;
  }
  const destination = random.pick([plan.everywhere, plan.everywhere, random.pick(plan.destinations)]);
  for (const { id, routes } of n.routeTables) {
    if (!['rtb-fa', 'rtb-fb'].includes(id) || random.chance(0.4)) continue;
    const known = routes.find((item) => 'cidr' in item.destination && item.destination.cidr === destination);
    if (known === undefined) routes.push(route(destination, target));
    else Object.assign(known, { target, state: 'active' });
  }
};

export const transitGatewayTwists = (plan: AddressPlan): readonly Twist[] => [
  twist(2.5, (n, random) => sendToTransitGateway(plan, n, random)),
];
