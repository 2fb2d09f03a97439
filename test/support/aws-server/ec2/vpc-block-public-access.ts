import {
  DescribeVpcBlockPublicAccessExclusionsResult$,
  DescribeVpcBlockPublicAccessOptionsResult$,
} from '@aws-sdk/client-ec2';
import { itemsOf } from '../world.ts';
import { toXml } from '../xml.ts';
import { describeAction, type Ec2Action } from './describe.ts';
import { word } from './words.ts';

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeVpcBlockPublicAccessOptions.html */
export const describeVpcBlockPublicAccessOptions: Ec2Action = {
  name: 'DescribeVpcBlockPublicAccessOptions',
  answer(_parameters, world) {
    const section = world.sections.vpcBlockPublicAccessOptions;
    const [options] = itemsOf(section, world, 'ec2', 'DescribeVpcBlockPublicAccessOptions');
    if (options === undefined) return '';
    return toXml(DescribeVpcBlockPublicAccessOptionsResult$, {
      VpcBlockPublicAccessOptions: {
        AwsAccountId: world.account,
        AwsRegion: world.region,
        InternetGatewayBlockMode: word(options.mode),
        State: word(options.state),
        ManagedBy: word(options.managedBy),
        ExclusionsAllowed: word(options.exclusionsAllowed),
      },
    });
  },
};

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeVpcBlockPublicAccessExclusions.html */
export const describeVpcBlockPublicAccessExclusions = describeAction({
  name: 'DescribeVpcBlockPublicAccessExclusions',
  result: DescribeVpcBlockPublicAccessExclusionsResult$,
  list: 'VpcBlockPublicAccessExclusions',
  section: (sections) => sections.vpcBlockPublicAccessExclusions,
  id: ({ id }) => id,
  idParameter: 'ExclusionId',
  notFound: 'InvalidVpcBlockPublicAccessExclusionId.NotFound',
  pages: { min: 5, max: 1000 },
  filters: {
    'internet-gateway-exclusion-mode': ({ mode }) => [word(mode)],
    'resource-arn': ({ resourceArn }) => [resourceArn],
    state: ({ state }) => [word(state)],
  },
  shape: (exclusion) => ({
    ExclusionId: exclusion.id,
    InternetGatewayExclusionMode: word(exclusion.mode),
    ResourceArn: exclusion.resourceArn,
    State: word(exclusion.state),
    Tags: [],
  }),
});
