import { decideByPublicAccess, type Sender } from './block-public-access.ts';
import type { Facts } from './facts.ts';
import { find } from './items.ts';
import type { Decision, NumberedPacket, Walk } from './packet.ts';
import type { Place } from './place.ts';
import { routesFor } from './route-choice.ts';

/** An attached internet gateway says `available`. */
const decideByAttachment = (facts: Facts, id: string, place: Place): readonly [Decision, string] => {
  const gateway = find(facts.internetGateways, id);
  if (gateway === 'unread') return ['unknown', 'could not be read'];
  if (gateway === 'absent') return [place.shared ? 'unknown' : 'blocks', 'is not there'];
  if (place.vpcId === null) return ['unknown', 'the VPC is not known'];
  const states = gateway.attachments.filter(({ vpcId }) => vpcId === place.vpcId).map(({ state }) => state);
  if (states.some((state) => state === 'available' || state === 'attached')) return ['passes', 'attached'];
  const open = states.some((state) => state !== 'detached');
  return [open ? 'unknown' : 'blocks', 'is not attached to the VPC'];
};

/** A gateway (edge) route table steers what comes in; only `local` brings it straight to the subnet. */
const meetEdgeTables = (walk: Walk, facts: Facts, gatewayId: string, address: number | null): boolean => {
  if (facts.routeTables === null) return walk.meet('route', gatewayId, 'unknown', 'route tables could not be read');
  for (const table of facts.routeTables) {
    const association = table.associations.find((item) => item.gatewayId === gatewayId);
    if (association === undefined || association.state === 'disassociated' || association.state === 'failed') continue;
    const routes = address === null ? [] : routesFor(facts, table, address);
    const route = routes.length === 1 ? routes[0] : null;
    const local = route?.target.kind === 'local' && route.state === 'active';
    const allLocal = table.lines.every((line) => line.route.target.kind === 'local' && line.route.state === 'active');
    const dropped = route?.state === 'blackhole' && (association.state === null || association.state === 'associated');
    const decision = local || allLocal ? 'passes' : dropped ? 'blocks' : 'unknown';
    if (!walk.meet('route', table.id, decision, 'the gateway route table')) return false;
  }
  return true;
};

/** Out through an internet gateway, and the reply back in to the private address of the sender. */
export const throughInternetGateway = (
  walk: Walk,
  facts: Facts,
  place: Place,
  gatewayId: string,
  sender: Sender,
  address: number | null,
): boolean => {
  const [decision, why] = decideByAttachment(facts, gatewayId, place);
  return (
    walk.meet('internet-gateway', gatewayId, decision, why) &&
    walk.meet('internet-gateway', gatewayId, decideByPublicAccess(facts, place, sender), 'VPC Block Public Access') &&
    (place.subnetId === null || meetEdgeTables(walk, facts, gatewayId, address))
  );
};

/**
 * Straight from Lambda's interface, which has no public IPv4 address. An Elastic IP address that somebody put on it
 * may work until Lambda replaces the interface.
 * https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc-internet.html
 */
export const straightToInternetGateway = (
  walk: Walk,
  facts: Facts,
  packet: NumberedPacket,
  place: Place,
  gatewayId: string,
): boolean => {
  const groups = packet.securityGroupIds.toSorted().join();
  const publicAddress = (facts.interfaces ?? []).some(
    (nic) =>
      nic.ofLambda &&
      nic.subnetId === packet.subnetId &&
      nic.securityGroupIds.toSorted().join() === groups &&
      nic.privateIpAddresses.some(({ publicIp }) => publicIp !== null),
  );
  const decision = publicAddress ? 'unknown' : 'blocks';
  return (
    walk.meet('internet-gateway', gatewayId, decision, 'needs a public IPv4 address on the interface') &&
    throughInternetGateway(walk, facts, place, gatewayId, 'interface', packet.sourceAddress)
  );
};
