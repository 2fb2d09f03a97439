import type { GatewayAttachment } from '../../model/kinds/internet-gateways.ts';
import type { RouteTableAssociation } from '../../model/kinds/route-tables.ts';
import type { HopKind } from '../../model/report.ts';
import type { Address } from './block.ts';
import { decideByPublicAccess, type Sender } from './block-public-access.ts';
import { meetEncryptionControl } from './encryption-control.ts';
import type { Facts, FactsTable } from './facts.ts';
import { foundOnce } from './found-once.ts';
import { isNeverPublic } from './internal.ts';
import { find, type Items } from './items.ts';
import type { Decision, NumberedPacket, Walk } from './packet.ts';
import type { Place } from './place.ts';
import { routesFor } from './route-choice.ts';

interface Gateway {
  readonly id: string;
  readonly attachments: readonly GatewayAttachment[];
}

/** An attached internet gateway says `available`, an egress-only one `attached`. */
export const decideByAttachment = (gateways: Items<Gateway>, id: string, place: Place): readonly [Decision, string] => {
  const gateway = find(gateways, id);
  if (gateway === 'unread') return ['unknown', 'could not be read'];
  if (gateway === 'absent') return [place.shared ? 'unknown' : 'blocks', 'is not there'];
  if (place.vpcId === null) return ['unknown', 'the VPC is not known'];
  const states = gateway.attachments.filter(({ vpcId }) => vpcId === place.vpcId).map(({ state }) => state);
  if (states.some((state) => state === null || state === 'available' || state === 'attached'))
    return ['passes', 'attached'];
  const open = states.some((state) => state !== 'detached');
  return [open ? 'unknown' : 'blocks', 'is not attached to the VPC'];
};

interface EdgeTable {
  readonly table: FactsTable;
  readonly state: RouteTableAssociation['state'];
}

const edgeTablesOf = foundOnce(
  ({ routeTables }, gatewayId: string): readonly EdgeTable[] =>
    (routeTables ?? []).flatMap((table): EdgeTable[] => {
      const association = table.associations.find((item) => item.gatewayId === gatewayId);
      if (association === undefined || association.state === 'disassociated' || association.state === 'failed')
        return [];
      return [{ table, state: association.state }];
    }),
  (gatewayId) => gatewayId,
);

/** A gateway (edge) route table steers what comes in; only `local` brings it straight to the subnet. */
const meetEdgeTables = (walk: Walk, facts: Facts, gatewayId: string, addresses: readonly Address[]): boolean => {
  if (facts.routeTables === null) return walk.meet('route', gatewayId, 'unknown', 'route tables could not be read');
  for (const { table, state } of edgeTablesOf(facts, gatewayId)) {
    const routes = new Set(addresses.flatMap((address) => routesFor(facts, table, address)));
    const [route] = routes.size === 1 ? routes : [];
    const local = route?.target.kind === 'local' && route.state === 'active';
    const allLocal = table.lines.every((line) => line.route.target.kind === 'local' && line.route.state === 'active');
    const dropped = route?.state === 'blackhole' && (state === null || state === 'associated');
    const decision = local || allLocal ? 'passes' : dropped ? 'blocks' : 'unknown';
    if (!walk.meet('route', table.id, decision, 'the gateway route table')) return false;
  }
  return true;
};

/**
 * Gateways to the internet drop packets to addresses that the internet does not have.
 * https://docs.aws.amazon.com/vpc/latest/reachability/explanation-codes.html
 */
export const meetPublicDestination = (walk: Walk, where: HopKind, id: string, destination: Address): boolean =>
  !isNeverPublic(destination) || walk.meet(where, id, 'blocks', 'takes no private destination');

/** Of a sender whose address is not known, the first and the last one of its subnet; they may not take one route. */
const addressesOf = ({ blocks }: Place, address: Address | null): readonly Address[] =>
  address === null ? blocks.flatMap(({ first, last }) => [first, last]) : [address];

/** Out through an internet gateway, and the reply back in to the private address of the sender. */
export const throughInternetGateway = (
  walk: Walk,
  facts: Facts,
  { destination }: NumberedPacket,
  place: Place,
  gatewayId: string,
  sender: Sender,
  address: Address | null,
): boolean => {
  const [decision, why] = decideByAttachment(facts.internetGateways, gatewayId, place);
  meetEncryptionControl(walk, facts, place, 'internetGateway');
  return (
    walk.meet('internet-gateway', gatewayId, decision, why) &&
    meetPublicDestination(walk, 'internet-gateway', gatewayId, destination) &&
    walk.meet('internet-gateway', gatewayId, decideByPublicAccess(facts, place, sender), 'VPC Block Public Access') &&
    (place.subnetId === null || meetEdgeTables(walk, facts, gatewayId, addressesOf(place, address)))
  );
};

const hasPublicAddress = ({ interfaces }: Facts, { subnetId, securityGroupIds }: NumberedPacket): boolean => {
  const groups = securityGroupIds.toSorted().join();
  return (interfaces ?? []).some(
    (nic) =>
      nic.ofLambda &&
      nic.subnetId === subnetId &&
      nic.securityGroupIds.toSorted().join() === groups &&
      nic.privateIpAddresses.some(({ publicIp }) => publicIp !== null),
  );
};

/**
 * Straight from Lambda's interface, which has no public IPv4 address. An Elastic IP address that somebody put on it
 * may work until Lambda replaces the interface. IPv6 addresses are public by themselves.
 * https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc-internet.html
 */
export const straightToInternetGateway = (
  walk: Walk,
  facts: Facts,
  packet: NumberedPacket,
  place: Place,
  gatewayId: string,
): boolean => {
  if (facts.family === 'ipv4') {
    const decision = packet.onInstances || hasPublicAddress(facts, packet) ? 'unknown' : 'blocks';
    if (!walk.meet('internet-gateway', gatewayId, decision, 'needs a public IPv4 address on the interface'))
      return false;
  }
  return throughInternetGateway(walk, facts, packet, place, gatewayId, 'interface', packet.sourceAddress);
};
