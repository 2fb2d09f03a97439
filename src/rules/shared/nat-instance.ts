import type { NetworkInterface } from '../../model/kinds/network-interfaces.ts';
import { lookup, type World } from '../../network/world.ts';
import type { Occurrence } from '../rule.ts';
import type { FixContext } from './fix-in-vpc.ts';
import type { RouteChange } from './route-command.ts';
import { ownRoutesTo, routesTo } from './route-places.ts';

/** The interface of a NAT instance, if it was read. */
export const interfaceOf = (world: Pick<World, 'networkInterfaces'>, id: string): NetworkInterface | null => {
  const found = lookup(world.networkInterfaces, id);
  return found.status === 'found' ? found.item : null;
};

/** The interface to which the route points, and the instance to which it belongs if that is known. */
export const natInstanceText = (world: Pick<World, 'networkInterfaces'>, eniId: string): string => {
  const instanceId = interfaceOf(world, eniId)?.instanceId ?? null;
  return instanceId === null ? `Interface ${eniId}` : `Interface ${eniId} of NAT instance ${instanceId}`;
};

/** Whether a route of its VPC leads to an interface, by its own id or by that of its instance. */
export const isNatInstance = ({ hints }: Pick<FixContext, 'hints'>, id: string): boolean => {
  const eni = interfaceOf(hints, id);
  if (eni?.vpcId === null || eni === null) return false;
  return [id, eni.instanceId ?? ''].some((target) => routesTo(hints, eni.vpcId ?? '', target).length > 0);
};

/** The first route of the function's subnets that leads to the NAT instance. */
export const routeTo = (
  context: FixContext,
  where: Occurrence,
  eniId: string,
  instanceId: string | null,
): RouteChange => {
  const [own] = [eniId, instanceId ?? ''].flatMap((id) => ownRoutesTo(context, where, id));
  return { verb: 'replace-route', ...(own ?? { tableId: '<route table>', destination: '0.0.0.0/0' }) };
};
