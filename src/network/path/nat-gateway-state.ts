import type { NatGateway, NatGatewayAddress } from '../../model/kinds/nat-gateways.ts';
import type { Route } from '../../model/kinds/route-tables.ts';
import type { Doubt } from '../doubt.ts';
import { blocks, passes, type Step, unknown } from '../step.ts';
import { destinationText } from '../words.ts';

const hop = 'nat-gateway';

export const notEvaluated = (resource: string, what: string): Doubt => ({ kind: 'not-evaluated', resource, what });

const failureOf = (nat: NatGateway): string | null =>
  [nat.failureCode, nat.failureMessage].filter((text) => text !== null).join(': ') || null;

/** What the state says. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_NatGateway.html */
export const natGatewayStateStep = (nat: NatGateway, tableId: string, route: Route): Step => {
  const { id, state } = nat;
  switch (state) {
    case 'available':
      return passes(hop, id, 'is available');
    case 'pending':
    case 'deleting':
      return unknown(hop, id, { kind: 'in-transition', resource: id, state });
    case 'failed':
    case 'deleted': {
      const seen = { routeTableId: tableId, destination: destinationText(route), failure: failureOf(nat) };
      return blocks(hop, id, { kind: 'nat-gateway-not-available', natGatewayId: id, state, ...seen });
    }
    default:
      return unknown(hop, id, notEvaluated(id, `${id} is in a state that this version does not know, ${state}`));
  }
};

const primaryAddresses = (nat: NatGateway): NatGatewayAddress[] =>
  nat.addresses.filter((address) => address.isPrimary !== false);

/** Whether packets can never leave with the public address of an entry: it has none, or could not be given it. */
const servesNobody = ({ publicIp, status }: NatGatewayAddress): boolean => publicIp === null || status === 'failed';

/** A NAT gateway whose primary address failed, or a public one without a public address, has none to send from. */
export const addressStep = (nat: NatGateway): Step | null => {
  const primary = primaryAddresses(nat);
  if (primary.length === 0) return null;
  const failed = primary.every(({ status }) => status === 'failed');
  const settled = nat.addresses.every(({ status }) => status === null || status === 'succeeded' || status === 'failed');
  const noneIsPublic = settled && nat.connectivityType !== 'private' && nat.addresses.every(servesNobody);
  if (!failed && !noneIsPublic) return null;
  const failure = failed ? (primary[0]?.failureMessage ?? null) : 'it has no public address';
  return blocks(hop, nat.id, { kind: 'nat-gateway-address', natGatewayId: nat.id, failure });
};

/** Properties of a NAT gateway that this version does not follow. */
export const unevaluated = (nat: NatGateway): string | null => {
  if (nat.availabilityMode !== null && nat.availabilityMode !== 'zonal' && nat.availabilityMode !== 'regional')
    return `${nat.id} has the availability mode ${nat.availabilityMode}`;
  if (nat.appliances.length > 0) return `${nat.id} sends traffic through an appliance (${nat.appliances.join(', ')})`;
  if (nat.connectivityType !== null && nat.connectivityType !== 'public' && nat.connectivityType !== 'private')
    return `${nat.id} has the connectivity type ${nat.connectivityType}`;
  if (nat.addresses.length === 0 && nat.connectivityType !== 'private')
    return `${nat.id} shows no address that it could send from`;
  const primary = primaryAddresses(nat);
  if (nat.addresses.length > 0 && !primary.some(({ status }) => status === null || status === 'succeeded'))
    return `the primary address of ${nat.id} is not in use (${primary[0]?.status ?? 'none is primary'})`;
  return null;
};
