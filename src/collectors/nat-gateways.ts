import {
  paginateDescribeNatGateways,
  type NatGatewayAddress as RawAddress,
  type NatGateway as RawNatGateway,
} from '@aws-sdk/client-ec2';
import { NatGatewayId, NetworkInterfaceId, RouteTableId, SubnetId, VpcId } from '../model/ids.ts';
import { NatGateway, NatGatewayAddress } from '../model/kinds/nat-gateways.ts';
import { nameTag, openWord, optional, optionalWord, required, text, texts } from './answer.ts';
import { defineCollector } from './collector.ts';
import { pageSize, readByFilter, readPages } from './pages.ts';

const address = (raw: RawAddress): NatGatewayAddress => ({
  allocationId: text(raw.AllocationId),
  publicIp: text(raw.PublicIp),
  privateIp: text(raw.PrivateIp),
  networkInterfaceId: optional(NetworkInterfaceId, raw.NetworkInterfaceId),
  availabilityZoneId: text(raw.AvailabilityZoneId),
  isPrimary: raw.IsPrimary ?? null,
  status: optionalWord(NatGatewayAddress.shape.status, raw.Status),
  failureMessage: text(raw.FailureMessage),
});

const appliances = (raw: RawNatGateway): readonly string[] =>
  texts(
    raw.AttachedAppliances?.filter(
      ({ AttachmentState }) => !/^(detached|attach-failed)$/.test(AttachmentState ?? ''),
    ).map(({ Type }) => Type ?? 'unknown'),
  );

export const fromAws = (raw: RawNatGateway): NatGateway => ({
  id: required(NatGatewayId, raw.NatGatewayId),
  name: nameTag(raw.Tags),
  vpcId: required(VpcId, raw.VpcId),
  subnetId: optional(SubnetId, raw.SubnetId),
  state: openWord(NatGateway.shape.state, raw.State),
  connectivityType: optionalWord(NatGateway.shape.connectivityType, raw.ConnectivityType),
  availabilityMode: optionalWord(NatGateway.shape.availabilityMode, raw.AvailabilityMode),
  autoProvisionZones: optionalWord(NatGateway.shape.autoProvisionZones, raw.AutoProvisionZones),
  routeTableId: optional(RouteTableId, raw.RouteTableId),
  addresses: (raw.NatGatewayAddresses ?? []).map(address),
  appliances: appliances(raw),
  failureCode: text(raw.FailureCode),
  failureMessage: text(raw.FailureMessage),
});

/** This action names its parameter `Filter`. By id, one that was deleted would fail the call. */
export default defineCollector({
  kind: 'natGateways',
  actions: ['ec2:DescribeNatGateways'],
  scope: 'vpc',
  collect: (aws, { vpcIds }) =>
    readByFilter('vpc-id', vpcIds, (Filter) => {
      const pages = paginateDescribeNatGateways({ client: aws.ec2, pageSize }, { Filter }, aws.options);
      return readPages(pages, (page) => page.NatGateways, fromAws);
    }),
  belongs: (gateway, { vpcIds }) => vpcIds.has(gateway.vpcId),
});
