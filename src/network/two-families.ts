import { type Doubt, doubtText } from './doubt.ts';
import type { Packets } from './packets-to-addresses.ts';
import { problemsOf, rootOf } from './problem.ts';
import { problemClause } from './stop-text.ts';
import { worstFirst } from './worst-first.ts';

/** Why packets do not all pass, as a clause; null if nothing stands in their way. */
const reasonOf = ({ doubt, found }: Packets): string | null => {
  if (doubt !== null) return doubtText(doubt);
  const [worst] = worstFirst(found.classes);
  const root = worst === undefined ? null : rootOf(problemsOf(worst.reach));
  return root === null ? null : problemClause(root);
};

const outcomes = {
  reachable: 'it works',
  blocked: 'it fails',
  partial: 'it works only sometimes',
  unknown: 'it cannot be told',
} as const;

const outcomeOf = (packets: Packets): string => {
  const { verdict } = packets.found;
  const reason = verdict === 'reachable' ? null : reasonOf(packets);
  return reason === null ? outcomes[verdict] : `${outcomes[verdict]} (${reason})`;
};

/** Why a name that has addresses of both families leaves open what a call meets: AWS's pages do not say which one is taken. */
export const eitherFamily = (name: string, ipv4: Packets, ipv6: Packets): Doubt => ({
  kind: 'not-evaluated',
  resource: name,
  what: `${name} has addresses of both families, and the program chooses: over IPv4 ${outcomeOf(ipv4)}, over IPv6 ${outcomeOf(ipv6)}`,
});
