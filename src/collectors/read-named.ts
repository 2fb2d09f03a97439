import type { LambdaFunction } from '../model/kinds/functions.ts';
import type { Kind } from '../model/sections.ts';
import type { Aws } from './aws.ts';
import type { Item } from './collector.ts';
import { collectors } from './index.ts';
import type { VpcAttachment } from './read-network.ts';
import { itemsRead, type Reading, type Readings, read } from './readings.ts';

const namedCollectors = collectors.filter((collector) => collector.scope === 'named');

/** Starts all reads of what functions name by its ARN. */
export const readNamed = (aws: Aws, functions: readonly LambdaFunction[]): Readings =>
  new Map(namedCollectors.map((collector) => [collector.kind, read(collector, aws, functions)]));

/** What became of them. */
export const namedSections = async (named: Readings): Promise<readonly [Kind, Reading][]> =>
  Promise.all([...named].map(async ([kind, reading]): Promise<[Kind, Reading]> => [kind, await reading]));

/** A capacity provider names no VPC; its subnets tell it. */
const attachmentOfProvider = (item: Item<Kind>): readonly VpcAttachment[] => {
  if (!('network' in item) || !('status' in item.network) || item.network.status === 'unavailable') return [];
  const { subnetIds, securityGroupIds } = item.network.value;
  return [{ kind: 'vpc', vpcId: null, subnetIds, securityGroupIds, ipv6AllowedForDualStack: false }];
};

/** Where functions run in a VPC: where their own configurations say, and where their capacity providers do. */
export const attachmentsOf = async (
  functions: readonly LambdaFunction[],
  named: Readings,
): Promise<readonly VpcAttachment[]> => {
  const own = functions.flatMap(({ network }) => (network.kind === 'vpc' ? [network] : []));
  return [...own, ...(await itemsRead(named, 'capacityProviders')).flatMap(attachmentOfProvider)];
};
