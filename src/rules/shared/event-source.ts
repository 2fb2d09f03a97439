import type { EventSource } from '../../model/event-source.ts';
import type { Note, Verdict } from '../../model/report.ts';
import { fails } from '../../network/verdict.ts';

/** How pollers of an event source reach a service that they call, from one of its subnets. */
export interface PollerWay {
  /** UUID of the event source mapping. */
  readonly eventSourceId: string;
  readonly service: string;
  readonly subnetId: string;
  readonly verdict: Verdict;
  /** The path up to what stops it or leaves it open. */
  readonly evidence: readonly Note[];
}

const names: Readonly<Record<EventSource['kind'], string>> = {
  msk: 'Amazon MSK',
  'self-managed-kafka': 'self-managed Kafka',
  mq: 'Amazon MQ',
  documentdb: 'Amazon DocumentDB',
};

/** `Amazon MQ (arn:…)`. */
export const sourceName = ({ kind, sourceArn }: EventSource): string =>
  sourceArn === null ? names[kind] : `${names[kind]} (${sourceArn})`;

const idle: readonly EventSource['state'][] = ['Disabling', 'Disabled', 'Deleting'];

/**
 * Whether Lambda polls from network interfaces in the VPC of the source and calls AWS from there. Self-managed Kafka
 * whose mapping names no subnet has a public address.
 */
export const callsFromVpc = ({ kind, provisioned, state, subnetIds }: EventSource): boolean =>
  !provisioned && !idle.includes(state) && (kind !== 'self-managed-kafka' || subnetIds.length > 0);

/** Ways of pollers that are proven to fail; where there is none, those of which it cannot be told. */
export const faultyWays = (ways: readonly PollerWay[]): readonly PollerWay[] => {
  const failing = ways.filter(fails);
  return failing.length > 0 ? failing : ways.filter(({ verdict }) => verdict === 'unknown');
};

/** The path that shows it, and what the mapping says itself. */
export const evidenceOfPolling = ({ id, hasProblem }: EventSource, ways: readonly PollerWay[]): readonly Note[] => [
  ...(ways[0]?.evidence ?? []),
  { resource: id, note: `is polled in on-demand mode${hasProblem ? ', LastProcessingResult PROBLEM' : ''}` },
];
