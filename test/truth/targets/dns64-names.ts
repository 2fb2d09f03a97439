import { addDnsServer } from '../../support/dns.ts';
import { addNat64Routes, withDns64, zones } from '../../support/dns64.ts';
import { addInterfaceEndpoint } from '../../support/endpoints.ts';
import { aclRule, addAclRules, addTransitGateway, groupRule } from '../../support/resources.ts';
import { privateSubnets } from '../../support/targets.ts';
import { pages } from '../pages.ts';
import type { TruthRow } from '../row.ts';
import { blockedBy, unknown } from './outcomes.ts';

const page = pages.nat64;

/** Which names get addresses that DNS64 makes up. */
export const dns64Names: readonly TruthRow[] = [
  {
    name: 'DNS64 with a route to NAT gateways whose own subnets have a route to half of the internet',
    change: withDns64((n) => {
      addNat64Routes(n);
      n.route('public').destination = { kind: 'ipv4', cidr: '128.0.0.0/1' };
    }),
    target: 'secretsmanager',
    ...unknown,
    silent: ['aws-service-unreachable', 'no-internet-route', 'path-blocked'],
    page,
    uncertain: 'the public addresses of the service may be in either half',
  },
  {
    name: 'DNS64 with a route to NAT gateways whose own subnets let in nothing on port 443 over IPv4',
    change: withDns64((n) => {
      addNat64Routes(n);
      addAclRules(n, 'public', 'ingress', aclRule(90, 'deny', '0.0.0.0/0', [443, 443]));
    }),
    target: 'secretsmanager',
    ...unknown,
    silent: ['aws-service-unreachable', 'no-internet-route', 'path-blocked'],
    page,
    uncertain: 'packets to addresses that DNS64 makes up come in over IPv6',
  },
  {
    name: 'DNS64 with a route to a transit gateway for its addresses, behind which a NAT gateway may be',
    change: withDns64((n) => {
      const transitGateway = addTransitGateway(n, ...privateSubnets);
      for (const table of privateSubnets) n.addRoute(table, '64:ff9b::/96', transitGateway);
    }),
    target: 'internet',
    ...unknown,
    silent: ['no-internet-route', 'path-blocked'],
    page,
    uncertain: 'what is behind a transit gateway is out of sight',
  },
  {
    name: 'own DNS servers, which may make up addresses themselves, and a route to NAT gateways for these',
    change: withDns64((n) => {
      addNat64Routes(n);
      addDnsServer(n);
      for (const zone of zones) n.subnet(`private-${zone}`).enableDns64 = false;
    }),
    target: 'secretsmanager',
    ...unknown,
    silent: ['aws-service-unreachable', 'no-internet-route', 'path-blocked'],
    page,
    uncertain: 'whether the own DNS servers make up addresses is not in the snapshot',
  },
  {
    name: "DNS64 off and Amazon's resolver, with a route to NAT gateways for addresses that nobody makes up",
    change: withDns64((n) => {
      addNat64Routes(n);
      for (const zone of zones) n.subnet(`private-${zone}`).enableDns64 = false;
    }),
    target: 'secretsmanager',
    ...blockedBy('aws-service-unreachable'),
    silent: ['path-blocked', 'egress-path-unverified'],
    page,
  },
  {
    name: 'DNS64 with a route to NAT gateways, and an interface endpoint that lets only these in',
    change: withDns64((n) => {
      addNat64Routes(n);
      addInterfaceEndpoint(n, 'secretsmanager');
      n.securityGroup('endpoints').ingress = [groupRule('10.0.1.0/24', [443, 443])];
    }),
    target: 'secretsmanager',
    verdicts: { 'private-a': 'unknown', 'private-b': 'blocked', 'private-c': 'blocked' },
    verdict: 'partial',
    speaks: { 'interface-endpoint-sg-blocks-function': 'error' },
    open: ['egress-path-unverified', 'inconsistent-subnet-egress'],
    silent: ['path-blocked'],
    page,
    uncertain: 'whether programs take the addresses that DNS64 makes up is theirs to choose',
  },
  {
    name: 'DNS64 with a route to NAT gateways, and an interface endpoint that lets nothing in',
    change: withDns64((n) => {
      addNat64Routes(n);
      addInterfaceEndpoint(n, 'secretsmanager');
      n.securityGroup('endpoints').ingress = [];
    }),
    target: 'secretsmanager',
    ...blockedBy('interface-endpoint-sg-blocks-function'),
    silent: ['path-blocked', 'egress-path-unverified'],
    page,
  },
];
