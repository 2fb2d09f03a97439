import type { Change } from '../support/network.ts';
import { addPeering } from '../support/resources.ts';
import { testRule } from '../support/rule-test.ts';

const toPeering: Change = (n) => {
  n.route('private-a').target = addPeering(n);
};

testRule('default-route-to-peering', {
  passes: {
    'a default route to a peering connection in a table of no subnet of the function': (n) =>
      n.addRoute('main', '0.0.0.0/0', addPeering(n)),
    'half of the internet to a peering connection beside a default route that works': (n) =>
      n.addRoute('private-a', '128.0.0.0/1', addPeering(n)),
    "the other network's range through the peering connection": (n) =>
      n.addRoute('private-a', '10.1.0.0/16', addPeering(n)),
  },
  flags: {
    'the default route to a peering connection': [
      toPeering,
      {
        severity: 'error',
        message: /0\.0\.0\.0\/0 → pcx-/,
        resource: (n) => n.routeTable('private-a').id,
        destination: '0.0.0.0/0',
        commands: (n) => [
          `aws ec2 replace-route --route-table-id ${n.routeTable('private-a').id} --destination-cidr-block 0.0.0.0/0 --nat-gateway-id ${n.natGateway('nat-a').id}`,
        ],
        fixText: /Keep routes to pcx-\w+ for the CIDR blocks of the peer/,
      },
    ],
    'one of two halves to a peering connection, without a default route': [
      (n) => {
        n.addRoute('private-a', '0.0.0.0/1', n.route('private-a').target);
        n.addRoute('private-a', '128.0.0.0/1', addPeering(n));
        n.removeRoute('private-a');
      },
      {
        severity: 'warning',
        message: /128\.0\.0\.0\/1 → pcx-/,
        resource: (n) => n.routeTable('private-a').id,
        destination: '128.0.0.0/1',
      },
    ],
  },
  skips: { routeTables: toPeering },
});
