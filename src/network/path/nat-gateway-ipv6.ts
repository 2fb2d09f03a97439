import type { Route } from '../../model/kinds/route-tables.ts';
import { blocks, isDeadEnd, type Step, unknown } from '../step.ts';
import { destinationText } from '../words.ts';
import type { PathContext } from './context.ts';
import { natGatewayOf } from './nat-gateway.ts';
import { notEvaluated } from './nat-gateway-state.ts';
import { isTranslatedAt } from './private-address.ts';

const hop = 'nat-gateway';

/** What is certain of packets to addresses that stand for IPv4 addresses: a NAT gateway that cannot send takes none. */
const translatedStep = (context: PathContext, id: string, tableId: string, route: Route): Step => {
  const named = natGatewayOf(context, id, tableId, route);
  if ('only' in named) return named.only;
  const { nat, state, fault } = named;
  if (isDeadEnd(state)) return state;
  if (fault !== null && nat.availabilityMode !== 'regional') return fault;
  return unknown(
    hop,
    id,
    notEvaluated(id, `what ${id} does with an address that stands for an IPv4 address is not evaluated`),
  );
};

/**
 * A NAT gateway serves IPv6 only for 64:ff9b::/96, which stands for IPv4 addresses.
 * https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-nat64-dns64.html
 */
export const ipv6NatGatewayStep = (
  context: PathContext,
  natGatewayId: string,
  routeTableId: string,
  route: Route,
  atom: number,
): Step => {
  if (isTranslatedAt(context, atom)) return translatedStep(context, natGatewayId, routeTableId, route);
  const destination = destinationText(route);
  return blocks(hop, natGatewayId, { kind: 'nat-gateway-ipv6', natGatewayId, routeTableId, destination });
};
