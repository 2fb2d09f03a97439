import { DescribeDhcpOptionsResult$ } from '@aws-sdk/client-ec2';
import { describeAction } from './describe.ts';

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeDhcpOptions.html */
export const describeDhcpOptions = describeAction({
  name: 'DescribeDhcpOptions',
  result: DescribeDhcpOptionsResult$,
  list: 'DhcpOptions',
  section: (sections) => sections.dhcpOptions,
  id: ({ id }) => id,
  idParameter: 'DhcpOptionsId',
  notFound: 'InvalidDhcpOptionID.NotFound',
  pages: { min: 5, max: 1000 },
  filters: { 'dhcp-options-id': ({ id }) => [id] },
  shape: (options, world) => ({
    DhcpOptionsId: options.id,
    OwnerId: world.account,
    DhcpConfigurations: [
      { Key: 'domain-name-servers', Values: options.domainNameServers.map((server) => ({ Value: server })) },
    ],
    Tags: [],
  }),
});
