import { type DnsOptions, paginateDescribeVpcEndpoints, type VpcEndpoint as RawEndpoint } from '@aws-sdk/client-ec2';
import { NetworkInterfaceId, RouteTableId, SecurityGroupId, SubnetId, VpcEndpointId, VpcId } from '../model/ids.ts';
import { VpcEndpoint } from '../model/kinds/vpc-endpoints.ts';
import { ids, nameTag, openWord, required, text, texts } from './answer.ts';
import { defineCollector } from './collector.ts';
import { pageSize, readByFilter, readPages } from './pages.ts';

const IpAddressType = VpcEndpoint.shape.ipAddressType.unwrap();

const DnsRecordIpType = VpcEndpoint.shape.dnsRecordIpType.unwrap();

const dnsOptions = (
  raw: DnsOptions | undefined,
): Pick<VpcEndpoint, 'privateDnsOnlyForInboundResolver' | 'dnsRecordIpType'> => {
  const only = raw?.PrivateDnsOnlyForInboundResolverEndpoint;
  return {
    ...(only !== undefined && { privateDnsOnlyForInboundResolver: only }),
    ...(raw?.DnsRecordIpType && { dnsRecordIpType: openWord(DnsRecordIpType, raw.DnsRecordIpType) }),
  };
};

const failure = ({ LastError, FailureReason }: RawEndpoint): Pick<VpcEndpoint, 'failure'> => {
  const reasons = texts([LastError?.Message || LastError?.Code, FailureReason]);
  return reasons.length === 0 ? {} : { failure: [...new Set(reasons)].join('; ') };
};

export const fromAws = (raw: RawEndpoint): VpcEndpoint => ({
  id: required(VpcEndpointId, raw.VpcEndpointId),
  name: nameTag(raw.Tags),
  vpcId: required(VpcId, raw.VpcId),
  type: openWord(VpcEndpoint.shape.type, raw.VpcEndpointType),
  serviceName: text(raw.ServiceName),
  state: openWord(VpcEndpoint.shape.state, raw.State?.toLowerCase()),
  routeTableIds: ids(RouteTableId, raw.RouteTableIds),
  subnetIds: ids(SubnetId, raw.SubnetIds),
  networkInterfaceIds: ids(NetworkInterfaceId, raw.NetworkInterfaceIds),
  securityGroupIds: ids(
    SecurityGroupId,
    raw.Groups?.map((group) => group.GroupId),
  ),
  privateDnsEnabled: raw.PrivateDnsEnabled ?? null,
  ...dnsOptions(raw.DnsOptions),
  ...(raw.IpAddressType && { ipAddressType: openWord(IpAddressType, raw.IpAddressType) }),
  ...failure(raw),
});

export default defineCollector({
  kind: 'vpcEndpoints',
  actions: ['ec2:DescribeVpcEndpoints'],
  scope: 'vpc',
  collect: (aws, { vpcIds }) =>
    readByFilter('vpc-id', vpcIds, (Filters) => {
      const pages = paginateDescribeVpcEndpoints({ client: aws.ec2, pageSize }, { Filters }, aws.options);
      return readPages(pages, (page) => page.VpcEndpoints, fromAws);
    }),
  belongs: (endpoint, { vpcIds }) => vpcIds.has(endpoint.vpcId),
});
