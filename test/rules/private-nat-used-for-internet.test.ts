import type { Change } from '../support/network.ts';
import { addTransitGateway } from '../support/resources.ts';
import { testRule } from '../support/rule-test.ts';

const isPrivate: Change = (n) => {
  n.natGateway('nat-a').connectivityType = 'private';
  for (const address of n.natGateway('nat-a').addresses) address.publicIp = null;
};

testRule('private-nat-used-for-internet', {
  passes: {
    'a private NAT gateway in front of a transit gateway': (n) => {
      isPrivate(n);
      n.route('public').target = addTransitGateway(n, 'public-a', 'public-b', 'public-c');
    },
    'a private NAT gateway that no route uses': (n) => {
      isPrivate(n);
      n.route('private-a').target = n.route('private-b').target;
    },
  },
  flags: {
    'the only NAT gateway is a private one: a public one in a public subnet': [
      (n) => {
        isPrivate(n);
        for (const name of ['nat-b', 'nat-c']) n.remove(n.natGateway(name));
        n.network().subnetIds = [n.subnet('private-a').id];
      },
      {
        severity: 'error',
        message: /private/,
        resource: (n) => n.natGateway('nat-a').id,
        commands: (n) => [
          `aws ec2 create-nat-gateway --subnet-id ${n.subnet('public-a').id} --allocation-id '<allocation id of an Elastic IP address>'`,
          `aws ec2 replace-route --route-table-id ${n.routeTable('private-a').id} --destination-cidr-block 0.0.0.0/0 --nat-gateway-id '<new NAT gateway>'`,
        ],
      },
    ],
    'a private NAT gateway in front of an internet gateway': [
      isPrivate,
      {
        severity: 'error',
        message: /nat-\w+, to which rtb-\w+ sends 0\.0\.0\.0\/0, is a private one.*igw-\w+ drops/,
        resource: (n) => n.natGateway('nat-a').id,
        commands: (n) => [
          `aws ec2 replace-route --route-table-id ${n.routeTable('private-a').id} --destination-cidr-block 0.0.0.0/0 --nat-gateway-id ${n.natGateway('nat-b').id}`,
        ],
        fixText: /cannot be made public/,
      },
    ],
  },
  skips: { natGateways: isPrivate },
});
