import type { Change } from '../support/network.ts';
import { shareVpc } from '../support/resources.ts';
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
    'two subnets of three keep their route: the NAT gateway of the zone is proposed': [
      noDefaultRoute,
      {
        severity: 'warning',
        message: /rtb-\w+ has routes only for 10\.0\.0\.0\/16 and pl-6da54004 and none for the internet/,
        resource: culprit.resource,
        commands: (n) => [
          `aws ec2 create-route --route-table-id ${n.routeTable('private-a').id} --destination-cidr-block 0.0.0.0/0 --nat-gateway-id ${n.natGateway('nat-a').id}`,
        ],
        fixText: /meant to stay without the internet/,
      },
    ],
    'a VPC without any NAT gateway': [
      (n) => {
        noDefaultRoute(n);
        n.all.natGateways.length = 0;
        n.network().subnetIds = [n.subnet('private-a').id];
      },
      {
        ...culprit,
        severity: 'warning',
        commands: (n) => [
          `aws ec2 create-nat-gateway --subnet-id ${n.subnet('public-a').id} --allocation-id '<allocation id of an Elastic IP address>'`,
          `aws ec2 create-route --route-table-id ${n.routeTable('private-a').id} --destination-cidr-block 0.0.0.0/0 --nat-gateway-id '<new NAT gateway>'`,
        ],
      },
    ],
    'NAT gateways may not be read: none is proposed and none is said to be missing': [
      (n) => {
        noDefaultRoute(n);
        n.deny('natGateways');
      },
      { ...culprit, severity: 'warning', fixCommand: /--nat-gateway-id '<NAT gateway>'$/, fixText: /^(?!.*no other)/ },
    ],
    'the only NAT gateway stands in a subnet of that very table': [
      (n) => {
        noDefaultRoute(n);
        n.associate('public-a', 'private-a');
        for (const name of ['nat-b', 'nat-c']) n.remove(n.natGateway(name));
        n.network().subnetIds = [n.subnet('private-a').id];
      },
      { ...culprit, severity: 'warning', fixCommand: /^aws ec2 create-nat-gateway --subnet-id subnet-0/ },
    ],
    'a VPC that another account shares': [
      (n) => {
        noDefaultRoute(n);
        shareVpc(n);
      },
      { ...culprit, severity: 'warning', actor: 'owner-account' },
    ],
    'a proxy in the environment, the internet was asked for': [
      (n) => {
        noDefaultRoute(n);
        n.function().environmentVariableNames.push('HTTPS_PROXY');
      },
      { ...culprit, severity: 'error', question: toInternet },
    ],
    'a proxy that is named in lower case': [
      (n) => {
        noDefaultRoute(n);
        n.function().environmentVariableNames.push('all_proxy');
      },
      { ...culprit, severity: 'note' },
    ],
    'a variable that only sounds like a proxy': [
      (n) => {
        noDefaultRoute(n);
        n.function().environmentVariableNames.push('NO_PROXY', 'DB_PROXY');
      },
      { ...culprit, severity: 'warning' },
    ],
    'a route for one half of the internet only': [
      (n) => {
        const { target } = n.route('private-a');
        noDefaultRoute(n);
        n.addRoute('private-a', '0.0.0.0/1', target);
      },
      {
        severity: 'warning',
        message: /0\.0\.0\.0\/1 and none for the rest of the internet/,
        resource: culprit.resource,
      },
    ],
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
      { severity: 'warning', message: /the main one of the VPC/, resource: (n) => n.routeTable('main').id },
    ],
  },
  skips: { routeTables: noDefaultRoute },
});
