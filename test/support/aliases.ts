import type { FunctionNetwork } from '../../src/model/kinds/functions.ts';
import type { Mutable, Network } from './network.ts';

/** The network of orders-api with another part; orders-api itself stays as it is. */
export const attachedWith = (
  n: Network,
  over: Partial<Extract<FunctionNetwork, { kind: 'vpc' }>>,
): Mutable<FunctionNetwork> => structuredClone({ ...n.network(), ...over }) as Mutable<FunctionNetwork>;

/** An alias of orders-api that sends traffic to published versions with these networks, numbered from 3. */
export const addAlias = (n: Network, name: string, ...networks: readonly Mutable<FunctionNetwork>[]): void => {
  const fn = n.function();
  const known = fn.aliases?.status === 'known' ? fn.aliases.value : [];
  const versions = networks.map((network, index) => ({ version: `${3 + index}`, network }));
  fn.aliases = { status: 'known', value: [...known, { name, versions }] };
};
