import { addDnsServer } from '../../support/dns.ts';
import { addInterfaceEndpoint, deleteS3Endpoint } from '../../support/endpoints.ts';
import { ipv6AclRule, setIpv6AclRules, withIpv6 } from '../../support/ipv6.ts';
import type { Network } from '../../support/network.ts';
import { aclRule, addAclRules, addTransitGateway, groupRule } from '../../support/resources.ts';
import { privateSubnets, removeDefaultRoutes } from '../../support/targets.ts';
import { pages } from '../pages.ts';
import type { TruthRow } from '../row.ts';
import { blockedBy, reachable, unknown } from './outcomes.ts';

const page = pages.nat64;
const zones = ['a', 'b', 'c'] as const;

/** No default route of either family, and IPv6 addresses for names that have IPv4 addresses only. */
const withDns64 = (change: (n: Network) => void) =>
  withIpv6((n) => {
    removeDefaultRoutes(n);
    for (const zone of zones) {
      n.removeRoute(`private-${zone}`, '::/0');
      n.subnet(`private-${zone}`).enableDns64 = true;
    }
    change(n);
  });

/** The addresses that stand for IPv4 addresses go to the NAT gateway of the zone. */
const addNat64Routes = (n: Network): void => {
  for (const zone of zones)
    n.addRoute(`private-${zone}`, '64:ff9b::/96', { kind: 'nat-gateway', id: n.natGateway(`nat-${zone}`).id });
};

/** What is called by name may be called by an address that DNS64 makes up. */
export const dns64: readonly TruthRow[] = [
  {
    name: 'DNS64 with a route to NAT gateways and no default route: a service may be reached over NAT64',
    change: withDns64(addNat64Routes),
    target: 'secretsmanager',
    ...unknown,
    silent: ['aws-service-unreachable', 'no-internet-route', 'path-blocked'],
    page,
    uncertain: 'whether programs take the addresses that DNS64 makes up is theirs to choose',
  },
  {
    name: 'DNS64 with a route to NAT gateways and no default route: an address is no name',
    change: withDns64(addNat64Routes),
    target: '198.41.0.7:443',
    ...blockedBy('no-internet-route'),
    findings: 3,
    silent: ['path-blocked', 'egress-path-unverified'],
    page,
  },
  {
    name: 'DNS64 without a route for its addresses and no default route: a service is out of reach',
    change: withDns64(() => {}),
    target: 'secretsmanager',
    ...blockedBy('aws-service-unreachable'),
    silent: ['path-blocked', 'egress-path-unverified'],
    page,
  },
  {
    name: 'DNS64 with routes to NAT gateways that are blackholes, and no default route',
    change: withDns64((n) => {
      addNat64Routes(n);
      for (const zone of zones) n.route(`private-${zone}`, '64:ff9b::/96').state = 'blackhole';
    }),
    target: 'secretsmanager',
    ...blockedBy('aws-service-unreachable'),
    silent: ['path-blocked', 'egress-path-unverified'],
    page,
  },
  {
    name: 'DNS64 with a route to NAT gateways, for a function that may not use IPv6',
    change: withDns64((n) => {
      addNat64Routes(n);
      n.network().ipv6AllowedForDualStack = false;
    }),
    target: 'secretsmanager',
    ...blockedBy('aws-service-unreachable'),
    silent: ['path-blocked', 'egress-path-unverified'],
    page,
  },
  {
    name: 'DNS64 with a route to NAT gateways beside default routes that work',
    change: withIpv6((n) => {
      for (const zone of zones) n.subnet(`private-${zone}`).enableDns64 = true;
      addNat64Routes(n);
    }),
    target: 'secretsmanager',
    ...reachable,
    silent: ['egress-path-unverified'],
    page,
  },
  {
    name: 'DNS64 with a route to NAT gateways, and half of the replies over IPv4 are dropped',
    change: withIpv6((n) => {
      for (const zone of zones) n.subnet(`private-${zone}`).enableDns64 = true;
      addNat64Routes(n);
      addAclRules(n, 'private', 'ingress', aclRule(90, 'deny', '0.0.0.0/0', [1024, 33_279]));
    }),
    target: 'secretsmanager',
    ...unknown,
    silent: ['nacl-blocks-return-traffic', 'path-blocked'],
    page,
    uncertain: 'programs that take the addresses that DNS64 makes up have no reply dropped',
  },
  {
    name: 'DNS64 with a route to NAT gateways and no default route: programs reach the internet by names',
    change: withDns64(addNat64Routes),
    target: 'internet',
    ...unknown,
    silent: ['no-internet-route', 'path-blocked', 'more-specific-route-diverts'],
    page,
    uncertain: 'whether programs take the addresses that DNS64 makes up is theirs to choose',
  },
  {
    name: 'DNS64 with a route to NAT gateways, where the internet is forbidden: it is not shut',
    change: withDns64(addNat64Routes),
    target: 'internet',
    asked: 'forbidden',
    ...unknown,
    silent: ['no-internet-route', 'path-blocked', 'forbidden-target-reachable'],
    page,
    uncertain: 'whether programs take the addresses that DNS64 makes up is theirs to choose',
  },
  {
    name: 'DNS64 with a route to NAT gateways, and a group that lets nothing out over IPv6',
    change: withDns64((n) => {
      addNat64Routes(n);
      n.securityGroup().egress = [groupRule('0.0.0.0/0', 'all')];
    }),
    target: 'secretsmanager',
    ...blockedBy('aws-service-unreachable'),
    silent: ['path-blocked', 'egress-path-unverified'],
    page,
  },
  {
    name: 'DNS64 with a route to NAT gateways, and a group that lets out to addresses of IPv6 that stand for none of IPv4',
    change: withDns64((n) => {
      addNat64Routes(n);
      n.securityGroup().egress = [groupRule('0.0.0.0/0', 'all'), groupRule('2000::/3', 'all')];
    }),
    target: 'secretsmanager',
    ...blockedBy('aws-service-unreachable'),
    silent: ['path-blocked', 'egress-path-unverified'],
    page,
  },
  {
    name: 'DNS64 with a route to NAT gateways, and a network ACL that lets nothing out over IPv6',
    change: withDns64((n) => {
      addNat64Routes(n);
      setIpv6AclRules(n, 'private', 'egress', ipv6AclRule(101, 'allow', '2000::/3', 'all'));
    }),
    target: 'secretsmanager',
    ...blockedBy('aws-service-unreachable'),
    silent: ['path-blocked', 'egress-path-unverified'],
    page,
  },
  {
    name: 'DNS64 with a route to NAT gateways, and a network ACL that drops all replies over IPv6',
    change: withDns64((n) => {
      addNat64Routes(n);
      setIpv6AclRules(n, 'private', 'ingress', ipv6AclRule(101, 'allow', '::/0', [443, 443]));
    }),
    target: 'secretsmanager',
    ...blockedBy('aws-service-unreachable'),
    silent: ['path-blocked', 'egress-path-unverified'],
    page,
  },
  {
    name: 'DNS64 with a route to NAT gateways, and a network ACL that drops half of the replies over IPv6',
    change: withDns64((n) => {
      addNat64Routes(n);
      setIpv6AclRules(n, 'private', 'ingress', ipv6AclRule(101, 'allow', '::/0', [32_768, 65_535]));
    }),
    target: 'secretsmanager',
    ...unknown,
    silent: ['aws-service-unreachable', 'no-internet-route', 'path-blocked'],
    page,
    uncertain: 'whether programs take the addresses that DNS64 makes up is theirs to choose',
  },
  {
    name: 'DNS64 with a route to NAT gateways, and a network ACL that lets out over IPv6 to what stands for other addresses',
    change: withDns64((n) => {
      addNat64Routes(n);
      deleteS3Endpoint(n);
      setIpv6AclRules(n, 'private', 'egress', ipv6AclRule(101, 'allow', '64:ff9b::808:0/112', 'all'));
    }),
    target: 's3',
    ...blockedBy('aws-service-unreachable'),
    silent: ['path-blocked', 'egress-path-unverified'],
    page,
  },
  {
    name: 'DNS64 with a route to NAT gateways, and S3 without an endpoint and a default route',
    change: withDns64((n) => {
      addNat64Routes(n);
      deleteS3Endpoint(n);
    }),
    target: 's3',
    ...unknown,
    silent: ['aws-service-unreachable', 'no-internet-route', 'path-blocked'],
    page,
    uncertain: 'whether programs take the addresses that DNS64 makes up is theirs to choose',
  },
  {
    name: 'DNS64 with a route to NAT gateways that failed',
    change: withDns64((n) => {
      addNat64Routes(n);
      for (const zone of zones) n.natGateway(`nat-${zone}`).state = 'failed';
    }),
    target: 'secretsmanager',
    ...blockedBy('aws-service-unreachable'),
    silent: ['path-blocked', 'egress-path-unverified'],
    page: pages.natGatewayState,
  },
  {
    name: 'DNS64 with a route to NAT gateways that are being made',
    change: withDns64((n) => {
      addNat64Routes(n);
      for (const zone of zones) n.natGateway(`nat-${zone}`).state = 'pending';
    }),
    target: 'secretsmanager',
    ...unknown,
    silent: ['aws-service-unreachable', 'no-internet-route', 'path-blocked'],
    page: pages.natGatewayState,
    uncertain: 'a NAT gateway that is being made may soon serve',
  },
  {
    name: 'DNS64 with a route to NAT gateways whose own subnets have no default route',
    change: withDns64((n) => {
      addNat64Routes(n);
      n.removeRoute('public');
    }),
    target: 'secretsmanager',
    ...blockedBy('aws-service-unreachable'),
    silent: ['path-blocked', 'egress-path-unverified'],
    page,
  },
  {
    name: 'DNS64 with a route to NAT gateways whose own subnets let nothing out on port 443',
    change: withDns64((n) => {
      addNat64Routes(n);
      addAclRules(n, 'public', 'egress', aclRule(90, 'deny', '0.0.0.0/0', [443, 443]));
    }),
    target: 'secretsmanager',
    ...blockedBy('aws-service-unreachable'),
    silent: ['path-blocked', 'egress-path-unverified'],
    page: pages.natGatewayTroubleshooting,
  },
  {
    name: 'DNS64 with a route to NAT gateways whose own subnets let no reply in over IPv4',
    change: withDns64((n) => {
      addNat64Routes(n);
      addAclRules(n, 'public', 'ingress', aclRule(90, 'deny', '0.0.0.0/0', [1024, 65_535]));
    }),
    target: 'secretsmanager',
    ...blockedBy('aws-service-unreachable'),
    silent: ['path-blocked', 'egress-path-unverified'],
    page: pages.natGatewayTroubleshooting,
  },
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
