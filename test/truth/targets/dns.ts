import { addDnsServer, turnOffDns } from '../../support/dns.ts';
import { takeIpv4FromEndpoint, withDualStackEndpoint } from '../../support/dual-stack-endpoint.ts';
import { withEndpoint } from '../../support/endpoints.ts';
import { addDatabase, removeDefaultRoutes } from '../../support/targets.ts';
import { pages } from '../pages.ts';
import { allThree, type TruthRow } from '../row.ts';
import { reachable, readMattersNot, unknown } from './outcomes.ts';

const page = pages.dnsAttributes;
const off = 'vpc-dns-disabled';
const unreachable = 'custom-dns-unreachable';
const forwards = 'whether the own DNS servers ask the resolver of the VPC is not in the snapshot';

const resolver = 'AWS does not say that functions use the resolver of their VPC';

/** Names: an answer about addresses never changes by them, one about an AWS service does. */
export const dns: readonly TruthRow[] = [
  {
    name: 'DNS support of the VPC is off, and the internet is asked for',
    change: turnOffDns,
    ...allThree('reachable'),
    speaks: { [off]: 'warning' },
    silent: [unreachable, 'path-blocked'],
    page,
  },
  {
    name: 'DNS support of the VPC is off, and an address is asked for',
    change: (n) => {
      addDatabase(n);
      turnOffDns(n);
    },
    target: '10.0.40.7:5432',
    ...reachable,
    silent: [off, unreachable],
    page,
  },
  {
    name: 'DNS hostnames of the VPC are off, and the internet is asked for',
    change: (n) => {
      n.vpc().enableDnsHostnames = { status: 'known', value: false };
    },
    ...reachable,
    silent: [off, 'interface-endpoint-private-dns-off'],
    page,
  },
  {
    name: 'DNS support of the VPC is off: the name of a service with an interface endpoint may not be resolved',
    change: withEndpoint('secretsmanager', (n) => turnOffDns(n)),
    target: 'secretsmanager',
    ...allThree('unknown'),
    speaks: { [off]: 'warning' },
    silent: ['interface-endpoint-private-dns-off', 'aws-service-unreachable', 'path-blocked'],
    page,
    uncertain: resolver,
  },
  {
    name: 'DNS support of the VPC is off: the name of S3 may not be resolved, whatever its gateway endpoint does',
    change: turnOffDns,
    target: 's3',
    ...allThree('unknown'),
    speaks: { [off]: 'warning' },
    silent: ['gateway-endpoint-not-associated', 'aws-service-unreachable', 'path-blocked'],
    page: pages.s3Endpoints,
    uncertain: resolver,
  },
  {
    name: 'own DNS servers and DNS support off: an interface endpoint without another way',
    change: withEndpoint('secretsmanager', (n) => {
      addDnsServer(n);
      turnOffDns(n);
      removeDefaultRoutes(n);
    }),
    target: 'secretsmanager',
    ...unknown,
    open: ['egress-path-unverified', off, 'interface-endpoint-private-dns-off'],
    silent: ['aws-service-unreachable', 'path-blocked', unreachable],
    page: pages.dhcpOptions,
    uncertain: forwards,
  },
  {
    name: 'own DNS servers: an interface endpoint whose group is closed beside NAT gateways that work',
    change: withEndpoint('secretsmanager', (n) => {
      addDnsServer(n);
      n.securityGroup('endpoints').ingress = [];
    }),
    target: 'secretsmanager',
    ...unknown,
    open: ['egress-path-unverified', 'interface-endpoint-sg-blocks-function'],
    silent: ['aws-service-unreachable', 'path-blocked', unreachable],
    page: pages.dhcpOptions,
    uncertain: forwards,
  },
  {
    name: 'own DNS servers: an interface endpoint and NAT gateways, both of which work',
    change: withEndpoint('secretsmanager', addDnsServer),
    target: 'secretsmanager',
    ...reachable,
    silent: [unreachable, 'interface-endpoint-private-dns-off'],
    page: pages.dhcpOptions,
  },
  {
    name: 'own DNS servers: an endpoint of IPv6 alone beside NAT gateways that work, and a function that sends no IPv6',
    change: withDualStackEndpoint('secretsmanager', (n, endpoint) => {
      takeIpv4FromEndpoint(n, endpoint);
      n.network().ipv6AllowedForDualStack = false;
      addDnsServer(n);
    }),
    target: 'secretsmanager',
    ...unknown,
    open: ['egress-path-unverified', 'ipv6-flag-off-with-ipv6-egress'],
    silent: ['aws-service-unreachable', 'path-blocked', 'no-internet-route'],
    page: pages.dhcpOptions,
    uncertain: forwards,
  },
  {
    name: 'own DNS servers: an interface endpoint whose interfaces may not be read and NAT gateways, both of which work',
    change: withEndpoint('secretsmanager', (n) => {
      addDnsServer(n);
      n.deny('networkInterfaces');
    }),
    target: 'secretsmanager',
    ...allThree('reachable'),
    speaks: readMattersNot,
    silent: ['aws-service-unreachable', 'path-blocked', 'interface-endpoint-private-dns-off'],
    open: [unreachable],
    page: pages.dhcpOptions,
  },
];
