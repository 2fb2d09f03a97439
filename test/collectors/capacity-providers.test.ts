import { fromAws } from '../../src/collectors/capacity-providers.ts';
import { CapacityProviderNetwork } from '../../src/model/kinds/capacity-providers.ts';
import { describeMapper } from './mapper.ts';

describeMapper(CapacityProviderNetwork, fromAws, {
  maps: {
    'all fields': [
      { State: 'Active', VpcConfig: { SubnetIds: ['subnet-1', 'subnet-2'], SecurityGroupIds: ['sg-1'] } },
      { state: 'Active', subnetIds: ['subnet-1', 'subnet-2'], securityGroupIds: ['sg-1'] },
    ],
    'no security group, for which the default one of the VPC stands': [
      { State: 'Pending', VpcConfig: { SubnetIds: ['subnet-1'], SecurityGroupIds: undefined } },
      { state: 'Pending', subnetIds: ['subnet-1'], securityGroupIds: [] },
    ],
    'a state that it does not know': [
      JSON.parse('{"State":"Daydreaming","VpcConfig":{"SubnetIds":["subnet-1"],"SecurityGroupIds":[]}}'),
      { state: 'unknown:Daydreaming', subnetIds: ['subnet-1'], securityGroupIds: [] },
    ],
  },
  refuses: {
    'an answer without subnets': JSON.parse('{"State":"Active","VpcConfig":{}}'),
    'an answer without a VPC configuration': JSON.parse('{"State":"Active"}'),
    'a subnet id of another kind': { State: 'Active', VpcConfig: { SubnetIds: ['vpc-1'], SecurityGroupIds: [] } },
  },
});
