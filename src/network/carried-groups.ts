import type { LambdaFunction } from '../model/kinds/functions.ts';
import type { SecurityGroup } from '../model/kinds/security-groups.ts';
import { grouped } from './grouped.ts';

/** Security groups of one VPC that functions carry, and how many rules they have together. */
export interface CarriedGroups {
  readonly ids: ReadonlySet<string>;
  readonly rules: number;
}

const carriedIds = (functions: readonly LambdaFunction[]): ReadonlySet<string> => {
  const ids = new Set<string>();
  for (const { network } of functions)
    if (network.kind === 'vpc') for (const id of network.securityGroupIds) ids.add(id);
  return ids;
};

/** By VPC. */
export const carriedGroups = (
  functions: readonly LambdaFunction[],
  groups: readonly SecurityGroup[],
): ReadonlyMap<string, CarriedGroups> => {
  const ids = carriedIds(functions);
  const carried = groups.filter(({ id }) => ids.has(id));
  const byVpc = grouped(carried, ({ vpcId }) => (vpcId === null ? [] : [vpcId]));
  const summed = (members: readonly SecurityGroup[]): CarriedGroups => ({
    ids: new Set(members.map(({ id }) => id)),
    rules: members.reduce((sum, { egress, ingress }) => sum + egress.length + ingress.length, 0),
  });
  return new Map([...byVpc].map(([vpcId, members]) => [vpcId, summed(members)]));
};
