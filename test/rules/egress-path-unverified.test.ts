import type { Change } from '../support/network.ts';
import { addNatInstance, addTransitGateway } from '../support/resources.ts';
import { testRule, toInternet } from '../support/rule-test.ts';

const toTransitGateway: Change = (n) => {
  n.route('private-a').target = addTransitGateway(n, 'private-a', 'private-b', 'private-c');
};

testRule('egress-path-unverified', {
  passes: {
    'a transit gateway that the internet does not use': (n) =>
      n.addRoute('private-a', '10.50.0.0/16', addTransitGateway(n, 'private-a', 'private-b', 'private-c')),
    'a transit gateway without an attachment in the zone, which is proven to fail': (n) => {
      n.route('private-a').target = addTransitGateway(n, 'private-b', 'private-c');
    },
  },
  flags: {
    'a transit gateway': [
      toTransitGateway,
      { severity: 'note', message: /tgw-\w+/, resource: () => 'tgw-0b7a6f5e4d3c2b1a0' },
    ],
    'a transit gateway on the way that was asked for': [
      toTransitGateway,
      { severity: 'note', message: /tgw-\w+/, resource: () => 'tgw-0b7a6f5e4d3c2b1a0', question: toInternet },
    ],
    'a virtual private gateway': [
      (n) => {
        n.route('private-a').target = { kind: 'virtual-private-gateway', id: 'vgw-0a1b2c3d4e5f60718' };
      },
      { severity: 'note', message: /vgw-\w+/, resource: () => 'vgw-0a1b2c3d4e5f60718' },
    ],
    'a NAT instance, whose operating system is out of sight': [
      addNatInstance,
      { severity: 'note', message: /operating system/, resource: (n) => n.networkInterface('10.0.1.80').id },
    ],
  },
});
