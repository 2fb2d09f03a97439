import { addFirewallBeforeNat } from '../../support/firewall.ts';
import { addIpv6 } from '../../support/ipv6.ts';
import type { Network } from '../../support/network.ts';
import { addPeering, addTransitGateway, sendAll, setAclRules, shareVpc } from '../../support/resources.ts';
import { pages } from '../pages.ts';
import { allThree, firstOnly, type TruthRow } from '../row.ts';

const page = pages.vpcSharingPermissions;
const limited = { 'shared-vpc-limited-visibility': 'note' } as const;
const unknown = allThree('unknown');
const uncertain = 'only the owner of the VPC can describe it';

/** What a participant does not get from the API, taken out of the answers; the calls themselves succeed. */
const seeAsParticipant = (n: Network): void => {
  shareVpc(n);
  n.all.natGateways.length = 0;
  n.all.egressOnlyInternetGateways.length = 0;
  n.all.vpcEndpoints.length = 0;
  n.all.vpcPeeringConnections.length = 0;
  n.all.transitGatewayVpcAttachments.length = 0;
  n.all.networkInterfaces = n.all.networkInterfaces.filter(({ ofLambda }) => ofLambda);
};

/** Functions in subnets that another account shares: what cannot be seen is not gone. */
export const sharedVpcs: readonly TruthRow[] = [
  {
    name: 'a participant of a shared VPC cannot see the NAT gateways of the owner',
    change: seeAsParticipant,
    ...unknown,
    speaks: limited,
    silent: [
      'nat-gateway-not-available',
      'path-blocked',
      'missing-permission',
      'nat-gateway-cross-az',
      'no-internet-route',
      'inconsistent-subnet-egress',
    ],
    open: ['egress-path-unverified'],
    page,
    uncertain,
  },
  {
    name: 'a participant of a shared VPC cannot see the egress-only internet gateway of the owner',
    change: (n) => {
      addIpv6(n);
      seeAsParticipant(n);
    },
    target: 'internet6',
    ...unknown,
    speaks: limited,
    silent: ['ipv6-no-egress', 'igw-not-attached', 'path-blocked', 'missing-permission'],
    open: ['egress-path-unverified'],
    page,
    uncertain,
  },
  {
    name: 'a participant of a shared VPC cannot see the firewall endpoint of the owner',
    change: (n) => {
      const { target } = addFirewallBeforeNat(n);
      sendAll(n, target);
      seeAsParticipant(n);
    },
    ...unknown,
    speaks: limited,
    silent: ['path-blocked', 'firewall-return-asymmetric', 'missing-permission'],
    open: ['egress-path-unverified'],
    page,
    uncertain,
  },
  {
    name: "a participant of a shared VPC cannot see the attachment of the owner's transit gateway",
    change: (n) => {
      sendAll(n, addTransitGateway(n, 'private-a'));
      seeAsParticipant(n);
    },
    ...unknown,
    speaks: {},
    silent: ['tgw-attachment-az-gap', 'path-blocked', 'missing-permission'],
    open: ['shared-vpc-limited-visibility', 'egress-path-unverified'],
    page,
    uncertain,
  },
  {
    name: 'a default route to a peering connection that only the owner of the VPC can see',
    change: (n) => {
      sendAll(n, addPeering(n));
      seeAsParticipant(n);
    },
    ...allThree('blocked'),
    speaks: { 'default-route-to-peering': 'error' },
    silent: ['path-blocked', 'egress-path-unverified'],
    open: ['shared-vpc-limited-visibility'],
    page: pages.peering,
  },
  {
    name: 'a public subnet of a shared VPC gives a function no internet either',
    change: (n) => {
      sendAll(n, { kind: 'internet-gateway', id: n.internetGateway().id });
      seeAsParticipant(n);
    },
    ...allThree('blocked'),
    speaks: { 'public-subnet-no-nat': 'error' },
    silent: ['path-blocked', 'igw-not-attached', 'missing-permission'],
    open: ['shared-vpc-limited-visibility'],
    page: pages.lambdaInternet,
  },
  {
    name: 'one public subnet of a shared VPC beside two whose NAT gateways only the owner can see',
    change: (n) => {
      n.route('private-a').target = { kind: 'internet-gateway', id: n.internetGateway().id };
      seeAsParticipant(n);
    },
    verdicts: { 'private-a': 'blocked', 'private-b': 'unknown', 'private-c': 'unknown' },
    verdict: 'partial',
    speaks: { 'public-subnet-no-nat': 'error', ...limited },
    silent: ['path-blocked', 'nat-gateway-not-available'],
    open: ['inconsistent-subnet-egress', 'egress-path-unverified'],
    page,
  },
  {
    name: "the function's own group in a shared VPC lets nothing out",
    change: (n) => {
      seeAsParticipant(n);
      n.securityGroup().egress = [];
    },
    ...allThree('blocked'),
    speaks: { 'sg-egress-blocks-destination': 'error' },
    silent: ['path-blocked', 'nat-gateway-not-available', 'missing-permission'],
    open: ['shared-vpc-limited-visibility', 'egress-path-unverified'],
    page,
  },
  {
    name: 'the network ACL of a shared VPC, which participants can see, lets no reply in',
    change: (n) => {
      seeAsParticipant(n);
      setAclRules(n, 'private', 'ingress');
    },
    ...allThree('blocked'),
    speaks: { 'nacl-blocks-return-traffic': 'error' },
    silent: ['path-blocked', 'nat-gateway-not-available'],
    open: ['shared-vpc-limited-visibility', 'egress-path-unverified'],
    page,
  },
  {
    name: 'a blackhole in a table of a shared VPC, which participants can see',
    change: (n) => {
      seeAsParticipant(n);
      n.route('private-a').state = 'blackhole';
    },
    verdicts: { 'private-a': 'blocked', 'private-b': 'unknown', 'private-c': 'unknown' },
    verdict: 'partial',
    speaks: { 'blackhole-route': 'error', ...limited },
    silent: ['path-blocked', 'nat-gateway-not-available'],
    open: ['inconsistent-subnet-egress', 'egress-path-unverified'],
    page,
  },
  {
    name: 'a NAT instance of the owner, whose interface a participant cannot see',
    change: (n) => {
      sendAll(n, { kind: 'network-interface', id: 'eni-0c9b8a7f6e5d4c3b2', instanceId: 'i-0d3c2b1a0f9e8d7c6' });
      seeAsParticipant(n);
    },
    ...unknown,
    speaks: {},
    silent: ['nat-instance-not-running', 'nat-instance-no-public-ip', 'path-blocked', 'missing-permission'],
    open: ['shared-vpc-limited-visibility', 'egress-path-unverified'],
    page,
    uncertain,
  },
  {
    name: 'no default route in a shared VPC',
    change: (n) => {
      for (const zone of ['a', 'b', 'c']) n.removeRoute(`private-${zone}`);
      seeAsParticipant(n);
    },
    ...allThree('blocked'),
    speaks: { 'no-internet-route': 'warning' },
    silent: ['path-blocked', 'missing-permission'],
    open: ['shared-vpc-limited-visibility'],
    page: pages.lambdaInternet,
  },
  {
    name: 'a NAT gateway that is missing in a VPC of the own account is gone and not hidden',
    change: (n) => n.remove(n.natGateway('nat-a')),
    asked: 'to',
    ...firstOnly('blocked'),
    speaks: { 'nat-gateway-not-available': 'error', 'inconsistent-subnet-egress': 'warning' },
    silent: ['shared-vpc-limited-visibility', 'path-blocked'],
    page: pages.natGatewayTroubleshooting,
  },
];
