import { describe, expect, it } from 'vitest';
import type { Kind } from '../../src/model/sections.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { type Answer, ec2Error, xml } from '../collectors/tiny-aws.ts';
import { calls, collected, filtered, item, lambdaAnswer, network, table } from './account.ts';

interface Side {
  readonly vpcId: string;
  readonly ownerId?: string;
  readonly region?: string;
}

const side = ({ vpcId, ownerId = '123456789012', region = 'eu-west-1' }: Side): string =>
  `<vpcId>${vpcId}</vpcId><ownerId>${ownerId}</ownerId><region>${region}</region><cidrBlock>10.1.0.0/16</cidrBlock>`;

const connection = (far: Side, code = 'active', id = 'pcx-1'): string =>
  `<item><vpcPeeringConnectionId>${id}</vpcPeeringConnectionId><status><code>${code}</code></status>` +
  `<requesterVpcInfo>${side({ vpcId: 'vpc-1' })}</requesterVpcInfo><accepterVpcInfo>${side(far)}</accepterVpcInfo></item>`;

const connections = (...items: readonly string[]): Answer =>
  xml(`<vpcPeeringConnectionSet>${items.join('')}</vpcPeeringConnectionSet>`);

const peeringRoute = (id: string, cidr = '10.1.0.0/16') =>
  item({ destinationCidrBlock: cidr, vpcPeeringConnectionId: id, state: 'active' });

/** The function's VPC vpc-1, whose table sends packets to pcx-1, and vpc-9, whose table names a prefix list of its own. */
const routed: Readonly<Record<string, Answer>> = {
  DescribeRouteTables: filtered('routeTableSet', [
    table('rtb-1', 'vpc-1', 'pl-1', peeringRoute('pcx-1')),
    table('rtb-9', 'vpc-9', 'pl-9', peeringRoute('pcx-9', '10.8.0.0/16')),
  ]),
  DescribeNetworkInterfaces: filtered('networkInterfaceSet', [
    { id: 'eni-9', vpcId: 'vpc-9', content: item({ networkInterfaceId: 'eni-9', vpcId: 'vpc-9' }) },
  ]),
  DescribeNetworkAcls: filtered('networkAclSet', [
    { id: 'acl-9', vpcId: 'vpc-9', content: item({ networkAclId: 'acl-9', vpcId: 'vpc-9', default: 'true' }) },
  ]),
  DescribeSecurityGroups: filtered('securityGroupInfo', [
    { id: 'sg-9', vpcId: 'vpc-9', content: item({ groupId: 'sg-9', vpcId: 'vpc-9' }) },
  ]),
  DescribeNatGateways: filtered('natGatewaySet', [
    { id: 'nat-9', vpcId: 'vpc-9', content: item({ natGatewayId: 'nat-9', vpcId: 'vpc-9', state: 'available' }) },
  ]),
  DescribeVpcPeeringConnections: connections(connection({ vpcId: 'vpc-9' })),
};

/** A connection of which nothing is read. */
const thirdParty = connection({ vpcId: 'vpc-9', ownerId: '210987654321' });
const refused = ec2Error('UnauthorizedOperation', 'no', 403);

const idsIn = ({ sections }: Snapshot, kind: Exclude<Kind, 'functions'>): readonly string[] | 'unavailable' => {
  const section = sections[kind];
  return section.status === 'unavailable' ? section.status : section.items.map((each) => ('id' in each ? each.id : ''));
};

const vpcIdsAsked = (): ReadonlySet<string> =>
  new Set(
    calls('DescribeNetworkInterfaces').flatMap(({ parameters }) =>
      [...parameters].flatMap(([name, value]) => (name.startsWith('Filter.1.Value.') ? [value] : [])),
    ),
  );

describe('the other VPC of a peering connection', () => {
  it('is read with what decides on packets to its addresses, and nothing else of it', async () => {
    const snapshot = await collected(routed);
    expect(idsIn(snapshot, 'vpcs')).toEqual(['vpc-1', 'vpc-9']);
    expect(idsIn(snapshot, 'subnets')).toEqual(['subnet-a', 'subnet-b', 'subnet-z']);
    expect(idsIn(snapshot, 'routeTables')).toEqual(['rtb-1', 'rtb-9']);
    expect(idsIn(snapshot, 'networkAcls')).toEqual(['acl-9']);
    expect(idsIn(snapshot, 'securityGroups')).toEqual(['sg-9']);
    expect(idsIn(snapshot, 'networkInterfaces')).toEqual(['eni-9']);
    expect(idsIn(snapshot, 'natGateways')).toEqual([]);
    expect(calls('DescribeNatGateways')).toHaveLength(1);
    expect(calls('DescribeNetworkInterfaces')).toHaveLength(2);
  });

  it('is not followed to a third VPC, whose connection is not kept either', async () => {
    const third = connection({ vpcId: 'vpc-7' }, 'active', 'pcx-9').replaceAll('vpc-1', 'vpc-9');
    const snapshot = await collected({
      ...routed,
      DescribeVpcPeeringConnections: connections(connection({ vpcId: 'vpc-9' }), third),
    });
    expect(idsIn(snapshot, 'vpcPeeringConnections')).toEqual(['pcx-1']);
    expect(vpcIdsAsked()).toEqual(new Set(['vpc-1', 'vpc-9']));
  });

  it('has the entries of a prefix list that only its own tables name', async () => {
    const snapshot = await collected(routed);
    expect(snapshot.sections.prefixLists).toMatchObject({
      items: [
        { id: 'pl-1', cidrs: { status: 'known', value: ['192.0.2.0/24'] } },
        { id: 'pl-9', cidrs: { status: 'known', value: ['192.0.2.0/24'] } },
      ],
    });
  });

  it('is read too if the other side asked for the connection', async () => {
    const asked = connection({ vpcId: 'vpc-9' }).replace('vpc-1', 'vpc-x').replace('vpc-9', 'vpc-1');
    await collected({ ...routed, DescribeVpcPeeringConnections: connections(asked.replace('vpc-x', 'vpc-9')) });
    expect(vpcIdsAsked()).toEqual(new Set(['vpc-1', 'vpc-9']));
  });

  it.each([
    ['of another account', connection({ vpcId: 'vpc-9', ownerId: '210987654321' })],
    ['of another Region', connection({ vpcId: 'vpc-9', region: 'us-east-1' })],
    ['of an account that is not told', connection({ vpcId: 'vpc-9', ownerId: '' })],
    ['of a connection that is not active', connection({ vpcId: 'vpc-9' }, 'pending-acceptance')],
    ['to which no route leads', connection({ vpcId: 'vpc-9' }, 'active', 'pcx-2')],
  ])('%s is not read', async (_, only) => {
    const snapshot = await collected({ ...routed, DescribeVpcPeeringConnections: connections(only) });
    expect(vpcIdsAsked()).toEqual(new Set(['vpc-1']));
    expect(idsIn(snapshot, 'subnets')).toEqual(['subnet-a', 'subnet-b']);
  });

  it.each(['DescribeRouteTables', 'DescribeVpcPeeringConnections'])('is not read if %s is denied', async (action) => {
    await collected({ ...routed, [action]: ec2Error('UnauthorizedOperation', 'no', 403) });
    expect(vpcIdsAsked()).toEqual(new Set(['vpc-1']));
  });

  /** Answers about vpc-1 as before and refuses what is asked about vpc-9. */
  const refusing = (action: string): Readonly<Record<string, Answer>> => ({
    [action]: (response, parameters) => {
      const proper = routed[action] ?? network[action];
      const isRefused = parameters.get('Filter.1.Value.1') === 'vpc-9' || proper === undefined;
      return (isRefused ? refused : proper)(response, parameters);
    },
  });
  const peerReads = [
    ['DescribeNetworkAcls', 'networkAcls'],
    ['DescribeNetworkInterfaces', 'networkInterfaces'],
    ['DescribeRouteTables', 'routeTables'],
    ['DescribeSecurityGroups', 'securityGroups'],
    ['DescribeSubnets', 'subnets'],
    ['DescribeVpcs', 'vpcs'],
  ] as const;

  describe.each(peerReads)('of which %s is refused', (action, section) => {
    it.each(['vpc-1', 'vpc-5'])(
      'is out of sight as a whole, and the own VPC is not (Lambda reports %s)',
      async (vpcId) => {
        const lambda = { GetFunctionConfiguration: lambdaAnswer(vpcId) };
        const { sections, unreadVpcs } = await collected({ ...routed, ...lambda, ...refusing(action) });
        const alone = await collected({ ...routed, ...lambda, DescribeVpcPeeringConnections: connections(thirdParty) });
        expect(unreadVpcs).toEqual([{ vpcId: 'vpc-9', section, action: `ec2:${action}`, reason: 'access denied' }]);
        const { vpcPeeringConnections, ...others } = sections;
        expect(vpcPeeringConnections).toMatchObject({ items: [{ id: 'pcx-1' }] });
        expect(alone.sections).toMatchObject(others);
        expect(alone).not.toHaveProperty('unreadVpcs');
      },
    );
  });

  it('of which nothing is told apart where the own VPC is refused as well', async () => {
    const snapshot = await collected({ ...routed, DescribeNetworkAcls: refused });
    expect(snapshot).not.toHaveProperty('unreadVpcs');
    expect(snapshot.sections.networkAcls).toEqual({
      status: 'unavailable',
      action: 'ec2:DescribeNetworkAcls',
      reason: 'access denied',
    });
    expect(idsIn(snapshot, 'subnets')).toEqual(['subnet-a', 'subnet-b', 'subnet-z']);
  });

  it('to which no route leads is not missed if it cannot be read and Lambda reports the wrong VPC', async () => {
    const snapshot = await collected({
      ...routed,
      ...refusing('DescribeSubnets'),
      GetFunctionConfiguration: lambdaAnswer('vpc-5'),
      DescribeVpcPeeringConnections: connections(connection({ vpcId: 'vpc-9' }, 'active', 'pcx-2')),
    });
    expect(snapshot).not.toHaveProperty('unreadVpcs');
    expect(idsIn(snapshot, 'subnets')).toEqual(['subnet-a', 'subnet-b']);
  });

  it('is the same snapshot if Lambda reports the wrong VPC', async () => {
    const right = await collected(routed);
    const wrong = await collected({ ...routed, GetFunctionConfiguration: lambdaAnswer('vpc-5') });
    const { functions: _, ...expected } = right.sections;
    expect(wrong.sections).toMatchObject(expected);
  });

  it('is read beside the tables of the right VPC if Lambda reports the wrong one', async () => {
    const tables = routed['DescribeRouteTables'];
    const heldBack: Answer = (response, parameters) => {
      const timer = setInterval(() => {
        if (parameters.get('Filter.1.Value.1') === 'vpc-1' && !vpcIdsAsked().has('vpc-9')) return;
        clearInterval(timer);
        tables?.(response, parameters);
      }, 5);
    };
    const snapshot = await collected({
      ...routed,
      GetFunctionConfiguration: lambdaAnswer('vpc-5'),
      DescribeRouteTables: heldBack,
    });
    expect(idsIn(snapshot, 'routeTables')).toEqual(['rtb-1', 'rtb-9']);
  });

  it('to which no route leads is read in vain and not kept if Lambda reports the wrong VPC', async () => {
    const snapshot = await collected({
      ...routed,
      GetFunctionConfiguration: lambdaAnswer('vpc-5'),
      DescribeVpcPeeringConnections: connections(connection({ vpcId: 'vpc-9' }, 'active', 'pcx-2')),
    });
    expect(idsIn(snapshot, 'subnets')).toEqual(['subnet-a', 'subnet-b']);
    expect(idsIn(snapshot, 'networkInterfaces')).toEqual([]);
  });
});
