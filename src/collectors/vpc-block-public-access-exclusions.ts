import {
  DescribeVpcBlockPublicAccessExclusionsCommand,
  type DescribeVpcBlockPublicAccessExclusionsResult,
  type VpcBlockPublicAccessExclusion as RawExclusion,
} from '@aws-sdk/client-ec2';
import { BlockPublicAccessExclusionId } from '../model/ids.ts';
import { VpcBlockPublicAccessExclusion } from '../model/kinds/vpc-block-public-access-exclusions.ts';
import { optionalWord, required, text } from './answer.ts';
import type { Aws } from './aws.ts';
import { defineCollector } from './collector.ts';
import { pageSize, readPages } from './pages.ts';

const { mode, state } = VpcBlockPublicAccessExclusion.shape;

export const fromAws = (raw: RawExclusion): VpcBlockPublicAccessExclusion => ({
  id: required(BlockPublicAccessExclusionId, raw.ExclusionId),
  mode: optionalWord(mode, raw.InternetGatewayExclusionMode),
  resourceArn: text(raw.ResourceArn),
  state: optionalWord(state, raw.State),
});

/** The SDK has no paginator for this action. */
async function* paginate(aws: Aws): AsyncGenerator<DescribeVpcBlockPublicAccessExclusionsResult> {
  let next: string | undefined;
  do {
    const input = { MaxResults: pageSize, ...(next && { NextToken: next }) };
    const page = await aws.ec2.send(new DescribeVpcBlockPublicAccessExclusionsCommand(input), aws.options);
    yield page;
    next = page.NextToken;
  } while (next);
}

export default defineCollector({
  kind: 'vpcBlockPublicAccessExclusions',
  actions: ['ec2:DescribeVpcBlockPublicAccessExclusions'],
  scope: 'region',
  onlyIf: {
    kind: 'vpcBlockPublicAccessOptions',
    matters: (item) => 'exclusionsAllowed' in item && item.mode !== 'off',
  },
  collect: (aws) => readPages(paginate(aws), (page) => page.VpcBlockPublicAccessExclusions, fromAws),
  belongs: () => true,
});
