import type { Step } from '../network/step.ts';
import { allOf } from '../network/words.ts';
import type { SubnetOutcome } from './answers.ts';

const nounOf: Partial<Record<Step['hop'], string>> = {
  'nat-gateway': 'NAT gateway',
  'nat-instance': 'NAT instance',
  'vpc-endpoint': 'gateway endpoint',
};

/**
 * By what a subnet reaches an AWS service: the interface endpoint to which its name leads, the gateway endpoint in its
 * table, or the device that takes packets to public addresses. Null where a path has none of them.
 */
export const wayTo = (steps: readonly Step[], endpointId: string | null): string | null => {
  if (endpointId !== null) return `interface endpoint ${endpointId}`;
  const device = steps.find(({ hop }) => nounOf[hop] !== undefined);
  return device === undefined ? null : `${nounOf[device.hop]} ${device.resource}`;
};

/** ` by gateway endpoint vpce-1 (2 subnets) and NAT gateway nat-1 (1 subnet)`; nothing where no way is told. */
export const waysText = (subnets: readonly SubnetOutcome[]): string => {
  const counts = new Map<string, number>();
  for (const { way } of subnets) if (way !== null) counts.set(way, (counts.get(way) ?? 0) + 1);
  const [only] = counts;
  if (only === undefined) return '';
  if (counts.size === 1 && only[1] === subnets.length) return `, by ${only[0]}`;
  const parts = [...counts].map(([way, count]) => `${way} (${count} ${count === 1 ? 'subnet' : 'subnets'})`);
  return `, by ${allOf(parts)}`;
};
