import {
  DescribeVpcBlockPublicAccessOptionsCommand,
  type VpcBlockPublicAccessOptions as RawOptions,
} from '@aws-sdk/client-ec2';
import { InternetGatewayBlockMode } from '../model/kinds/subnets.ts';
import { VpcBlockPublicAccessOptions } from '../model/kinds/vpc-block-public-access-options.ts';
import { certain, optionalWord } from './answer.ts';
import { defineCollector } from './collector.ts';

const { state, managedBy, exclusionsAllowed } = VpcBlockPublicAccessOptions.shape;

export const fromAws = (raw: RawOptions): VpcBlockPublicAccessOptions => ({
  mode: optionalWord(InternetGatewayBlockMode, raw.InternetGatewayBlockMode),
  state: optionalWord(state, raw.State),
  managedBy: optionalWord(managedBy, raw.ManagedBy),
  exclusionsAllowed: optionalWord(exclusionsAllowed, raw.ExclusionsAllowed),
});

/** The options of the caller's account, whoever owns the VPC. */
export default defineCollector({
  kind: 'vpcBlockPublicAccessOptions',
  actions: ['ec2:DescribeVpcBlockPublicAccessOptions'],
  scope: 'region',
  async collect(aws) {
    const answer = await aws.ec2.send(new DescribeVpcBlockPublicAccessOptionsCommand({}), aws.options);
    return [fromAws(certain(answer.VpcBlockPublicAccessOptions))];
  },
  belongs: () => true,
});
