import { paginateDescribeDhcpOptions, type DhcpOptions as RawOptions } from '@aws-sdk/client-ec2';
import { DhcpOptionsId } from '../model/ids.ts';
import type { DhcpOptions } from '../model/kinds/dhcp-options.ts';
import { required, texts } from './answer.ts';
import { defineCollector } from './collector.ts';
import { pageSize, readPages } from './pages.ts';

export const fromAws = (raw: RawOptions): DhcpOptions => ({
  id: required(DhcpOptionsId, raw.DhcpOptionsId),
  domainNameServers: texts(
    raw.DhcpConfigurations?.filter(({ Key }) => Key === 'domain-name-servers').flatMap(({ Values }) =>
      (Values ?? []).map(({ Value }) => Value),
    ),
  ),
});

/** All of the Region, since the VPC must be read before its option set is known, and that would take a further level. */
export default defineCollector({
  kind: 'dhcpOptions',
  actions: ['ec2:DescribeDhcpOptions'],
  scope: 'region',
  collect: (aws) =>
    readPages(
      paginateDescribeDhcpOptions({ client: aws.ec2, pageSize }, {}, aws.options),
      (page) => page.DhcpOptions,
      fromAws,
    ),
  belongs: (options, { referenced }) => referenced.has(options.id),
});
