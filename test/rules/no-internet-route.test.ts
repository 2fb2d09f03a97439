import type { Change } from '../support/network.ts';
import { testRule, toInternet } from '../support/rule-test.ts';

const noDefaultRoute: Change = (n) => n.removeRoute('private-a');
const culprit = { message: /rtb-/, resource: (n: Parameters<Change>[0]) => n.routeTable('private-a').id };

testRule('no-internet-route', {
  passes: {
    'two halves instead of 0.0.0.0/0': (n) => {
      const { target } = n.route('private-a');
      n.removeRoute('private-a');
      n.addRoute('private-a', '0.0.0.0/1', target);
      n.addRoute('private-a', '128.0.0.0/1', target);
    },
    'a subnet without an association whose main table leads out': (n) => {
      n.disassociate('private-a');
      n.addRoute('main', '0.0.0.0/0', { kind: 'nat-gateway', id: n.natGateway('nat-a').id });
    },
    "the NAT gateway's table has no default route, which is not the function's": (n) => n.removeRoute('public'),
  },
  flags: {
    'no default route, nobody asked': [
      noDefaultRoute,
      {
        ...culprit,
        severity: 'warning',
        fixCommand:
          /^aws ec2 create-route --route-table-id rtb-\w+ --destination-cidr-block 0\.0\.0\.0\/0 --nat-gateway-id /,
      },
    ],
    'no default route, the internet was asked for': [
      noDefaultRoute,
      { ...culprit, severity: 'error', question: toInternet },
    ],
    'no default route and a proxy in the environment': [
      (n) => {
        noDefaultRoute(n);
        n.function().environmentVariableNames.push('HTTPS_PROXY');
      },
      { ...culprit, severity: 'note' },
    ],
    'only an IPv6 default route': [
      (n) => {
        noDefaultRoute(n);
        n.addRoute('private-a', '::/0', { kind: 'internet-gateway', id: n.internetGateway().id });
      },
      { ...culprit, severity: 'warning' },
    ],
    'subnets that fall back to a main table which is local only': [
      (n) => {
        for (const zone of ['a', 'b', 'c']) n.disassociate(`private-${zone}`);
      },
      { severity: 'warning', message: /main/, resource: (n) => n.routeTable('main').id },
    ],
  },
  skips: { routeTables: noDefaultRoute },
});
