import type { VpcEndpoint } from '../../../src/model/kinds/vpc-endpoints.ts';
import { addDnsServer } from '../../support/dns.ts';
import { addInterfaceEndpoint, deleteS3Endpoint, dissociateFromS3, withEndpoint } from '../../support/endpoints.ts';
import type { Mutable, Network } from '../../support/network.ts';
import { groupRule, setAclRules } from '../../support/resources.ts';
import { removeDefaultRoutes } from '../../support/targets.ts';
import { pages } from '../pages.ts';
import { allThree, firstOnly, type TruthRow } from '../row.ts';
import { blockedBy, reachable, uneven, unknown } from './outcomes.ts';

const target = 'secretsmanager';
const dnsOff = 'interface-endpoint-private-dns-off';
const byGroup = 'interface-endpoint-sg-blocks-function';
const notAvailable = 'endpoint-not-available';
const notAssociated = 'gateway-endpoint-not-associated';
const silent = ['aws-service-unreachable', 'no-internet-route', 'path-blocked', 'egress-path-unverified'];
const page = pages.hostedZonesForEndpoints;
const uncertain = 'a private hosted zone of the owner, which is not read, may give the addresses of the endpoint';

/** The name may be given by a hosted zone: unknown, and the rule says why. */
const byZoneOnly = { ...allThree('unknown'), speaks: { [dnsOff]: 'warning' }, findings: 1, uncertain, page } as const;

const withoutPrivateDns = (change: (n: Network, endpoint: Mutable<VpcEndpoint>) => void) =>
  withEndpoint(target, (n, endpoint) => {
    endpoint.privateDnsEnabled = false;
    change(n, endpoint);
  });

const alone = (change: (n: Network, endpoint: Mutable<VpcEndpoint>) => void = () => undefined) =>
  withoutPrivateDns((n, endpoint) => {
    removeDefaultRoutes(n);
    change(n, endpoint);
  });

const hostnamesOff = (n: Network): void => {
  n.vpc().enableDnsHostnames = { status: 'known', value: false };
};

/** Interface endpoints to which a name leads only if a private hosted zone, or a DNS server, of the owner says so. */
export const privateDnsOff: readonly TruthRow[] = [
  { name: 'private DNS is off and there is no other way', change: alone(), target, ...byZoneOnly, silent },
  {
    name: 'private DNS is off, and the public way ends at a NAT gateway that does not exist any more',
    change: withoutPrivateDns((n) => {
      n.route('private-a').state = 'blackhole';
    }),
    target,
    ...firstOnly('unknown'),
    speaks: { [dnsOff]: 'warning', ...uneven },
    silent,
    page,
    uncertain,
  },
  {
    name: 'private DNS and DNS hostnames of the VPC are off, and there is no other way: no private hosted zone answers',
    change: alone(hostnamesOff),
    target,
    ...blockedBy(dnsOff),
    silent: [...silent, byGroup],
    page: pages.hostedZones,
  },
  {
    name: 'private DNS and DNS hostnames are off, and a DNS server of the owner may give the endpoint',
    change: alone((n) => {
      hostnamesOff(n);
      addDnsServer(n);
    }),
    target,
    ...byZoneOnly,
    silent: [...silent, 'custom-dns-unreachable'],
    page: pages.dhcpOptions,
    uncertain: 'which addresses the own DNS servers give is not in the snapshot',
  },
  {
    name: 'private DNS is off, the group of the endpoint lets nothing in, and there is no other way',
    change: alone((n) => {
      n.securityGroup('endpoints').ingress = [];
    }),
    target,
    ...allThree('blocked'),
    speaks: { [dnsOff]: 'warning', [byGroup]: 'error' },
    findings: 2,
    silent,
    page: pages.interfaceEndpoints,
  },
  {
    name: "private DNS is off, the network ACL of the endpoint's subnet lets nothing in, and there is no other way",
    change: alone((n) => setAclRules(n, 'endpoints', 'ingress')),
    target,
    ...allThree('blocked'),
    speaks: { [dnsOff]: 'warning', 'target-subnet-nacl-blocks': 'error' },
    findings: 2,
    silent,
    page: pages.networkAcls,
  },
  {
    name: 'private DNS is off, and the group of the endpoint lets in one subnet of three',
    change: alone((n) => {
      n.securityGroup('endpoints').ingress = [groupRule('10.0.11.0/24', [443, 443])];
    }),
    target,
    verdicts: { 'private-a': 'unknown', 'private-b': 'blocked', 'private-c': 'blocked' },
    verdict: 'partial',
    speaks: { [dnsOff]: 'warning', [byGroup]: 'error' },
    findings: 2,
    silent,
    page: pages.interfaceEndpoints,
    uncertain,
  },
  {
    name: 'private DNS is off, and the group of the function lets nothing out',
    change: alone((n) => {
      n.securityGroup().egress = [];
    }),
    target,
    ...blockedBy('sg-egress-blocks-destination'),
    silent: [...silent, dnsOff],
    page: pages.securityGroupRules,
  },
  {
    name: 'private DNS is off, the endpoint failed, and there is no other way',
    change: alone((_, endpoint) => {
      endpoint.state = 'failed';
    }),
    target,
    ...blockedBy(notAvailable),
    silent: [...silent, dnsOff],
    page: pages.vpcEndpointState,
  },
  {
    name: 'private DNS is off, the endpoint is being deleted, and there is no other way',
    change: alone((_, endpoint) => {
      endpoint.state = 'deleting';
    }),
    target,
    ...allThree('unknown'),
    speaks: { [notAvailable]: 'warning' },
    silent: [...silent, dnsOff],
    page: pages.vpcEndpointState,
    uncertain: 'AWS does not say until when an endpoint that is being deleted serves',
  },
  {
    name: 'an endpoint of S3 whose private DNS answers inbound resolvers alone, without another way',
    change: withEndpoint('s3', (n, endpoint) => {
      endpoint.privateDnsOnlyForInboundResolver = true;
      deleteS3Endpoint(n);
      n.all.vpcEndpoints.push(endpoint);
      removeDefaultRoutes(n);
    }),
    target: 's3',
    ...byZoneOnly,
    silent: [...silent, notAssociated],
  },
  {
    name: 'S3 has an interface endpoint without private DNS and a gateway endpoint that serves two subnets of three',
    change: (n) => {
      addInterfaceEndpoint(n, 's3').privateDnsEnabled = false;
      dissociateFromS3(n, 'private-a');
      removeDefaultRoutes(n);
    },
    target: 's3',
    ...firstOnly('unknown'),
    speaks: { [notAssociated]: 'warning', ...uneven },
    silent: [...silent, dnsOff],
    page: pages.gatewayEndpoints,
    uncertain,
  },
  {
    name: 'private DNS is off, and a transit gateway may lead to an endpoint in another network',
    change: alone((n) =>
      n.addRoute('private-a', '10.0.0.0/8', { kind: 'transit-gateway', id: 'tgw-0a1b2c3d4e5f60718' }),
    ),
    target,
    ...unknown,
    speaks: { [dnsOff]: 'warning' },
    silent: ['aws-service-unreachable', 'no-internet-route', 'path-blocked'],
    page,
    uncertain,
  },
  {
    name: 'private DNS is off, and the NAT gateways lead to the public addresses',
    change: withoutPrivateDns(() => undefined),
    target,
    ...reachable,
    silent: [...silent, dnsOff],
    page: pages.privateLink,
  },
];
