import type { Step } from '../network/step.ts';
import { allOf } from '../network/words.ts';
import type { SubnetOutcome, Way } from './outcome.ts';

const nounOf: Partial<Record<Step['hop'], string>> = {
  'nat-gateway': 'NAT gateway',
  'nat-instance': 'NAT instance',
  'vpc-endpoint': 'gateway endpoint',
};

/**
 * By what a subnet reaches an AWS service: the interface endpoint to which its name leads, the gateway endpoint in its
 * table, or the device that takes packets to public addresses. Null where a path has none of them.
 */
export const wayTo = (steps: readonly Step[], endpointId: string | null): Way | null => {
  if (endpointId !== null) return { noun: 'interface endpoint', id: endpointId };
  for (const { hop, resource } of steps) {
    const noun = nounOf[hop];
    if (noun !== undefined) return { noun, id: resource };
  }
  return null;
};

/** `, by gateway endpoint vpce-1 (2 subnets) and NAT gateway nat-1 (1 subnet)`; nothing where no way is told. */
export const waysText = (subnets: readonly SubnetOutcome[]): string => {
  const all = subnets.flatMap(({ way }) => way ?? []);
  const parts = [...new Set(all.map(({ noun }) => noun))].map((noun) => {
    const ways = all.filter((way) => way.noun === noun);
    const ids = [...new Set(ways.map(({ id }) => id))];
    const named = `${noun}${ids.length === 1 ? '' : 's'} ${allOf(ids)}`;
    if (ways.length === subnets.length) return named;
    return `${named} (${ways.length} ${ways.length === 1 ? 'subnet' : 'subnets'})`;
  });
  return parts.length === 0 ? '' : `, by ${allOf(parts)}`;
};
