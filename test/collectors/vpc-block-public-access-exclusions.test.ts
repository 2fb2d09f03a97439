import { fromAws } from '../../src/collectors/vpc-block-public-access-exclusions.ts';
import schema from '../../src/model/kinds/vpc-block-public-access-exclusions.ts';
import { describeMapper } from './mapper.ts';

const id = 'vpcbpa-exclude-1';

describeMapper(schema, fromAws, {
  maps: {
    'all fields': [
      {
        ExclusionId: id,
        InternetGatewayExclusionMode: 'allow-egress',
        ResourceArn: 'arn:aws:ec2:eu-west-1:123456789012:vpc/vpc-1',
        State: 'create-complete',
      },
      {
        id,
        mode: 'allow-egress',
        resourceArn: 'arn:aws:ec2:eu-west-1:123456789012:vpc/vpc-1',
        state: 'create-complete',
      },
    ],
    'an id alone': [{ ExclusionId: id }, { id, mode: null, resourceArn: null, state: null }],
    'words that it does not know': [
      JSON.parse(`{"ExclusionId":"${id}","InternetGatewayExclusionMode":"a","State":"b"}`),
      { id, mode: 'unknown:a', resourceArn: null, state: 'unknown:b' },
    ],
  },
  refuses: { 'an exclusion without an id': {}, 'an id of another kind': { ExclusionId: 'vpc-1' } },
});
