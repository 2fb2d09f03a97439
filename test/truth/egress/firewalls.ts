import {
  addEdgeTable,
  addFirewallBeforeNat,
  addFirewallBehindNat,
  addFirewallEndpoint,
} from '../../support/firewall.ts';
import type { Network } from '../../support/network.ts';
import { setAclRules } from '../../support/resources.ts';
import { pages } from '../pages.ts';
import { allThree, firstOnly, type TruthRow } from '../row.ts';

const page = pages.gatewayRouteTables;
const uneven = { 'inconsistent-subnet-egress': 'warning' } as const;
const unverified = { 'egress-path-unverified': 'note' } as const;
const asymmetric = { 'firewall-return-asymmetric': 'warning' } as const;
const policy = 'what the firewall lets through is out of sight';
const secondLeg = 'a firewall with a second leg sends packets out itself, and its routes are out of sight';

const returnRoute = '10.0.11.0/24';

const beforeNat = (change: (n: Network) => void) => (n: Network) => {
  addFirewallBeforeNat(n);
  change(n);
};

/** Gateway Load Balancer endpoints, which firewalls of AWS and of others stand behind. */
export const firewalls: readonly TruthRow[] = [
  {
    name: 'a firewall endpoint between private-a and its NAT gateway, replies through the same endpoint',
    change: (n) => {
      addFirewallBeforeNat(n);
    },
    ...firstOnly('unknown'),
    speaks: { ...unverified, ...uneven },
    silent: ['firewall-return-asymmetric', 'path-blocked', 'no-internet-route', 'nat-gateway-no-igw-path'],
    page,
    uncertain: policy,
  },
  {
    name: "replies pass the firewall endpoint by the NAT subnet's local route, which leads to it",
    change: beforeNat((n) => {
      n.removeRoute('public', returnRoute);
      n.route('public', '10.0.0.0/16').target = { ...n.route('private-a').target };
      n.network().subnetIds = [n.subnet('private-a').id];
    }),
    verdicts: { 'private-a': 'unknown' },
    verdict: 'unknown',
    speaks: { ...unverified, 'single-az': 'warning' },
    silent: ['firewall-return-asymmetric', 'path-blocked'],
    page: pages.subnetRouteTables,
    uncertain: policy,
  },
  {
    name: "the NAT gateway's subnet sends the replies past the firewall endpoint",
    change: beforeNat((n) => n.removeRoute('public', returnRoute)),
    ...firstOnly('unknown'),
    speaks: { ...asymmetric, ...uneven },
    silent: ['path-blocked', 'no-internet-route'],
    open: ['egress-path-unverified'],
    page,
    uncertain: 'AWS does not support it, and whether the firewall drops what it sees one way only is out of sight',
  },
  {
    name: "the NAT gateway's subnet sends the replies through another firewall endpoint",
    change: beforeNat((n) => {
      n.route('public', returnRoute).target = addFirewallEndpoint(n, 'public-b', 'other').target;
    }),
    ...firstOnly('unknown'),
    speaks: { ...asymmetric, ...uneven },
    silent: ['path-blocked'],
    open: ['egress-path-unverified'],
    page,
    uncertain: 'AWS does not support it, and whether the firewall drops what it sees one way only is out of sight',
  },
  {
    name: 'private-a goes straight to its NAT gateway and the replies pass a firewall endpoint',
    change: (n) => n.addRoute('public', returnRoute, addFirewallEndpoint(n, 'public-a').target),
    ...firstOnly('unknown'),
    speaks: uneven,
    silent: ['path-blocked', 'nat-gateway-no-igw-path'],
    open: ['firewall-return-asymmetric', 'egress-path-unverified'],
    page,
    uncertain: 'what a firewall does with replies to requests that it never saw is out of sight',
  },
  {
    name: 'a firewall endpoint out of sight, and a network ACL of the function that lets no reply in',
    change: beforeNat((n) => setAclRules(n, 'private', 'ingress')),
    ...allThree('blocked'),
    speaks: { 'nacl-blocks-return-traffic': 'error' },
    silent: ['path-blocked', 'firewall-return-asymmetric'],
    open: ['egress-path-unverified'],
    page: pages.lambdaTroubleshooting,
  },
  {
    name: 'a firewall endpoint out of sight, and a network ACL of the function that lets nothing out',
    change: beforeNat((n) => setAclRules(n, 'private', 'egress')),
    ...allThree('blocked'),
    speaks: { 'nacl-blocks-outbound': 'error' },
    silent: ['path-blocked', 'firewall-return-asymmetric'],
    open: ['egress-path-unverified'],
    page: pages.networkAcls,
  },
  {
    name: 'a firewall endpoint out of sight, and a group that lets nothing out',
    change: beforeNat((n) => {
      n.securityGroup().egress = [];
    }),
    ...allThree('blocked'),
    speaks: { 'sg-egress-blocks-destination': 'error' },
    silent: ['path-blocked', 'firewall-return-asymmetric'],
    open: ['egress-path-unverified'],
    page: pages.securityGroupRules,
  },
  {
    name: "the firewall endpoint's subnet keeps the function out",
    change: beforeNat((n) => setAclRules(n, 'firewall', 'ingress')),
    ...firstOnly('blocked'),
    speaks: { 'nat-subnet-nacl-blocks': 'error', ...uneven },
    silent: ['path-blocked', 'nacl-blocks-outbound'],
    open: ['egress-path-unverified'],
    page: pages.networkAcls,
  },
  {
    name: "the firewall endpoint's subnet leads nowhere",
    change: beforeNat((n) => n.removeRoute('firewall')),
    ...firstOnly('unknown'),
    speaks: { ...unverified, ...uneven },
    silent: ['path-blocked', 'no-internet-route'],
    open: ['firewall-return-asymmetric'],
    page,
    uncertain: secondLeg,
  },
  {
    name: "the firewall endpoint's subnet leads straight to the internet gateway",
    change: beforeNat((n) => {
      n.route('firewall').target = { ...n.route('public').target };
    }),
    ...firstOnly('unknown'),
    speaks: { ...unverified, ...uneven },
    silent: ['path-blocked', 'public-subnet-no-nat'],
    open: ['firewall-return-asymmetric'],
    page,
    uncertain: secondLeg,
  },
  {
    name: 'a firewall endpoint that is being deleted',
    change: (n) => {
      addFirewallBeforeNat(n).endpoint.state = 'deleting';
    },
    ...firstOnly('unknown'),
    speaks: uneven,
    silent: ['path-blocked', 'firewall-return-asymmetric'],
    open: ['egress-path-unverified'],
    page: pages.vpcEndpointState,
    uncertain: 'it may still forward, and what the firewall lets through is out of sight',
  },
  {
    name: 'a firewall endpoint that is pending',
    change: (n) => {
      addFirewallBeforeNat(n).endpoint.state = 'pending';
    },
    ...firstOnly('unknown'),
    speaks: uneven,
    silent: ['path-blocked', 'firewall-return-asymmetric'],
    open: ['egress-path-unverified'],
    page: pages.vpcEndpointState,
    uncertain: 'it may forward a moment later',
  },
  {
    name: 'a firewall endpoint that is deleted and still listed, its route still active',
    change: (n) => {
      addFirewallBeforeNat(n).endpoint.state = 'deleted';
    },
    ...firstOnly('blocked'),
    speaks: { 'path-blocked': 'error', ...uneven },
    silent: ['egress-path-unverified', 'firewall-return-asymmetric', 'blackhole-route'],
    page: pages.vpcEndpointState,
  },
  {
    name: 'a firewall endpoint that failed',
    change: (n) => {
      addFirewallBeforeNat(n).endpoint.state = 'failed';
    },
    ...firstOnly('blocked'),
    speaks: { 'path-blocked': 'error', ...uneven },
    silent: ['egress-path-unverified', 'firewall-return-asymmetric'],
    page: pages.vpcEndpointState,
  },
  {
    name: 'a firewall endpoint that its owner rejected',
    change: (n) => {
      addFirewallBeforeNat(n).endpoint.state = 'rejected';
    },
    ...firstOnly('blocked'),
    speaks: { 'path-blocked': 'error', ...uneven },
    silent: ['egress-path-unverified', 'firewall-return-asymmetric'],
    page: pages.vpcEndpointState,
  },
  {
    name: 'endpoints may not be read behind a route to a firewall endpoint',
    change: beforeNat((n) => n.deny('vpcEndpoints')),
    ...firstOnly('unknown'),
    speaks: { 'missing-permission': 'warning', ...uneven },
    silent: ['path-blocked', 'firewall-return-asymmetric'],
    open: ['egress-path-unverified'],
    page: pages.ec2Permissions,
  },
  {
    name: 'a firewall endpoint between the NAT gateways and the internet gateway, with a table at the edge',
    change: (n) => {
      addFirewallBehindNat(n);
    },
    ...allThree('unknown'),
    speaks: unverified,
    silent: [
      'nat-gateway-no-igw-path',
      'firewall-return-asymmetric',
      'igw-not-attached',
      'path-blocked',
      'no-internet-route',
      'inconsistent-subnet-egress',
    ],
    page,
    uncertain: policy,
  },
  {
    name: 'a firewall endpoint behind the NAT gateways, and no table at the edge brings the replies back to it',
    change: (n) => {
      addFirewallBehindNat(n);
      n.remove(n.routeTable('edge'));
    },
    ...allThree('unknown'),
    speaks: asymmetric,
    silent: ['nat-gateway-no-igw-path', 'igw-not-attached', 'path-blocked', 'inconsistent-subnet-egress'],
    open: ['egress-path-unverified'],
    page,
    uncertain: 'AWS does not support it, and whether the firewall drops what it sees one way only is out of sight',
  },
  {
    name: 'a firewall endpoint behind the NAT gateways, and the table at the edge forgets one zone',
    change: (n) => {
      addFirewallBehindNat(n);
      n.removeRoute('edge', '10.0.3.0/24');
    },
    ...allThree('unknown'),
    speaks: { ...asymmetric, ...unverified },
    silent: ['nat-gateway-no-igw-path', 'path-blocked', 'inconsistent-subnet-egress'],
    page,
    uncertain: policy,
  },
  {
    name: 'a gateway (edge) route table that sends the replies to an appliance',
    change: (n) => {
      addEdgeTable(n);
      n.addRoute('edge', '10.0.1.0/24', addFirewallEndpoint(n, 'public-b').target);
    },
    ...firstOnly('unknown'),
    speaks: { ...asymmetric, ...uneven },
    silent: ['path-blocked', 'no-internet-route', 'nat-gateway-no-igw-path'],
    open: ['egress-path-unverified'],
    page,
    uncertain: 'what the appliance does with replies to requests that it never saw is out of sight',
  },
  {
    name: 'a gateway (edge) route table that sends packets for other subnets to an appliance',
    change: (n) => {
      addEdgeTable(n);
      n.addRoute('edge', '10.0.200.0/24', addFirewallEndpoint(n, 'public-b').target);
    },
    ...allThree('reachable'),
    exceptions: false,
    speaks: {},
    silent: ['firewall-return-asymmetric', 'egress-path-unverified', 'path-blocked'],
    page,
  },
  {
    name: 'a firewall endpoint of the VPC that no route uses',
    change: (n) => {
      addFirewallEndpoint(n, 'public-a');
    },
    ...allThree('reachable'),
    speaks: {},
    silent: ['firewall-return-asymmetric', 'egress-path-unverified'],
    page,
  },
];
