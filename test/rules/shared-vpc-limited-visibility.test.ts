import { Network } from '../support/network.ts';
import { shareVpc } from '../support/resources.ts';
import { testRule } from '../support/rule-test.ts';

const hideNat = (n: Network): void => {
  shareVpc(n);
  n.remove(n.natGateway('nat-a'));
};

testRule('shared-vpc-limited-visibility', {
  passes: {
    'a shared VPC of which all can be seen': shareVpc,
    'the same NAT gateway is gone in a VPC of the own account': (n) => n.remove(n.natGateway('nat-a')),
    'the group stops everything, wherever the path leads': (n) => {
      hideNat(n);
      n.securityGroup().egress = [];
    },
  },
  flags: {
    'a NAT gateway that only the owner sees': [
      hideNat,
      {
        severity: 'note',
        message:
          /^orders-api depends on nat-\w+, which belongs to account 210987654321 that shares vpc-\w+ and cannot be seen/,
        resource: () => new Network().natGateway('nat-a').id,
        actor: 'owner-account',
        fixCommand: /^aws ec2 describe-nat-gateways --nat-gateway-ids nat-/,
      },
    ],
  },
});
