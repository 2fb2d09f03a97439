import type { Verdict } from '../model/report.ts';
import type { BlockerKind } from './blocker.ts';
import type { Doubt } from './doubt.ts';
import { unreadGatewayEndpoint } from './other-ways.ts';
import { ownTables, type PathContext } from './path/context.ts';
import { internalAddresses } from './path/private-address.ts';
import { type Problem, problemsOf } from './problem.ts';
import { fails, type JudgedClass, type TargetVerdict } from './verdict.ts';

const ofInterface: readonly BlockerKind[] = ['security-group-egress', 'ipv6-flag-off', 'ipv6-subnet'];

/** Whether the function's own interface, groups or network ACL do to packets what is found, whatever route they take. */
const isOwnDoing = (problem: Problem, verdict: Verdict): boolean => {
  if (problem.effect === 'unknown' || (verdict === 'blocked' && problem.effect !== 'blocks')) return false;
  const { blocker } = problem;
  return ofInterface.includes(blocker.kind) || (blocker.kind === 'network-acl' && blocker.side === 'function');
};

/**
 * Why public addresses may be reached although the routes that can be read lead nowhere: they may be among those of a
 * gateway endpoint whose list could not be read. https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html
 */
export const doubtAboutRanges = (context: PathContext, found: TargetVerdict): Doubt | null => {
  if (!fails(found)) return null;
  const isInternal = internalAddresses(context);
  const mayBeTaken = ({ reach, verdict }: JudgedClass): boolean =>
    reach.atoms.some((atom) => !isInternal(atom)) && !problemsOf(reach).some((problem) => isOwnDoing(problem, verdict));
  if (!found.classes.filter(fails).some(mayBeTaken)) return null;
  const unread = ownTables(context).map((table) => unreadGatewayEndpoint(context.world, table, () => true));
  return unread.find((doubt) => doubt !== null) ?? null;
};
