import type { Network } from '../support/network.ts';
import { shareVpc } from '../support/resources.ts';
import { testRule } from '../support/rule-test.ts';

const enforce = (n: Network): void => {
  n.vpc().encryptionControlMode = 'enforce';
};

const enforceExcluding = (
  n: Network,
  natGateway: 'enabled' | 'disabling',
  state: 'available' | 'enforce-in-progress' = 'available',
): void => {
  enforce(n);
  const excluded = { lambda: 'enabled', internetGateway: 'enabled', egressOnlyInternetGateway: 'disabled' } as const;
  n.vpc().encryptionControl = { state, exclusions: { ...excluded, natGateway } };
};

testRule('vpc-encryption-control-blocks', {
  passes: {
    'encryption controls were never set': (n) => {
      n.vpc().encryptionControlMode = null;
      n.vpc().name = 'renamed';
    },
    'everything on the way out is excluded': (n) => enforceExcluding(n, 'enabled'),
    'nothing gets out anyway': (n) => {
      enforce(n);
      n.securityGroup().egress = [];
    },
  },
  flags: {
    'an exclusion that is being taken away': [
      (n) => enforceExcluding(n, 'disabling'),
      {
        severity: 'warning',
        message: /without an exclusion in force for NAT gateways \(disabling\):/,
        resource: (n) => n.vpc().id,
        commands: (n) => [
          `aws ec2 describe-vpc-encryption-controls --filters Name=vpc-id,Values=${n.vpc().id}`,
          "aws ec2 modify-vpc-encryption-control --vpc-encryption-control-id '<encryption control>' --mode enforce --nat-gateway-exclusion enable",
        ],
      },
    ],
    'mode enforce': [
      enforce,
      {
        severity: 'warning',
        message:
          /are in mode enforce without an exclusion in force for Lambda functions \(not shown\), NAT gateways \(not shown\), internet gateways \(not shown\):/,
        resource: (n) => n.vpc().id,
        fixCommand: /--lambda-exclusion enable --nat-gateway-exclusion enable --internet-gateway-exclusion enable/,
      },
    ],
    'mode monitor on its way to enforcement is one finding, and no note that nothing is dropped': [
      (n) => {
        enforceExcluding(n, 'disabling', 'enforce-in-progress');
        n.vpc().encryptionControlMode = 'monitor';
      },
      {
        severity: 'warning',
        message: /are in mode monitor \(enforce-in-progress\) without an exclusion in force for NAT gateways/,
        resource: (n) => n.vpc().id,
      },
    ],
    'mode enforce in a shared VPC': [
      (n) => {
        enforce(n);
        shareVpc(n);
      },
      { severity: 'warning', message: /mode enforce/, resource: (n) => n.vpc().id, actor: 'owner-account' },
    ],
    'mode monitor': [
      (n) => {
        n.vpc().encryptionControlMode = 'monitor';
      },
      {
        severity: 'note',
        message: /are in mode monitor: nothing is dropped/,
        resource: (n) => n.vpc().id,
        fixCommand: /^aws ec2 describe-vpc-encryption-controls/,
      },
    ],
  },
  skips: { vpcs: enforce },
});
