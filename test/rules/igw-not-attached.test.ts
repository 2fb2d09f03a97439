import type { Change } from '../support/network.ts';
import { sendAll, shareVpc } from '../support/resources.ts';
import { testRule } from '../support/rule-test.ts';

const detached: Change = (n) => {
  n.internetGateway().attachments = [];
};

testRule('igw-not-attached', {
  passes: {
    'an attachment in state attached': (n) => {
      for (const attachment of n.internetGateway().attachments) attachment.state = 'attached';
    },
    'a blackhole in the public table, which says it already': (n) => {
      detached(n);
      n.route('public').state = 'blackhole';
    },
    'public subnets, which never work': (n) => {
      detached(n);
      sendAll(n, { kind: 'internet-gateway', id: n.internetGateway().id });
    },
  },
  flags: {
    'an internet gateway without an attachment': [
      detached,
      {
        severity: 'error',
        message: /igw-\w+, to which rtb-\w+ sends 0\.0\.0\.0\/0, is not attached to vpc-/,
        resource: (n) => n.internetGateway().id,
        fixCommand: /^aws ec2 attach-internet-gateway --internet-gateway-id igw-\w+ --vpc-id vpc-\w+$/,
      },
    ],
    'an internet gateway of another VPC': [
      (n) => {
        n.internetGateway().attachments = [{ vpcId: 'vpc-0f0e0d0c0b0a09080', state: 'available' }];
      },
      {
        severity: 'error',
        message: /igw-\w+.*attached to vpc-0f0e0d0c0b0a09080/,
        resource: (n) => n.internetGateway().id,
        commands: (n) => [
          'aws ec2 create-internet-gateway',
          `aws ec2 attach-internet-gateway --internet-gateway-id '<new internet gateway>' --vpc-id ${n.vpc().id}`,
          `aws ec2 replace-route --route-table-id ${n.routeTable('public').id} --destination-cidr-block 0.0.0.0/0 --gateway-id '<new internet gateway>'`,
        ],
      },
    ],
    'a route to an internet gateway beside the one that the VPC has': [
      (n) => {
        n.route('public').target = { kind: 'internet-gateway', id: 'igw-0000000000000dead' };
      },
      {
        severity: 'error',
        message: /igw-0000000000000dead.*does not exist any more/,
        resource: () => 'igw-0000000000000dead',
        commands: (n) => [
          `aws ec2 replace-route --route-table-id ${n.routeTable('public').id} --destination-cidr-block 0.0.0.0/0 --gateway-id ${n.internetGateway().id}`,
        ],
      },
    ],
    'a detached internet gateway of a VPC that another account shares': [
      (n) => {
        detached(n);
        shareVpc(n);
      },
      { severity: 'error', message: /igw-\w+/, resource: (n) => n.internetGateway().id, actor: 'owner-account' },
    ],
    'an internet gateway that no longer exists': [
      (n) => n.remove(n.internetGateway()),
      {
        severity: 'error',
        message: /igw-\w+.*does not exist any more/,
        resource: (n) => {
          const { target } = n.route('public');
          return target.kind === 'internet-gateway' ? target.id : '';
        },
      },
    ],
  },
  skips: { internetGateways: detached },
});
