import type { Question } from '../../src/model/target.ts';
import { testRule } from '../support/rule-test.ts';

const forbidden: Question = {
  target: { kind: 'internet' },
  origin: 'forbidden',
  askedBecause: 'forbidden by lambda-net-doctor.yaml:7',
};

const zones = ['a', 'b', 'c'] as const;

testRule('forbidden-target-reachable', {
  asks: [forbidden],
  passes: {
    'no subnet has a route to the internet': (n) => {
      for (const zone of zones) n.removeRoute(`private-${zone}`);
    },
    'the security group lets nothing out': (n) => {
      n.securityGroup().egress = [];
    },
    'whether a route leads out may not be read': (n) => n.deny('routeTables'),
    'a function on a capacity provider that is gone': (n) => {
      n.function().network = {
        kind: 'capacity-provider',
        capacityProviderArn: 'arn:aws:lambda:x:1:capacity-provider:y',
      };
    },
  },
  flags: {
    'a route of one subnet leads out': [
      (n) => {
        n.removeRoute('private-a');
        n.removeRoute('private-b');
      },
      {
        severity: 'error',
        message:
          /orders-api reaches the internet from 1 of its 3 subnets, which is forbidden by lambda-net-doctor\.yaml:7/,
        resource: (n) => n.function().arn,
        destination: 'internet',
        fixText: /0\.0\.0\.0\/0 → nat-\w+ of rtb-\w+ out/,
        fixCommand: /^aws ec2 describe-security-group-rules --filters Name=group-id,Values=sg-06f22a59f54066c8c$/,
      },
    ],
    'a small part of the internet has a route': [
      (n) => {
        for (const zone of zones) n.removeRoute(`private-${zone}`);
        n.addRoute('private-a', '8.8.8.0/24', { kind: 'nat-gateway', id: n.natGateway('nat-a').id });
      },
      {
        severity: 'error',
        message: /reaches a part of the internet, 8\.8\.8\.0\/24, from 1 of its 3 subnets/,
        resource: (n) => n.function().arn,
        fixText: /8\.8\.8\.0\/24 → nat-\w+ of rtb-\w+ out/,
      },
    ],
    'a function that is not in a VPC': [
      (n) => {
        n.function().network = { kind: 'none' };
      },
      {
        severity: 'error',
        message: /orders-api reaches the internet, which is forbidden by/,
        resource: (n) => n.function().arn,
        commands: () => [],
        fixText: /Attach orders-api to subnets of a VPC/,
      },
    ],
  },
});
