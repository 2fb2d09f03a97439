import type { Change } from '../support/network.ts';
import { sendAll } from '../support/resources.ts';
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
        message: /igw-\w+/,
        resource: (n) => n.internetGateway().id,
        fixCommand: /^aws ec2 attach-internet-gateway --internet-gateway-id igw-\w+ --vpc-id vpc-\w+$/,
      },
    ],
    'an internet gateway of another VPC': [
      (n) => {
        n.internetGateway().attachments = [{ vpcId: 'vpc-0f0e0d0c0b0a09080', state: 'available' }];
      },
      { severity: 'error', message: /igw-\w+/, resource: (n) => n.internetGateway().id },
    ],
    'an internet gateway that no longer exists': [
      (n) => n.remove(n.internetGateway()),
      {
        severity: 'error',
        message: /igw-\w+/,
        resource: (n) => {
          const { target } = n.route('public');
          return target.kind === 'internet-gateway' ? target.id : '';
        },
      },
    ],
  },
  skips: { internetGateways: detached },
});
