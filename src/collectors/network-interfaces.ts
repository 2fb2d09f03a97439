import {
  paginateDescribeNetworkInterfaces,
  type NetworkInterface as RawInterface,
  type NetworkInterfacePrivateIpAddress as RawPrivateIp,
} from '@aws-sdk/client-ec2';
import { InstanceId, NetworkInterfaceId, SecurityGroupId, SubnetId, VpcId } from '../model/ids.ts';
import { NetworkInterface } from '../model/kinds/network-interfaces.ts';
import { ids, optional, optionalWord, required, text, texts } from './answer.ts';
import { defineCollector } from './collector.ts';
import { pageSize, readByFilter, readPages } from './pages.ts';

type PrivateIp = NetworkInterface['privateIpAddresses'][number];

const privateIp = (raw: RawPrivateIp): PrivateIp[] =>
  raw.PrivateIpAddress
    ? [{ address: raw.PrivateIpAddress, publicIp: text(raw.Association?.PublicIp), primary: raw.Primary ?? null }]
    : [];

/** The set of addresses, or, where the answer has none, the address that the interface itself names. */
const privateIps = (raw: RawInterface): readonly PrivateIp[] => {
  const { PrivateIpAddress, Association } = raw;
  const own = { PrivateIpAddress, Association, Primary: true };
  return (raw.PrivateIpAddresses?.length ? raw.PrivateIpAddresses : [own]).flatMap(privateIp);
};

/** https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html#configuration-vpc-enis */
const isOfLambda = (raw: RawInterface): boolean =>
  raw.InterfaceType === 'lambda' || (raw.Description ?? '').startsWith('AWS Lambda VPC ENI');

export const fromAws = (raw: RawInterface): NetworkInterface => ({
  id: required(NetworkInterfaceId, raw.NetworkInterfaceId),
  vpcId: optional(VpcId, raw.VpcId),
  subnetId: optional(SubnetId, raw.SubnetId),
  ownerId: text(raw.OwnerId),
  interfaceType: raw.InterfaceType || 'interface',
  ofLambda: isOfLambda(raw),
  status: optionalWord(NetworkInterface.shape.status, raw.Status),
  sourceDestCheck: raw.SourceDestCheck ?? null,
  instanceId: optional(InstanceId, raw.Attachment?.InstanceId),
  securityGroupIds: ids(
    SecurityGroupId,
    raw.Groups?.map((group) => group.GroupId),
  ),
  privateIpAddresses: privateIps(raw),
  ipv6Addresses: texts(raw.Ipv6Addresses?.map((address) => address.Ipv6Address)),
});

export default defineCollector({
  kind: 'networkInterfaces',
  actions: ['ec2:DescribeNetworkInterfaces'],
  scope: 'vpc',
  ofPeers: true,
  collect: (aws, { vpcIds }) =>
    readByFilter('vpc-id', vpcIds, (Filters) => {
      const pages = paginateDescribeNetworkInterfaces({ client: aws.ec2, pageSize }, { Filters }, aws.options);
      return readPages(pages, (page) => page.NetworkInterfaces, fromAws);
    }),
  belongs: ({ vpcId }, { vpcIds }) => vpcId !== null && vpcIds.has(vpcId),
});
