import { describe, expect, it } from 'vitest';
import { collect } from '../../src/collect.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { type Answer, json } from '../collectors/tiny-aws.ts';
import { actions, arn, calls, collected, network, now, reference, settings, start } from './account.ts';

const functionIn = ({ sections: { functions } }: Snapshot) =>
  functions.status === 'collected' ? functions.items[0] : undefined;

const version = (Version: string, subnet: string) => ({
  FunctionArn: `${arn}:${Version}`,
  Version,
  Environment: { Variables: { API_KEY: 'planted-secret' } },
  VpcConfig: { VpcId: 'vpc-1', SubnetIds: [subnet], SecurityGroupIds: ['sg-1'] },
});

const attached = (subnet: `subnet-${string}`) => ({
  kind: 'vpc',
  vpcId: 'vpc-1',
  subnetIds: [subnet],
  securityGroupIds: ['sg-1'],
  ipv6AllowedForDualStack: false,
});

const aliases = json({
  Aliases: [
    { Name: 'live', FunctionVersion: '2', RoutingConfig: { AdditionalVersionWeights: { 1: 0.5 } } },
    { Name: 'head', FunctionVersion: '$LATEST' },
    { Name: 'beta', FunctionVersion: '2' },
  ],
});
const versions = json({
  Versions: [version('$LATEST', 'subnet-a'), version('1', 'subnet-a'), version('2', 'subnet-b')],
});
const denied = json({}, 403, 'AccessDeniedException');

describe('the aliases of a function', () => {
  it('are kept by name with the networks of their versions, those of $LATEST left out', async () => {
    const snapshot = await collected({ ListAliases: aliases, ListVersionsByFunction: versions });
    expect(functionIn(snapshot)?.aliases).toEqual({
      status: 'known',
      value: [
        { name: 'beta', versions: [{ version: '2', network: attached('subnet-b') }] },
        {
          name: 'live',
          versions: [
            { version: '2', network: attached('subnet-b') },
            { version: '1', network: attached('subnet-a') },
          ],
        },
      ],
    });
    expect(JSON.stringify(snapshot)).not.toContain('planted-secret');
  });

  it('are left out where there is none', async () => {
    expect(functionIn(await collected())).not.toHaveProperty('aliases');
  });

  it.each(['ListAliases', 'ListVersionsByFunction'])(
    'are unavailable where %s is denied, and the rest goes on',
    async (action) => {
      const snapshot = await collected({ ListAliases: aliases, ListVersionsByFunction: versions, [action]: denied });
      expect(functionIn(snapshot)?.aliases).toEqual({
        status: 'unavailable',
        action: `lambda:${action}`,
        reason: 'access denied',
      });
      expect(snapshot.sections.routeTables.status).toBe('collected');
      expect(snapshot.otherFailedReads).toEqual([]);
    },
  );

  it('are not asked for where a version or an alias is asked about', async () => {
    await start(network);
    const asked = { ...reference('orders'), qualifier: 'live' };
    await collect({ functions: [asked], settings: settings(), now });
    expect(actions()).not.toContain('ListAliases');
    expect(actions()).not.toContain('ListVersionsByFunction');
  });

  it('need no page of versions after the one that has all of theirs', async () => {
    const endless: Answer = (response, parameters) =>
      json({ Versions: [version('2', 'subnet-b'), version('1', 'subnet-a')], NextMarker: 'more' })(
        response,
        parameters,
      );
    const snapshot = await collected({ ListAliases: aliases, ListVersionsByFunction: endless });
    expect(functionIn(snapshot)?.aliases?.status).toBe('known');
    expect(calls('ListVersionsByFunction')).toHaveLength(1);
  });

  it('whose versions are on pages that never end are not read for ever', async () => {
    const endless = json({ Versions: [version('9', 'subnet-a')], NextMarker: 'again' });
    const snapshot = await collected({ ListAliases: aliases, ListVersionsByFunction: endless });
    expect(functionIn(snapshot)?.aliases).toMatchObject({ reason: 'the answer was not understood' });
  });
});

describe('the event sources of a function', () => {
  const mapping = {
    UUID: '14e0db71-5d35-4eb5-b481-8945cf9d10c2',
    EventSourceArn: 'arn:aws:kafka:eu-west-1:123456789012:cluster/orders/1',
  };

  it('are kept where they are polled from within a VPC', async () => {
    const queue = { UUID: '2', EventSourceArn: 'arn:aws:sqs:eu-west-1:123456789012:orders' };
    const snapshot = await collected({ ListEventSourceMappings: json({ EventSourceMappings: [queue, mapping] }) });
    expect(functionIn(snapshot)?.eventSources).toMatchObject({
      status: 'known',
      value: [{ id: mapping.UUID, kind: 'msk' }],
    });
  });

  it('are left out where there is none', async () => {
    expect(functionIn(await collected())).not.toHaveProperty('eventSources');
  });

  it('are unavailable where the list is denied', async () => {
    const snapshot = await collected({ ListEventSourceMappings: denied });
    expect(functionIn(snapshot)?.eventSources).toEqual({
      status: 'unavailable',
      action: 'lambda:ListEventSourceMappings',
      reason: 'access denied',
    });
  });
});

describe('a durable function', () => {
  it('is marked as such, without its settings', async () => {
    const durable = json({ FunctionArn: arn, DurableConfig: { RetentionPeriodInDays: 14 } });
    expect(functionIn(await collected({ GetFunctionConfiguration: durable }))).toMatchObject({ durable: true });
    expect(functionIn(await collected())).not.toHaveProperty('durable');
  });
});
