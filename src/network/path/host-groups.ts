import type { NetworkInterface } from '../../model/kinds/network-interfaces.ts';
import { gateStep, type Step } from '../step.ts';
import { type Caller, seenBy } from './caller.ts';
import type { PathContext } from './context.ts';
import { groupList } from './security-group.ts';

/** What has the address and its groups: an interface, or an endpoint whose interfaces could not be read. */
interface Host {
  readonly id: string;
  readonly securityGroupIds: readonly string[];
  readonly ofEndpoint: boolean;
}

export const hostOf = ({ id, securityGroupIds, interfaceType }: NetworkInterface): Host => ({
  id,
  securityGroupIds,
  ofEndpoint: interfaceType === 'vpc_endpoint',
});

/** The far interface's groups let the caller in, by its addresses or by a reference to one of its groups. */
export const groupStep = (context: PathContext, host: Host, caller: Caller): Step => {
  const { id: hostId, securityGroupIds, ofEndpoint } = host;
  const { list, doubt } = groupList(context, securityGroupIds, 'ingress', caller);
  const step = gateStep('target', hostId, 'its security groups let the function in', {
    list,
    doubt,
    address: 'function',
    port: 'destination',
    owner: {
      kind: 'target-security-group',
      hostId,
      ofEndpoint,
      securityGroupIds,
      peer: caller.cidr,
      seesGroups: caller.securityGroupIds.length > 0,
    },
  });
  return seenBy(caller, step);
};
