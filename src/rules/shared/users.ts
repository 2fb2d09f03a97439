import type { Occurrence, RuleContext } from '../rule.ts';

/** The subnets whose paths use a resource and are not proven to be blocked, with what they were asked for; else null. */
export const usersOf = (
  { observations }: Pick<RuleContext, 'observations'>,
  resource: string,
): Pick<Occurrence, 'subnetIds' | 'targets' | 'onlyByDefault' | 'also'> | null => {
  const users = observations.filter(({ verdict, resources }) => verdict !== 'blocked' && resources.has(resource));
  if (users.length === 0) return null;
  return {
    subnetIds: [...new Set(users.map(({ subnetId }) => subnetId))],
    targets: [...new Set(users.map(({ target }) => target))],
    onlyByDefault: false,
    also: [],
  };
};
