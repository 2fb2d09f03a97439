import type { EventSourceMappingConfiguration } from '@aws-sdk/client-lambda';
import { describe, expect, it } from 'vitest';
import { NotUnderstood } from '../../src/collectors/answer.ts';
import { fromAws } from '../../src/collectors/event-source-mappings.ts';
import { EventSource } from '../../src/model/event-source.ts';

const UUID = '14e0db71-5d35-4eb5-b481-8945cf9d10c2';

const bare: EventSource = {
  id: UUID,
  kind: 'self-managed-kafka',
  sourceArn: null,
  state: null,
  provisioned: false,
  hasProblem: false,
  usesSecret: false,
  subnetIds: [],
  securityGroupIds: [],
};

const kafka: EventSourceMappingConfiguration = {
  UUID,
  SelfManagedEventSource: { Endpoints: { KAFKA_BOOTSTRAP_SERVERS: ['planted-host.example.com:9092'] } },
};

const msk = 'arn:aws:kafka:eu-west-1:123456789012:cluster/orders/0e1f2a3b-4c5d-6e7f-8091-a2b3c4d5e6f7-3';
const broker = 'arn:aws:mq:eu-west-1:123456789012:broker:orders:b-0e1f2a3b';
const documents = 'arn:aws:rds:eu-west-1:123456789012:cluster:orders';

describe('fromAws', () => {
  it.each<readonly [string, EventSourceMappingConfiguration, EventSource]>([
    ['self-managed Kafka with a public address', kafka, bare],
    [
      'self-managed Kafka in a VPC, with a secret',
      {
        ...kafka,
        State: 'Enabled',
        LastProcessingResult: 'PROBLEM: Connection error to planted-host.example.com',
        SourceAccessConfigurations: [
          { Type: 'VPC_SUBNET', URI: 'subnet:subnet-a' },
          { Type: 'VPC_SUBNET', URI: 'subnet:subnet-b' },
          { Type: 'VPC_SECURITY_GROUP', URI: 'security_group:sg-1' },
          { Type: 'SASL_SCRAM_512_AUTH', URI: 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:planted-name' },
        ],
      },
      {
        ...bare,
        state: 'Enabled',
        hasProblem: true,
        usesSecret: true,
        subnetIds: ['subnet-a', 'subnet-b'],
        securityGroupIds: ['sg-1'],
      },
    ],
    [
      'ids without a word before them',
      { ...kafka, SourceAccessConfigurations: [{ Type: 'VPC_SUBNET', URI: 'subnet-a' }] },
      { ...bare, subnetIds: ['subnet-a'] },
    ],
    [
      'Amazon MSK in provisioned mode',
      { UUID, EventSourceArn: msk, ProvisionedPollerConfig: { MinimumPollers: 1 }, LastProcessingResult: 'OK' },
      { ...bare, kind: 'msk', sourceArn: msk, provisioned: true },
    ],
    ['Amazon MQ', { UUID, EventSourceArn: broker }, { ...bare, kind: 'mq', sourceArn: broker }],
    ['Amazon DocumentDB', { UUID, EventSourceArn: documents }, { ...bare, kind: 'documentdb', sourceArn: documents }],
    [
      'a state that this version does not know',
      { UUID, EventSourceArn: msk, State: 'Pondering' },
      { ...bare, kind: 'msk', sourceArn: msk, state: 'unknown:Pondering' },
    ],
  ])('maps %s', (_, raw, source) => {
    expect(fromAws(raw)).toEqual(source);
    expect(EventSource.parse(fromAws(raw))).toEqual(source);
    expect(JSON.stringify(fromAws(raw))).not.toContain('planted');
  });

  it.each([
    'sqs:eu-west-1:123456789012:orders',
    'kinesis:eu-west-1:123456789012:stream/orders',
    'dynamodb:eu-west-1:123456789012:table/orders/stream/1',
  ])('leaves out what is not polled from within a VPC: %s', (source) => {
    expect(fromAws({ UUID, EventSourceArn: `arn:aws:${source}` })).toBeNull();
  });

  it('refuses a mapping without an id, and a subnet id of another kind', () => {
    expect(() => fromAws({ EventSourceArn: msk })).toThrow(NotUnderstood);
    const access = [{ Type: 'VPC_SUBNET' as const, URI: 'subnet:vpc-1' }];
    expect(() => fromAws({ ...kafka, SourceAccessConfigurations: access })).toThrow(NotUnderstood);
  });
});
