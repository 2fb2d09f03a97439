import type { NetworkInterface } from '../../model/kinds/network-interfaces.ts';
import { lookup, type World } from '../../network/world.ts';

/** The interface of a NAT instance, if it was read. */
export const interfaceOf = (world: Pick<World, 'networkInterfaces'>, id: string): NetworkInterface | null => {
  const found = lookup(world.networkInterfaces, id);
  return found.status === 'found' ? found.item : null;
};

/** `NAT instance i-… (eni-…)`, or what of it is known. */
export const natInstanceText = (world: Pick<World, 'networkInterfaces'>, eniId: string): string => {
  const instanceId = interfaceOf(world, eniId)?.instanceId ?? null;
  return instanceId === null ? `NAT instance interface ${eniId}` : `NAT instance ${instanceId} (${eniId})`;
};
