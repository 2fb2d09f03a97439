import type { EventSource } from '../model/event-source.ts';
import type { LambdaFunction } from '../model/kinds/functions.ts';
import type { Note } from '../model/report.ts';
import { doubtText } from '../network/doubt.ts';
import type { World } from '../network/world.ts';
import type { PollerWay } from '../rules/shared/event-source.ts';
import { outcomeOf, type PlacementCache } from './answers.ts';
import { evidenceOf } from './causes.ts';
import type { SubnetOutcome } from './outcome.ts';

/**
 * What pollers call: Lambda to invoke the function, STS to take its role, Secrets Manager for credentials.
 * https://docs.aws.amazon.com/lambda/latest/dg/with-kafka-cluster-network.html
 */
const servicesOf = ({ usesSecret }: EventSource): readonly string[] => [
  'lambda',
  'sts',
  ...(usesSecret ? ['secretsmanager'] : []),
];

const evidenceFor = ({ subnetId, classes, doubt }: SubnetOutcome): readonly Note[] => {
  if (doubt !== null) return [{ resource: subnetId, note: doubtText(doubt) }];
  for (const explained of classes) {
    const problem = explained.root ?? explained.problems[0];
    if (problem !== undefined) return evidenceOf(explained, problem);
  }
  return [];
};

const waysOf = (world: World, fn: LambdaFunction, source: EventSource, cache: PlacementCache): PollerWay[] => {
  const { subnetIds, securityGroupIds } = source;
  const network = { kind: 'vpc', vpcId: null, subnetIds, securityGroupIds, ipv6AllowedForDualStack: false } as const;
  return servicesOf(source).flatMap((service) => {
    const question = { target: { kind: 'service', service }, origin: 'detected', askedBecause: source.id } as const;
    return outcomeOf(world, { ...fn, network }, question, cache).subnets.map((subnet) => ({
      eventSourceId: source.id,
      service,
      subnetId: subnet.subnetId,
      verdict: subnet.verdict,
      evidence: evidenceFor(subnet),
    }));
  });
};

/** How the pollers of a function's event sources reach what they call, where it is known from which subnets they send. */
export const pollerWaysOf = (world: World, fn: LambdaFunction, cache: PlacementCache): PollerWay[] =>
  fn.eventSources?.status === 'known'
    ? fn.eventSources.value
        .filter((source) => source.subnetIds.length > 0)
        .flatMap((source) => waysOf(world, fn, source, cache))
    : [];
