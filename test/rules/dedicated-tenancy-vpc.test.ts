import { testRule } from '../support/rule-test.ts';

testRule('dedicated-tenancy-vpc', {
  passes: {
    'the tenancy is not shown': (n) => {
      n.vpc().instanceTenancy = null;
    },
    'a tenancy that this version does not know': (n) => {
      n.vpc().instanceTenancy = 'unknown:shared';
    },
  },
  flags: {
    'a VPC of dedicated tenancy': [
      (n) => {
        n.vpc().instanceTenancy = 'dedicated';
      },
      {
        severity: 'note',
        message: /has dedicated instance tenancy, and AWS says that Lambda functions cannot connect to such a VPC/,
        resource: (n) => n.vpc().id,
        fixCommand: /^aws ec2 modify-vpc-tenancy --vpc-id vpc-\w+ --instance-tenancy default$/,
      },
    ],
  },
  skips: {
    vpcs: (n) => {
      n.vpc().instanceTenancy = 'dedicated';
    },
  },
});
