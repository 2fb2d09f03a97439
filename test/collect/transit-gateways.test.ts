import { describe, expect, it } from 'vitest';
import { type Answer, ec2Error, xml } from '../collectors/tiny-aws.ts';
import { calls, collected, filtered, item, lambdaAnswer, table } from './account.ts';

const action = 'ec2:SearchTransitGatewayRoutes';
const ids = { transitGatewayAttachmentId: 'tgw-attach-1', transitGatewayId: 'tgw-1' };
const owners = { transitGatewayOwnerId: '123456789012', resourceOwnerId: '123456789012', resourceId: 'vpc-1' };
const association = '<transitGatewayRouteTableId>tgw-rtb-1</transitGatewayRouteTableId><state>associated</state>';

/** The function's VPC vpc-1, whose table sends packets to tgw-1, with whose table tgw-rtb-1 its attachment is associated. */
const routed = (routes: Answer): Readonly<Record<string, Answer>> => ({
  DescribeRouteTables: filtered('routeTableSet', [
    table(
      'rtb-1',
      'vpc-1',
      'pl-1',
      item({ destinationCidrBlock: '10.0.0.0/8', transitGatewayId: 'tgw-1', state: 'active' }),
    ),
  ]),
  DescribeTransitGatewayVpcAttachments: filtered('transitGatewayVpcAttachments', [
    { id: 'tgw-attach-1', vpcId: 'vpc-1', content: item({ ...ids, vpcId: 'vpc-1', state: 'available' }) },
  ]),
  DescribeTransitGatewayAttachments: filtered('transitGatewayAttachments', [
    { id: 'tgw-attach-1', vpcId: 'vpc-1', content: item({ ...ids, ...owners, association }) },
  ]),
  SearchTransitGatewayRoutes: routes,
});

const route = item({ destinationCidrBlock: '10.9.0.0/16', type: 'static', state: 'blackhole' });
const page = (more: string) => xml(`<routeSet>${route}</routeSet>${more}`);
const known = {
  status: 'known',
  value: [{ cidr: '10.9.0.0/16', prefixListId: null, type: 'static', state: 'blackhole', attachments: [] }],
};

const tablesWith = async (routes: Answer) => (await collected(routed(routes))).sections.transitGatewayRouteTables;

describe('the route table of a transit gateway to which a route leads', () => {
  it('is kept with all of its routes', async () => {
    expect(await tablesWith(page('<additionalRoutesAvailable>false</additionalRoutesAvailable>'))).toEqual({
      status: 'collected',
      items: [{ id: 'tgw-rtb-1', routes: known }],
    });
  });

  it.each([
    ['are denied', ec2Error('UnauthorizedOperation'), 'access denied'],
    [
      'are more than the answer has, which names no next page',
      page('<additionalRoutesAvailable>true</additionalRoutesAvailable>'),
      'the answer was cut off',
    ],
    [
      'are of an unknown shape',
      xml(`<routeSet>${item({ state: 'active' })}</routeSet>`),
      'the answer was not understood',
    ],
    ['are not in the answer', xml(''), 'the answer was not understood'],
  ])('is kept without routes that %s', async (_, routes, reason) => {
    expect(await tablesWith(routes)).toEqual({
      status: 'collected',
      items: [{ id: 'tgw-rtb-1', routes: { status: 'unavailable', action, reason } }],
    });
  });

  it('is read page by page', async () => {
    const pages: Answer = (response, parameters) =>
      page(
        parameters.has('NextToken')
          ? ''
          : '<additionalRoutesAvailable>true</additionalRoutesAvailable><nextToken>2</nextToken>',
      )(response, parameters);
    expect(await tablesWith(pages)).toMatchObject({ items: [{ routes: { value: [{}, {}] } }] });
    expect(calls('SearchTransitGatewayRoutes')).toHaveLength(2);
  });

  it('is named and not read where Lambda reports the wrong VPC, since that would take a fourth level of calls', async () => {
    const { sections } = await collected({ ...routed(page('')), GetFunctionConfiguration: lambdaAnswer('vpc-8') });
    expect(sections.transitGatewayRouteTables).toEqual({
      status: 'collected',
      items: [{ id: 'tgw-rtb-1', routes: { status: 'unavailable', action, reason: 'not read' } }],
    });
    expect(calls('SearchTransitGatewayRoutes')).toEqual([]);
  });

  it('is not asked for where the associations may not be read', async () => {
    const answers = { ...routed(page('')), DescribeTransitGatewayAttachments: ec2Error('UnauthorizedOperation') };
    const { sections } = await collected(answers);
    expect(sections.transitGatewayVpcAttachments).toMatchObject({
      items: [{ id: 'tgw-attach-1', routing: { status: 'unavailable', reason: 'access denied' } }],
    });
    expect(sections.transitGatewayRouteTables).toEqual({ status: 'collected', items: [] });
  });
});
