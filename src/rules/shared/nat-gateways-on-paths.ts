import type { NatGateway } from '../../model/kinds/nat-gateways.ts';
import { type Indexed, lookup } from '../../network/world.ts';
import type { Observation } from '../rule.ts';

/** The NAT gateways that lie on what was seen, so that an account with many is not searched for each function. */
export const natGatewaysOnPaths = (
  natGateways: Indexed<NatGateway>,
  observations: readonly Observation[],
): readonly NatGateway[] => {
  const ids = new Set(observations.flatMap(({ resources }) => [...resources].filter((id) => id.startsWith('nat-'))));
  return [...ids].flatMap((id) => {
    const found = lookup(natGateways, id);
    return found.status === 'found' ? [found.item] : [];
  });
};
