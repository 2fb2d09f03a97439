import type { Doubt } from './doubt.ts';
import { unreadGatewayEndpoint } from './other-ways.ts';
import { ownTables, type PathContext } from './path/context.ts';
import { internalAddresses } from './path/private-address.ts';
import { type Problem, problemsOf } from './problem.ts';
import { fails, type JudgedClass, type TargetVerdict } from './verdict.ts';

/** Whether the function's own groups or network ACL stop packets, whatever route they take. */
const isOfFunction = (problem: Problem): boolean => {
  if (problem.effect === 'unknown') return false;
  const { blocker } = problem;
  return blocker.kind === 'security-group-egress' || (blocker.kind === 'network-acl' && blocker.side === 'function');
};

/**
 * Why public addresses may be reached although the routes that can be read lead nowhere: they may be among those of a
 * gateway endpoint whose list could not be read. https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html
 */
export const doubtAboutRanges = (context: PathContext, found: TargetVerdict): Doubt | null => {
  if (!fails(found)) return null;
  const isInternal = internalAddresses(context);
  const mayBeTaken = ({ reach }: JudgedClass): boolean =>
    reach.atoms.some((atom) => !isInternal(atom)) && !problemsOf(reach).some(isOfFunction);
  if (!found.classes.filter(fails).some(mayBeTaken)) return null;
  const unread = ownTables(context).map((table) => unreadGatewayEndpoint(context.world, table, () => true));
  return unread.find((doubt) => doubt !== null) ?? null;
};
