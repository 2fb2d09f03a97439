import type { Change } from '../support/network.ts';
import { addPeering } from '../support/resources.ts';
import { testRule } from '../support/rule-test.ts';

const toPeering: Change = (n) => {
  n.route('private-a').target = addPeering(n);
};

testRule('default-route-to-peering', {
  passes: {
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
        fixCommand:
          /^aws ec2 replace-route --route-table-id rtb-\w+ --destination-cidr-block 0\.0\.0\.0\/0 --nat-gateway-id /,
      },
    ],
    'half of the internet to a peering connection': [
      (n) => n.addRoute('private-a', '128.0.0.0/1', addPeering(n)),
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
