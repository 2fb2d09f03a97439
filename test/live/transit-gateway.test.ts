import { describe, expect, it } from 'vitest';
import { type Change, network } from '../support/network.ts';
import { addTransitGateway } from '../support/resources.ts';
import {
  addTransitTable,
  droppingRoute,
  sendToTransit,
  transitRoute,
  transitTableId,
} from '../support/transit-gateways.ts';
import { levelsOfCalls } from './dependencies.ts';
import { documentOf, type LiveRun, live } from './live-run.ts';

const target = '10.2.0.7:5432';
const ask = ['orders-api', '--no-detect', '--to', target, '--format', 'json'] as const;
const search = 'SearchTransitGatewayRoutes';
const searched = ({ requests }: LiveRun) => requests.filter(({ action }) => action === search);
const answerOf = (run: LiveRun) => documentOf(run).functions[0]?.answers[0];

const many = Array.from({ length: 30 }, (_, index) => transitRoute(`10.3.${index}.0/24`));

describe.concurrent('the routes of a transit gateway, read from AWS', () => {
  it('are those in force, asked for once by the table of the attachment', async () => {
    const run = await live(network(sendToTransit('10.2.0.0/16', ...many)), ask);
    expect(searched(run).map(({ parameters }) => parameters)).toMatchObject([
      {
        TransitGatewayRouteTableId: transitTableId,
        'Filter.1.Name': 'state',
        'Filter.1.Value.1': 'active',
        'Filter.1.Value.2': 'blackhole',
      },
    ]);
    expect(answerOf(run)?.verdict).toBe('blocked');
    expect(documentOf(run).functions[0]?.findings[0]?.ruleId).toBe('tgw-drops-packets');
  });

  it('are read to the last page, on which the one that matters stands', async () => {
    const change = sendToTransit('10.2.0.0/16', ...many, transitRoute('10.2.0.0/16'));
    const run = await live(network(change), ask, { pageSize: 10 });
    expect(searched(run)).toHaveLength(4);
    expect(answerOf(run)?.because).toContain(
      'sends 10.2.0.0/16 to tgw-attach-0b1c2d3e4f5061728 of vpc-0c1d2e3f405162738',
    );
    expect(run.exitCode).toBe(3);
  });

  it('take no fourth level of dependent calls', async () => {
    const levels = await levelsOfCalls(network(sendToTransit('10.2.0.0/16', transitRoute('10.2.0.0/16'))));
    expect(Math.max(...levels.values())).toBe(3);
    expect([...levels].filter(([call]) => call.startsWith(search)).map(([, level]) => level)).toEqual([3]);
  });

  it('are not asked for where no route of the VPC leads to the transit gateway', async () => {
    const unused: Change = (n) => {
      addTransitGateway(n, 'private-a');
      addTransitTable(n, droppingRoute('0.0.0.0/0'));
    };
    expect(searched(await live(network(unused), ask))).toEqual([]);
  });

  it("are not asked for of another account's transit gateway", async () => {
    const shared: Change = (n) => n.addRoute('private-a', '10.2.0.0/16', addTransitGateway(n, 'private-a'));
    expect(searched(await live(network(shared), ask))).toEqual([]);
  });

  it.each([
    ['a page of them', { [search]: { kind: 'denied', after: 1 } }, 'ec2:SearchTransitGatewayRoutes'],
    ['all of them', { [search]: { kind: 'denied' } }, 'ec2:SearchTransitGatewayRoutes'],
    [
      'what the attachments are associated with',
      { DescribeTransitGatewayAttachments: { kind: 'denied' } },
      'ec2:DescribeTransitGatewayAttachments',
    ],
  ] as const)('leave the answer open where %s may not be read', async (_, faults, action) => {
    const run = await live(network(sendToTransit('10.2.0.0/16', ...many)), ask, { pageSize: 10, faults });
    expect(answerOf(run)?.verdict).toBe('unknown');
    expect(documentOf(run).unavailable.map((each) => each.action)).toEqual([action]);
    expect(run.exitCode).toBe(3);
  });
});
