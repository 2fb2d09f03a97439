import { paginateDescribeInstances, type Instance as RawInstance } from '@aws-sdk/client-ec2';
import { InstanceId, VpcId } from '../model/ids.ts';
import { Instance } from '../model/kinds/instances.ts';
import { nameTag, openWord, optional, required } from './answer.ts';
import { defineCollector } from './collector.ts';
import { pageSize, readByFilter, readPages } from './pages.ts';
import { leadsTo } from './route-tables.ts';

export const fromAws = (raw: RawInstance): Instance => ({
  id: required(InstanceId, raw.InstanceId),
  name: nameTag(raw.Tags),
  vpcId: optional(VpcId, raw.VpcId),
  state: openWord(Instance.shape.state, raw.State?.Name),
});

/** The answer groups instances by the request that started them. */
export default defineCollector({
  kind: 'instances',
  actions: ['ec2:DescribeInstances'],
  scope: 'vpc',
  onlyIf: { kind: 'routeTables', matters: (item) => leadsTo(item, 'network-interface', 'instance') },
  collect: (aws, { vpcIds }) =>
    readByFilter('vpc-id', vpcIds, (Filters) => {
      const pages = paginateDescribeInstances({ client: aws.ec2, pageSize }, { Filters }, aws.options);
      return readPages(
        pages,
        (page) => page.Reservations?.flatMap((reservation) => reservation.Instances ?? []),
        fromAws,
      );
    }),
  belongs: ({ vpcId }, { vpcIds }) => vpcId !== null && vpcIds.has(vpcId),
});
