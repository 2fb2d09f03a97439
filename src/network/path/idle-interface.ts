import type { NetworkInterface } from '../../model/kinds/network-interfaces.ts';
import type { Doubt } from '../doubt.ts';
import { type Step, unknown } from '../step.ts';
import { lookup } from '../world.ts';
import type { PathContext } from './context.ts';

const idle = ({ world }: PathContext, { id, instanceId, status }: NetworkInterface): Doubt | null => {
  if (status === 'available') {
    const what = `${id} is attached to nothing, so nobody answers there`;
    return { kind: 'out-of-sight', resource: id, what };
  }
  const instance = instanceId === null ? null : lookup(world.instances, instanceId);
  if (instance?.status !== 'found' || instance.item.state === 'running') return null;
  const what = `${instance.item.id}, the instance of ${id}, is ${instance.item.state}`;
  return { kind: 'out-of-sight', resource: id, what };
};

/**
 * Nothing where somebody can answer at an interface. What stands there later is not known, so an idle one proves nothing.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_NetworkInterface.html
 */
export const idleInterfaceSteps = (context: PathContext, eni: NetworkInterface): Step[] => {
  const doubt = idle(context, eni);
  return doubt === null ? [] : [unknown('target', eni.id, doubt)];
};
