import type { Doubt } from '../doubt.ts';
import type { RuleList } from '../gates/rule-list.ts';
import { allPorts, ephemeralPorts, intersectPorts, noPorts, samePorts } from '../ports.ts';
import type { Gate } from '../step.ts';
import type { Sender } from '../world.ts';

/**
 * Whether the function runs on EC2 instances of a capacity provider, and not behind an interface that Lambda makes.
 * https://docs.aws.amazon.com/lambda/latest/dg/lambda-managed-instances.html
 */
export const isOnInstances = (fn: Pick<Sender, 'network'>): boolean => fn.network.kind === 'capacity-provider';

/** An instance can have a public address where an interface of Lambda has none; it is not in what is read. */
export const publicAddressDoubt = (subnetId: string): Doubt => ({
  kind: 'not-evaluated',
  resource: subnetId,
  what: `whether the instances in ${subnetId} have public addresses is not known`,
});

export const ipv6AddressDoubt = (subnetId: string): Doubt => ({
  kind: 'not-evaluated',
  resource: subnetId,
  what: `whether the instances in ${subnetId} have IPv6 addresses is not known`,
});

/** Where a part of the ports is closed, those that are used may be open or closed. */
const allOrNothing = (list: RuleList): RuleList => ({
  ...list,
  decisions: list.decisions.map(({ lower, upper }) => ({
    lower: samePorts(intersectPorts(ephemeralPorts, lower), ephemeralPorts) ? allPorts : noPorts,
    upper: intersectPorts(ephemeralPorts, upper).length === 0 ? noPorts : allPorts,
  })),
});

/** A gate on the replies to an instance: AWS does not say from which of its ports the function sends. */
export const asForInstances = (gate: Gate, resource: string): Gate => {
  const what = `${resource} closes some of the ports to which replies come, and which of them the instances use is not documented`;
  return {
    ...gate,
    list: allOrNothing(gate.list),
    doubt: gate.doubt ?? { kind: 'not-evaluated', resource, what },
  };
};
