import type { CapacityProviderNetwork } from '../../src/model/kinds/capacity-providers.ts';
import type { Mutable, Network } from './network.ts';

export const providerArn = 'arn:aws:lambda:eu-west-1:123456789012:capacity-provider:orders';

/** Puts the function on a capacity provider that has its subnets and security groups. */
export const moveToProvider = (n: Network): void => {
  const { subnetIds, securityGroupIds } = n.network();
  const value: Mutable<CapacityProviderNetwork> = { state: 'Active', subnetIds, securityGroupIds };
  n.all.capacityProviders.push({ id: providerArn, network: { status: 'known', value } });
  n.function().network = { kind: 'capacity-provider', capacityProviderArn: providerArn };
};

/** What GetCapacityProvider answers, which may be changed. */
export const provider = (n: Network): Mutable<CapacityProviderNetwork> => {
  const network = n.all.capacityProviders[0]?.network;
  if (network?.status !== 'known') throw new Error('there is no capacity provider');
  return network.value;
};

/** The correct network with its function on a capacity provider, and a change to it. */
export const onProvider =
  (change: (n: Network) => void) =>
  (n: Network): void => {
    moveToProvider(n);
    change(n);
  };
