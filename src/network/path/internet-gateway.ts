import type { BlockerOf, Side } from '../blocker.ts';
import { blocks, passes, type Step, unknown } from '../step.ts';
import { lookup } from '../world.ts';
import { blockPublicAccessSteps, type GatewayUser } from './block-public-access.ts';
import { absent, isShared, type PathContext } from './context.ts';

/**
 * The internet gateway at the end of a path: attached to the VPC, and not shut by Block Public Access for the subnet
 * that uses it. An attached gateway says `available`.
 * https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html
 */
export const internetGatewaySteps = (
  context: PathContext,
  id: string,
  user: GatewayUser,
  side: Side,
  via: BlockerOf<'block-public-access'>['via'],
): Step[] => {
  const hop = 'internet-gateway';
  const found = lookup(context.world.internetGateways, id);
  const shut = blockPublicAccessSteps(context, hop, id, user, via);
  if (found.status === 'unavailable') return [unknown(hop, id, found.doubt), ...shut];
  const detached = { kind: 'internet-gateway-not-attached', internetGatewayId: id, side } as const;
  if (found.status === 'missing') {
    if (isShared(context)) return [unknown(hop, id, absent(context, id)), ...shut];
    return [blocks(hop, id, { ...detached, seen: false }), ...shut];
  }
  const attachment = found.item.attachments.find((candidate) => candidate.vpcId === user.vpcId);
  const state = attachment === undefined ? 'detached' : attachment.state;
  switch (state) {
    case null:
    case 'available':
    case 'attached':
      return [passes(hop, id, 'is attached to the VPC'), ...shut];
    case 'detached':
      return [blocks(hop, id, { ...detached, seen: true }), ...shut];
    default:
      return [unknown(hop, id, { kind: 'in-transition', resource: id, state }), ...shut];
  }
};
