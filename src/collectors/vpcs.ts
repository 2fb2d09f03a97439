import {
  DescribeVpcAttributeCommand,
  type DescribeVpcAttributeResult,
  paginateDescribeVpcs,
  type Vpc as RawVpc,
  type VpcAttributeName,
  type VpcEncryptionControl,
} from '@aws-sdk/client-ec2';
import { DhcpOptionsId, VpcId } from '../model/ids.ts';
import { InternetGatewayBlockMode } from '../model/kinds/subnets.ts';
import { EncryptionControl, Vpc } from '../model/kinds/vpcs.ts';
import type { Read } from '../model/section.ts';
import { certain, nameTag, optional, optionalWord, required, text, texts } from './answer.ts';
import type { Aws } from './aws.ts';
import { defineCollector } from './collector.ts';
import { pageSize, readByFilter, readPages } from './pages.ts';
import { ipv6Association } from './subnets.ts';
import { reasonOf } from './unavailable.ts';

/** The two DNS attributes, each of which takes a call of its own. */
export type DnsAttributes = Pick<Vpc, 'enableDnsSupport' | 'enableDnsHostnames'>;

/** The primary range first; a range that is not associated takes no traffic. */
const cidrsOf = (raw: RawVpc): readonly string[] => {
  const associated = (raw.CidrBlockAssociationSet ?? [])
    .filter(({ CidrBlockState }) => (CidrBlockState?.State ?? 'associated') === 'associated')
    .map(({ CidrBlock }) => CidrBlock);
  return [...new Set(texts([raw.CidrBlock, ...associated]))];
};

const encryptionControlOf = ({ State, ResourceExclusions }: VpcEncryptionControl): EncryptionControl => {
  const { state, exclusions } = EncryptionControl.shape;
  const { Lambda, NatGateway, InternetGateway, EgressOnlyInternetGateway } = ResourceExclusions ?? {};
  return {
    state: optionalWord(state, State),
    exclusions: {
      lambda: optionalWord(exclusions.shape.lambda, Lambda?.State),
      natGateway: optionalWord(exclusions.shape.natGateway, NatGateway?.State),
      internetGateway: optionalWord(exclusions.shape.internetGateway, InternetGateway?.State),
      egressOnlyInternetGateway: optionalWord(
        exclusions.shape.egressOnlyInternetGateway,
        EgressOnlyInternetGateway?.State,
      ),
    },
  };
};

export const fromAws = (raw: RawVpc, dns: DnsAttributes): Vpc => ({
  id: required(VpcId, raw.VpcId),
  name: nameTag(raw.Tags),
  isDefault: raw.IsDefault ?? null,
  ownerId: text(raw.OwnerId),
  cidrs: cidrsOf(raw),
  ipv6Cidrs: (raw.Ipv6CidrBlockAssociationSet ?? []).flatMap((association) =>
    ipv6Association(association, association.Ipv6CidrBlockState?.State),
  ),
  instanceTenancy: optionalWord(Vpc.shape.instanceTenancy, raw.InstanceTenancy),
  dhcpOptionsId: optional(DhcpOptionsId, raw.DhcpOptionsId),
  internetGatewayBlockMode: optionalWord(
    InternetGatewayBlockMode,
    raw.BlockPublicAccessStates?.InternetGatewayBlockMode,
  ),
  encryptionControlMode: optionalWord(Vpc.shape.encryptionControlMode, raw.EncryptionControl?.Mode),
  ...(raw.EncryptionControl?.Mode ? { encryptionControl: encryptionControlOf(raw.EncryptionControl) } : {}),
  ...dns,
});

const attribute = async (
  aws: Aws,
  vpcId: VpcId,
  name: VpcAttributeName,
  valueIn: (answer: DescribeVpcAttributeResult) => boolean | undefined,
): Promise<Read<boolean>> => {
  try {
    const answer = await aws.ec2.send(new DescribeVpcAttributeCommand({ VpcId: vpcId, Attribute: name }), aws.options);
    return { status: 'known', value: certain(valueIn(answer)) };
  } catch (error) {
    return { status: 'unavailable', action: 'ec2:DescribeVpcAttribute', reason: reasonOf(error) };
  }
};

const dnsAttributes = async (aws: Aws, vpcId: VpcId): Promise<DnsAttributes> => {
  const [enableDnsSupport, enableDnsHostnames] = await Promise.all([
    attribute(aws, vpcId, 'enableDnsSupport', (answer) => answer.EnableDnsSupport?.Value),
    attribute(aws, vpcId, 'enableDnsHostnames', (answer) => answer.EnableDnsHostnames?.Value),
  ]);
  return { enableDnsSupport, enableDnsHostnames };
};

/** The attributes are asked by the ids that are known already, so that they take no further level of calls. */
export default defineCollector({
  kind: 'vpcs',
  actions: ['ec2:DescribeVpcs', 'ec2:DescribeVpcAttribute'],
  scope: 'vpc',
  ofPeers: true,
  async collect(aws, { vpcIds }) {
    const attributes = Promise.all(vpcIds.map((vpcId) => dnsAttributes(aws, vpcId)));
    const raw = await readByFilter('vpc-id', vpcIds, (Filters) => {
      const pages = paginateDescribeVpcs({ client: aws.ec2, pageSize }, { Filters }, aws.options);
      return readPages(
        pages,
        (page) => page.Vpcs,
        (vpc) => vpc,
      );
    });
    const dns = new Map((await attributes).map((read, index) => [vpcIds[index], read]));
    const notAsked = { status: 'unavailable', action: 'ec2:DescribeVpcAttribute', reason: 'not read' } as const;
    const none = { enableDnsSupport: notAsked, enableDnsHostnames: notAsked };
    return raw.map((vpc) => fromAws(vpc, dns.get(required(VpcId, vpc.VpcId)) ?? none));
  },
  belongs: (vpc, { vpcIds }) => vpcIds.has(vpc.id),
  references: ({ dhcpOptionsId }) => (dhcpOptionsId === null ? [] : [dhcpOptionsId]),
});
