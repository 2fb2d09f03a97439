import type { Network } from '../support/network.ts';
import { shareVpc } from '../support/resources.ts';
import { testRule } from '../support/rule-test.ts';

const enforce = (n: Network): void => {
  n.vpc().encryptionControlMode = 'enforce';
};

testRule('vpc-encryption-control-blocks', {
  passes: {
    'encryption controls were never set': (n) => {
      n.vpc().encryptionControlMode = null;
      n.vpc().name = 'renamed';
    },
    'nothing gets out anyway': (n) => {
      enforce(n);
      n.securityGroup().egress = [];
    },
  },
  flags: {
    'mode enforce': [
      enforce,
      {
        severity: 'warning',
        message: /are in mode enforce: unless Lambda and the gateways on the way out are excluded/,
        resource: (n) => n.vpc().id,
        fixCommand: /--lambda-exclusion enable --nat-gateway-exclusion enable --internet-gateway-exclusion enable/,
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
