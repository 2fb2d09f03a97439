import { describe, expect, it } from 'vitest';
import { kinds } from '../../src/model/sections.ts';
import { Snapshot } from '../../src/model/snapshot.ts';
import { type Answer, ec2Error, json } from '../collectors/tiny-aws.ts';
import { actions, arn, calls, collected, lambdaAnswer, requests } from './account.ts';

describe('a snapshot', () => {
  it('is valid, counts the calls and says when it began', async () => {
    const snapshot = await collected();
    expect(Snapshot.parse(JSON.parse(JSON.stringify(snapshot)))).toEqual(snapshot);
    expect(snapshot).toMatchObject({
      collectedAt: '2026-01-02T03:04:05.000Z',
      account: '123456789012',
      region: 'eu-west-1',
      apiCalls: requests().length,
      unreadFunctions: [],
      otherFailedReads: [],
    });
    expect(Object.keys(snapshot.sections).sort()).toEqual([...kinds].sort());
  });

  it('holds the VPC of the function, in the order of the ids, and what it refers to', async () => {
    const { sections } = await collected();
    expect(sections.subnets).toMatchObject({ items: [{ id: 'subnet-a' }, { id: 'subnet-b' }] });
    expect(sections.vpcs).toMatchObject({
      items: [
        {
          id: 'vpc-1',
          enableDnsSupport: { status: 'known', value: true },
          enableDnsHostnames: { status: 'known', value: false },
        },
      ],
    });
    expect(sections.dhcpOptions).toEqual({ status: 'collected', items: [{ id: 'dopt-1', domainNameServers: [] }] });
    expect(sections.prefixLists).toEqual({
      status: 'collected',
      items: [{ id: 'pl-1', name: 'name of pl-1', ownerId: null, cidrs: { status: 'known', value: ['192.0.2.0/24'] } }],
    });
  });

  it('reads what functions share once and keeps the functions in the order in which they were asked', async () => {
    const answer: Answer = (response, parameters) => {
      const name = response.req.url?.split('/')[3] ?? '';
      json({ FunctionArn: arn.replace('orders', name), VpcConfig: { VpcId: 'vpc-1', SubnetIds: ['subnet-a'] } })(
        response,
        parameters,
      );
    };
    const { sections } = await collected({ GetFunctionConfiguration: answer }, ['zebra', 'ant', 'mule']);
    expect(sections.functions).toMatchObject({ items: [{ name: 'zebra' }, { name: 'ant' }, { name: 'mule' }] });
    expect(calls('DescribeRouteTables')).toHaveLength(1);
    expect(calls('DescribeSubnets')).toHaveLength(2);
  });

  it('asks for subnets by filter, since an id that vanished would fail a call by id', async () => {
    await collected();
    expect(
      calls('DescribeSubnets')
        .map(({ parameters }) => parameters.get('Filter.1.Name'))
        .sort(),
    ).toEqual(['subnet-id', 'vpc-id']);
    expect(calls('DescribeSubnets').some(({ parameters }) => parameters.has('SubnetId.1'))).toBe(false);
  });

  it('never asks for a list without a filter or a page size', async () => {
    const withoutPages = ['DescribeAvailabilityZones', 'DescribeVpcBlockPublicAccessOptions'];
    await collected();
    for (const { action, parameters } of requests()) {
      if (!/^Describe.*s$/.test(action) || withoutPages.includes(action)) continue;
      expect([action, parameters.has('MaxResults')]).toEqual([action, true]);
    }
  });

  it('of a function that is in no VPC has no network, whatever the Region holds', async () => {
    const { sections } = await collected({
      GetFunctionConfiguration: lambdaAnswer(null),
      DescribeVpcPeeringConnections: ec2Error('UnauthorizedOperation', 'no', 403),
    });
    for (const kind of kinds.filter((kind) => kind !== 'functions')) {
      expect(sections[kind]).toEqual({ status: 'collected', items: [] });
    }
    expect(actions()).not.toContain('DescribeRouteTables');
  });
});

describe('if Lambda reports the wrong VPC', () => {
  it('the VPC of the subnets is read, and nothing of the wrong one is kept', async () => {
    const { sections } = await collected({ GetFunctionConfiguration: lambdaAnswer('vpc-9') });
    expect(sections.vpcs).toMatchObject({ items: [{ id: 'vpc-1' }] });
    expect(sections.subnets).toMatchObject({ items: [{ id: 'subnet-a' }, { id: 'subnet-b' }] });
    expect(sections.routeTables).toMatchObject({ items: [{ id: 'rtb-1' }] });
    expect(sections.dhcpOptions).toMatchObject({ items: [{ id: 'dopt-1' }] });
  });

  it('the entries of prefix lists are known all the same', async () => {
    const { sections } = await collected({ GetFunctionConfiguration: lambdaAnswer('vpc-9') });
    expect(sections.prefixLists).toMatchObject({
      items: [{ id: 'pl-1', cidrs: { status: 'known', value: ['192.0.2.0/24'] } }],
    });
  });

  it('the VPC of the subnets is read too if Lambda reports none', async () => {
    const { sections } = await collected({ GetFunctionConfiguration: lambdaAnswer('') });
    expect(sections.routeTables).toMatchObject({ items: [{ id: 'rtb-1' }] });
  });

  it('what Lambda reports counts if the subnets may not be read', async () => {
    const { sections } = await collected({ DescribeSubnets: ec2Error('UnauthorizedOperation', 'no', 403) });
    expect(sections.subnets).toEqual({
      status: 'unavailable',
      action: 'ec2:DescribeSubnets',
      reason: 'access denied',
    });
    expect(sections.routeTables).toMatchObject({ items: [{ id: 'rtb-1' }] });
  });
});
