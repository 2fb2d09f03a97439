import type { EventSource } from '../../src/model/event-source.ts';
import type { Mutable, Network } from './network.ts';

export const mappingId = '14e0db71-5d35-4eb5-b481-8945cf9d10c2';

/** An event source of orders-api: Kafka on servers of its owner, polled on demand from private-a with the function's group. */
export const addEventSource = (n: Network, over: Partial<EventSource> = {}): void => {
  const source: EventSource = {
    id: mappingId,
    kind: 'self-managed-kafka',
    sourceArn: null,
    state: 'Enabled',
    provisioned: false,
    hasProblem: false,
    usesSecret: false,
    subnetIds: [n.subnet('private-a').id],
    securityGroupIds: [n.securityGroup().id],
    ...over,
  };
  n.function().eventSources = { status: 'known', value: [structuredClone(source) as Mutable<EventSource>] };
};

export const mskArn = 'arn:aws:kafka:eu-west-1:123456789012:cluster/orders/0e1f2a3b-4c5d-6e7f-8091-a2b3c4d5e6f7-3';

/** An Amazon MSK cluster, of which the mapping does not say where it is. */
export const addMskSource = (n: Network, over: Partial<EventSource> = {}): void =>
  addEventSource(n, { kind: 'msk', sourceArn: mskArn, subnetIds: [], securityGroupIds: [], ...over });
