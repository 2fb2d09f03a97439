import type { FunctionNetwork } from '../../model/kinds/functions.ts';

type Attached = Extract<FunctionNetwork, { readonly kind: 'vpc' }>;

const isSame = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((id) => b.includes(id));

/** Where a version of a function is attached, in one line. */
export const networkLine = (network: FunctionNetwork): string => {
  if (network.kind === 'none') return 'not attached to a VPC';
  if (network.kind === 'capacity-provider') return `on ${network.capacityProviderArn}`;
  const { subnetIds, securityGroupIds, ipv6AllowedForDualStack } = network;
  const ipv6 = ipv6AllowedForDualStack ? ', Ipv6AllowedForDualStack' : '';
  return `subnets ${subnetIds.join(', ')}; security groups ${securityGroupIds.join(', ')}${ipv6}`;
};

const differencesOfAttached = (own: Attached, other: Attached): string[] => [
  ...(isSame(own.subnetIds, other.subnetIds) ? [] : ['its subnets']),
  ...(isSame(own.securityGroupIds, other.securityGroupIds) ? [] : ['its security groups']),
  ...(own.ipv6AllowedForDualStack === other.ipv6AllowedForDualStack ? [] : ['Ipv6AllowedForDualStack']),
];

/** In what the network of a version differs from that of $LATEST; the order of ids does not count. */
export const networkDifferences = (latest: FunctionNetwork, version: FunctionNetwork): string[] => {
  if (latest.kind === 'vpc' && version.kind === 'vpc') return differencesOfAttached(latest, version);
  if (networkLine(latest) === networkLine(version)) return [];
  const isOnCapacityProvider = [latest, version].some(({ kind }) => kind === 'capacity-provider');
  return [isOnCapacityProvider ? 'its capacity provider' : 'whether it is attached to a VPC'];
};
