import { DescribeVpcAttributeResult$, DescribeVpcsResult$ } from '@aws-sdk/client-ec2';
import type { Vpc } from '../../../../src/model/kinds/vpcs.ts';
import { AwsError } from '../aws-error.ts';
import { denial, itemsOf } from '../world.ts';
import { type AwsShape, toXml } from '../xml.ts';
import { describeAction, type Ec2Action } from './describe.ts';
import { nameTag, word } from './words.ts';

const noExclusions = { lambda: null, natGateway: null, internetGateway: null, egressOnlyInternetGateway: null };

const exclusion = (state: string | null): AwsShape | null => (state === null ? null : { State: word(state) });

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_VpcEncryptionControl.html */
const encryptionControl = ({ id, encryptionControlMode, encryptionControl: control }: Vpc): AwsShape | null => {
  if (encryptionControlMode === null) return null;
  const { lambda, natGateway, internetGateway, egressOnlyInternetGateway } = control?.exclusions ?? noExclusions;
  return {
    VpcId: id,
    Mode: word(encryptionControlMode),
    State: word(control?.state ?? null),
    ResourceExclusions: {
      Lambda: exclusion(lambda),
      NatGateway: exclusion(natGateway),
      InternetGateway: exclusion(internetGateway),
      EgressOnlyInternetGateway: exclusion(egressOnlyInternetGateway),
    },
  };
};

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeVpcs.html */
export const describeVpcs = describeAction({
  name: 'DescribeVpcs',
  result: DescribeVpcsResult$,
  list: 'Vpcs',
  section: (sections) => sections.vpcs,
  id: ({ id }) => id,
  idParameter: 'VpcId',
  notFound: 'InvalidVpcID.NotFound',
  pages: { min: 5, max: 1000 },
  filters: {
    cidr: ({ cidrs }) => cidrs.slice(0, 1),
    'dhcp-options-id': ({ dhcpOptionsId }) => [dhcpOptionsId],
    'is-default': ({ isDefault }) => [isDefault],
    'owner-id': ({ ownerId }) => [ownerId],
    'vpc-id': ({ id }) => [id],
  },
  shape: (vpc) => ({
    VpcId: vpc.id,
    State: 'available',
    CidrBlock: vpc.cidrs[0],
    DhcpOptionsId: vpc.dhcpOptionsId,
    OwnerId: vpc.ownerId,
    InstanceTenancy: word(vpc.instanceTenancy),
    IsDefault: vpc.isDefault,
    CidrBlockAssociationSet: vpc.cidrs.map((cidr) => ({ CidrBlock: cidr, CidrBlockState: { State: 'associated' } })),
    Ipv6CidrBlockAssociationSet: vpc.ipv6Cidrs.map((association) => ({
      Ipv6CidrBlock: association.cidr,
      Ipv6CidrBlockState: association.state === null ? null : { State: word(association.state) },
      Ipv6AddressAttribute: word(association.addressAttribute),
    })),
    BlockPublicAccessStates:
      vpc.internetGatewayBlockMode === null ? null : { InternetGatewayBlockMode: word(vpc.internetGatewayBlockMode) },
    EncryptionControl: encryptionControl(vpc),
    Tags: nameTag(vpc.name),
  }),
});

/** One VPC and one attribute a call. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeVpcAttribute.html */
export const describeVpcAttribute: Ec2Action = {
  name: 'DescribeVpcAttribute',
  answer(parameters, world) {
    const vpcs = itemsOf(world.sections.vpcs, world, 'ec2', 'DescribeVpcAttribute');
    const vpc = vpcs.find(({ id }) => id === parameters['VpcId']);
    if (vpc === undefined) {
      throw new AwsError(400, 'InvalidVpcID.NotFound', `The vpc ID '${parameters['VpcId']}' does not exist`);
    }
    const attributes = new Map([
      ['enableDnsSupport', { member: 'EnableDnsSupport', read: vpc.enableDnsSupport }],
      ['enableDnsHostnames', { member: 'EnableDnsHostnames', read: vpc.enableDnsHostnames }],
    ]);
    const attribute = attributes.get(parameters['Attribute'] ?? '');
    if (attribute === undefined) {
      const message = `Value (${parameters['Attribute']}) for parameter attribute is invalid. Unknown attribute.`;
      throw new AwsError(400, 'InvalidParameterValue', message);
    }
    const { member, read } = attribute;
    if (read.status === 'unavailable') throw denial('ec2', 'DescribeVpcAttribute', world.account, 'access denied');
    return toXml(DescribeVpcAttributeResult$, { VpcId: vpc.id, [member]: { Value: read.value } });
  },
};
