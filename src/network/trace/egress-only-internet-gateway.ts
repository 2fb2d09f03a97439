import { decideByPublicAccess } from './block-public-access.ts';
import { meetEncryptionControl } from './encryption-control.ts';
import type { Facts } from './facts.ts';
import { decideByAttachment, meetPublicDestination } from './internet-gateway.ts';
import type { NumberedPacket, Walk } from './packet.ts';
import type { Place } from './place.ts';

/**
 * Out over IPv6 and the reply back in. It is stateful, keeps the address and stands in no subnet; no gateway route table
 * can be associated with it. https://docs.aws.amazon.com/vpc/latest/userguide/egress-only-internet-gateway.html
 */
export const throughEgressOnlyGateway = (
  walk: Walk,
  facts: Facts,
  { destination }: NumberedPacket,
  place: Place,
  id: string,
): boolean => {
  const hop = 'egress-only-internet-gateway';
  const [decision, why] = decideByAttachment(facts.egressOnlyInternetGateways, id, place);
  meetEncryptionControl(walk, facts, place, 'egressOnlyInternetGateway');
  return (
    walk.meet(hop, id, decision, why) &&
    meetPublicDestination(walk, hop, id, destination) &&
    walk.meet(hop, id, decideByPublicAccess(facts, place, hop), 'VPC Block Public Access')
  );
};
