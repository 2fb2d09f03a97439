import type { NetworkInterface } from '../../model/kinds/network-interfaces.ts';
import { blocks, passes, type Step, unknown } from '../step.ts';
import { itemsOf, lookup } from '../world.ts';
import type { PathContext } from './context.ts';

const hop = 'nat-instance';

/** Whether the interface is on an instance that runs. */
const runningStep = (context: PathContext, eni: NetworkInterface): Step => {
  const stopped = (state: string): Step =>
    blocks(hop, eni.id, { kind: 'nat-instance-not-running', networkInterfaceId: eni.id, state });
  if (eni.instanceId === null) {
    if (eni.status === 'available') return stopped('not attached to an instance');
    const what = `${eni.id} is attached to something other than an instance`;
    return unknown(hop, eni.id, { kind: 'out-of-sight', resource: eni.id, what });
  }
  const instance = lookup(context.world.instances, eni.instanceId);
  if (instance.status === 'unavailable') return unknown(hop, eni.id, instance.doubt);
  if (instance.status === 'missing') return unknown(hop, eni.id, { kind: 'missing', resource: eni.instanceId });
  const { state } = instance.item;
  switch (state) {
    case 'running':
      return passes(hop, eni.id, `${eni.instanceId} is running; whether its operating system forwards is out of sight`);
    case 'stopped':
    case 'terminated':
    case 'shutting-down':
      return stopped(state);
    default:
      return unknown(hop, eni.id, { kind: 'in-transition', resource: eni.instanceId, state });
  }
};

/** An instance that forwards needs its source/destination check off. */
const checkStep = (eni: NetworkInterface): Step[] => {
  if (eni.sourceDestCheck === false) return [];
  if (eni.sourceDestCheck === null)
    return [unknown(hop, eni.id, { kind: 'missing', resource: `the source/destination check of ${eni.id}` })];
  return [blocks(hop, eni.id, { kind: 'nat-instance-source-dest-check', networkInterfaceId: eni.id })];
};

const hasPublicAddress = (eni: NetworkInterface): boolean =>
  eni.privateIpAddresses.some(({ publicIp }) => publicIp !== null);

/** A system sends from the primary address of the interface unless it is told otherwise. */
const sendsFromPublicAddress = (eni: NetworkInterface): boolean =>
  eni.privateIpAddresses.some(({ publicIp, primary }) => publicIp !== null && primary !== false);

/** The packet leaves from the address of an interface; an internet gateway needs that address to have a public one. */
const addressStep = (context: PathContext, eni: NetworkInterface): Step[] => {
  if (sendsFromPublicAddress(eni)) return [];
  if (hasPublicAddress(eni)) {
    const what = `only a second private address of ${eni.id} has a public one, and which address the NAT instance sends from is out of sight`;
    return [unknown(hop, eni.id, { kind: 'not-evaluated', resource: eni.id, what })];
  }
  const other = itemsOf(context.world.networkInterfaces).find(
    (candidate) =>
      candidate.instanceId !== null && candidate.instanceId === eni.instanceId && hasPublicAddress(candidate),
  );
  if (other === undefined)
    return [blocks(hop, eni.id, { kind: 'nat-instance-no-public-address', networkInterfaceId: eni.id })];
  const what = `only another interface of the NAT instance, ${other.id}, has a public address; such a pair is not evaluated yet`;
  return [unknown(hop, eni.id, { kind: 'not-evaluated', resource: eni.id, what })];
};

/** Whether packets have to leave by another interface of the instance, whose subnet and groups then count. */
export const leavesElsewhere = (context: PathContext, eni: NetworkInterface): boolean =>
  !hasPublicAddress(eni) &&
  itemsOf(context.world.networkInterfaces).some(
    (other) => other.instanceId !== null && other.instanceId === eni.instanceId && hasPublicAddress(other),
  );

/** Whether the instance behind an interface can forward packets to the internet. */
export const natInstanceStateSteps = (context: PathContext, eni: NetworkInterface): Step[] => [
  runningStep(context, eni),
  ...checkStep(eni),
  ...addressStep(context, eni),
];
