import { addEdgeTable, addFirewallBeforeNat, addFirewallBehindNat, addFirewallEndpoint } from '../support/firewall.ts';
import type { Network } from '../support/network.ts';
import { testRule } from '../support/rule-test.ts';

const firewall = 'vpce-0f1e2d3c4b5a69788';

const pastTheFirewall = (n: Network): void => {
  addFirewallBeforeNat(n);
  n.removeRoute('public', '10.0.11.0/24');
};

const useOnlyZoneA = (n: Network): void => {
  n.network().subnetIds = [n.subnet('private-a').id];
};

testRule('firewall-return-asymmetric', {
  passes: {
    'the NAT gateway answers through the same endpoint': (n) => void addFirewallBeforeNat(n),
    "the NAT subnet's local route leads to the endpoint": (n) => {
      pastTheFirewall(n);
      n.route('public', '10.0.0.0/16').target = { ...n.route('private-a').target };
    },
    'two halves of the subnet both go back': (n) => {
      const { target } = addFirewallBeforeNat(n);
      n.removeRoute('public', '10.0.11.0/24');
      n.addRoute('public', '10.0.11.0/25', target);
      n.addRoute('public', '10.0.11.128/25', target);
    },
    'a table at the edge brings the replies to a firewall behind the NAT gateways': (n) => void addFirewallBehindNat(n),
    'an edge table that sends other subnets to an appliance': (n) => {
      addEdgeTable(n);
      n.addRoute('edge', '10.0.200.0/24', addFirewallEndpoint(n, 'public-b').target);
    },
    'a firewall with a second leg of its own': (n) => {
      pastTheFirewall(n);
      n.route('firewall').target = { ...n.route('public').target };
    },
    'the group stops everything before the firewall': (n) => {
      pastTheFirewall(n);
      n.securityGroup().egress = [];
    },
  },
  flags: {
    'the NAT gateway answers past the endpoint': [
      pastTheFirewall,
      {
        severity: 'warning',
        message: /^Requests from subnet-\w+ pass firewall endpoint vpce-\w+, and replies to 10\.0\.11\.0\/24 do not/,
        resource: (n) => n.routeTable('public').id,
        destination: '10.0.11.0/24',
        commands: (n) => [
          `aws ec2 create-route --route-table-id ${n.routeTable('public').id} --destination-cidr-block 10.0.11.0/24 --vpc-endpoint-id ${firewall}`,
        ],
      },
    ],
    'only half of the subnet goes back': [
      (n) => {
        const { target } = addFirewallBeforeNat(n);
        n.removeRoute('public', '10.0.11.0/24');
        n.addRoute('public', '10.0.11.0/25', target);
      },
      {
        severity: 'warning',
        message: /replies to 10\.0\.11\.0\/24 do not/,
        resource: (n) => n.routeTable('public').id,
      },
    ],
    'no table at the edge leads back to a firewall behind the NAT gateway': [
      (n) => {
        addFirewallBehindNat(n);
        n.remove(n.routeTable('edge'));
        useOnlyZoneA(n);
      },
      {
        severity: 'warning',
        message: /replies to 10\.0\.1\.0\/24 do not, since igw-\w+ has no route back to it/,
        resource: () => firewall,
        fixCommand: /^aws ec2 associate-route-table --route-table-id '<new route table>' --gateway-id igw-/,
      },
    ],
    'a table at the edge sends the replies of a NAT gateway to a firewall that never saw the requests': [
      (n) => {
        addEdgeTable(n);
        n.addRoute('edge', '10.0.1.0/24', addFirewallEndpoint(n, 'public-b').target);
      },
      {
        severity: 'warning',
        message:
          /^Replies to 10\.0\.1\.0\/24 pass firewall endpoint vpce-\w+ by rtb-\w+, and the requests from subnet-\w+ do not/,
        resource: (n) => n.routeTable('edge').id,
        commands: (n) => [
          `aws ec2 delete-route --route-table-id ${n.routeTable('edge').id} --destination-cidr-block 10.0.1.0/24`,
        ],
      },
    ],
  },
  skips: {
    vpcEndpoints: pastTheFirewall,
    routeTables: pastTheFirewall,
    natGateways: pastTheFirewall,
    subnets: pastTheFirewall,
  },
});
