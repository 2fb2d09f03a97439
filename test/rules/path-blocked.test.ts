import type { Network } from '../support/network.ts';
import { addNatInstance } from '../support/resources.ts';
import { testRule, toInternet } from '../support/rule-test.ts';

/** The internet as two halves instead of a default route, one of which leads nowhere. */
const halfToNowhere = (n: Network): void => {
  n.addRoute('private-a', '0.0.0.0/1', n.route('private-a').target);
  n.addRoute('private-a', '128.0.0.0/1', { kind: 'vpc-endpoint', id: 'vpce-0f1e2d3c4b5a69788' });
  n.removeRoute('private-a');
};

testRule('path-blocked', {
  passes: {
    'a defect that has a rule of its own': (n) => {
      n.route('private-a').state = 'blackhole';
    },
    'two defects on one path, the first of which has a rule': (n) => {
      n.securityGroup().egress = [];
      n.route('private-a').target = { kind: 'vpc-endpoint', id: 'vpce-0f1e2d3c4b5a69788' };
    },
    'a part of the internet that leaves a default route for an endpoint that no longer exists': (n) =>
      n.addRoute('private-a', '128.0.0.0/1', { kind: 'vpc-endpoint', id: 'vpce-0f1e2d3c4b5a69788' }),
    'the only address of a NAT gateway failed, which has a rule of its own': (n) => {
      for (const address of n.natGateway('nat-a').addresses) address.status = 'failed';
    },
    'a path that cannot be told': (n) => n.deny('natGateways'),
    'a second address of a NAT gateway that failed beside the first': (n) => {
      const [first] = n.natGateway('nat-a').addresses;
      if (first !== undefined)
        n.natGateway('nat-a').addresses.push({ ...first, isPrimary: false, status: 'failed', publicIp: null });
    },
  },
  flags: {
    'a NAT instance in a subnet without a way to the internet gateway': [
      (n) => {
        addNatInstance(n);
        n.disassociate('public-a');
      },
      { severity: 'error', message: /eni-\w+|rtb-\w+/, resource: (n) => n.routeTable('main').id },
    ],
    'an endpoint of the own VPC that no longer exists': [
      (n) => {
        n.route('private-a').target = { kind: 'vpc-endpoint', id: 'vpce-0f1e2d3c4b5a69788' };
      },
      {
        severity: 'error',
        message: /vpce-0f1e2d3c4b5a69788.*does not exist any more/,
        resource: (n) => n.routeTable('private-a').id,
        destination: '0.0.0.0/0',
      },
    ],
    'a half that leads to an endpoint that no longer exists, nobody asked': [
      halfToNowhere,
      {
        severity: 'warning',
        message: /vpce-0f1e2d3c4b5a69788/,
        resource: (n) => n.routeTable('private-a').id,
        destination: '128.0.0.0/1',
      },
    ],
    'a half that leads to an endpoint that no longer exists, which was asked for': [
      halfToNowhere,
      {
        severity: 'error',
        message: /vpce-0f1e2d3c4b5a69788/,
        resource: (n) => n.routeTable('private-a').id,
        destination: '128.0.0.0/1',
        question: toInternet,
      },
    ],
    'a rule that is skipped leaves its cause to this one': [
      (n) => {
        n.subnet('public-a').internetGatewayBlockMode = 'block-bidirectional';
        n.deny('vpcBlockPublicAccessOptions');
      },
      { severity: 'error', message: /block-bidirectional/, resource: (n) => n.subnet('public-a').id },
    ],
  },
});
