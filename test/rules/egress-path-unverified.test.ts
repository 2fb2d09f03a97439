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
    'a NAT gateway that is pending, of which another rule speaks': (n) => {
      n.natGateway('nat-a').state = 'pending';
    },
    'a NAT instance with its public address on another interface, of which another rule speaks': (n) => {
      const nic = addNatInstance(n);
      const privateIpAddresses = [{ address: '10.0.1.81', publicIp: '203.0.113.80', primary: true }];
      n.all.networkInterfaces.push({ ...nic, id: 'eni-00000000000000002', privateIpAddresses });
      for (const address of nic.privateIpAddresses) address.publicIp = null;
    },
    'a read that was denied, which missing-permission names': (n) => n.deny('natGateways'),
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
    'a firewall endpoint behind the NAT gateways': [
      (n) => {
        const id = 'vpce-0f1e2d3c4b5a69788';
        const [known] = n.all.vpcEndpoints;
        if (known === undefined) throw new Error('the correct network has an endpoint');
        n.all.vpcEndpoints.push({ ...known, id, type: 'GatewayLoadBalancer', routeTableIds: [] });
        n.route('public').target = { kind: 'vpc-endpoint', id };
      },
      {
        severity: 'note',
        message: /orders-api .*vpce-0f1e2d3c4b5a69788/,
        resource: (n) => n.routeTable('public').id,
        fixCommand: /^aws ec2 describe-vpc-endpoints --vpc-endpoint-ids vpce-0f1e2d3c4b5a69788$/,
      },
    ],
    'a capacity provider that is gone': [
      (n) => {
        n.function().network = {
          kind: 'capacity-provider',
          capacityProviderArn: 'arn:aws:lambda:eu-west-1:123456789012:capacity-provider:orders',
        };
      },
      {
        severity: 'note',
        message: /orders-api .*:capacity-provider:orders is not in what could be read/,
        resource: () => 'arn:aws:lambda:eu-west-1:123456789012:capacity-provider:orders',
        fixCommand: /^aws lambda get-capacity-provider --capacity-provider-name orders$/,
      },
    ],
    'a NAT instance, whose operating system is out of sight': [
      addNatInstance,
      { severity: 'note', message: /operating system/, resource: (n) => n.networkInterface('10.0.1.80').id },
    ],
  },
});
