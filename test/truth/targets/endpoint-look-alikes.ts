import { addInterfaceEndpoint, withEndpoint } from '../../support/endpoints.ts';
import { otherVpcId, removeDefaultRoutes } from '../../support/targets.ts';
import { pages } from '../pages.ts';
import type { TruthRow } from '../row.ts';
import { blockedBy, reachable, unknown } from './outcomes.ts';

const target = 'secretsmanager';
const dnsOff = 'interface-endpoint-private-dns-off';
const byGroup = 'interface-endpoint-sg-blocks-function';
const notAvailable = 'endpoint-not-available';
const useless = 'aws-service-unreachable';

/** An endpoint of another service, which a careless reading of its name takes for the one that was asked. */
const lookAlike = (asked: string, found: string): TruthRow => ({
  name: `the interface endpoint of ${found} does not serve ${asked}`,
  change: withEndpoint(found, (n) => removeDefaultRoutes(n)),
  target: asked,
  ...blockedBy(useless),
  silent: [byGroup, notAvailable, dnsOff, 'no-internet-route'],
  page: pages.endpointServiceNames,
});

/** Endpoints that look like that of the service, and the two kinds of endpoint that S3 has. */
export const endpointLookAlikes: readonly TruthRow[] = [
  lookAlike('ssm', 'ssmmessages'),
  lookAlike('ecr.api', 'ecr.dkr'),
  lookAlike('kms', 'kms-fips'),
  {
    name: 'an interface endpoint of a service in another Region serves nothing of this one',
    change: withEndpoint(target, (n, endpoint) => {
      endpoint.serviceName = 'com.amazonaws.us-east-1.secretsmanager';
      removeDefaultRoutes(n);
    }),
    target,
    ...blockedBy(useless),
    silent: [byGroup, dnsOff, 'no-internet-route', 'path-blocked'],
    page: pages.privateLink,
  },
  {
    name: 'an interface endpoint of the same service in a VPC to which nothing leads',
    change: (n) => {
      addInterfaceEndpoint(n, target, { vpcId: otherVpcId });
      removeDefaultRoutes(n);
    },
    target,
    ...blockedBy(useless),
    silent: [byGroup, dnsOff, notAvailable, 'no-internet-route'],
    page: pages.interfaceEndpoints,
  },
  {
    name: 'S3 has a gateway endpoint and an interface endpoint without private DNS, whose group is closed',
    change: withEndpoint('s3', (n, endpoint) => {
      endpoint.privateDnsEnabled = false;
      n.securityGroup('endpoints').ingress = [];
    }),
    target: 's3',
    ...reachable,
    silent: [byGroup, dnsOff, 's3-dynamodb-via-nat'],
    page: pages.s3Endpoints,
  },
  {
    name: 'S3 has a gateway endpoint and an interface endpoint with private DNS, both of which work',
    change: (n) => {
      addInterfaceEndpoint(n, 's3');
    },
    target: 's3',
    ...reachable,
    silent: [byGroup, dnsOff, 's3-dynamodb-via-nat'],
    page: pages.s3Endpoints,
  },
  {
    name: 'S3 has a gateway endpoint and an interface endpoint with private DNS, whose group is closed',
    change: withEndpoint('s3', (n) => {
      n.securityGroup('endpoints').ingress = [];
    }),
    target: 's3',
    ...unknown,
    open: ['egress-path-unverified', byGroup],
    silent: ['path-blocked', useless],
    page: pages.dnsOptions,
    uncertain: 'whether private DNS answers the inbound resolver only is not in the snapshot',
  },
  {
    name: 'S3 has a gateway endpoint and an interface endpoint that answers the VPC, whose group is closed',
    change: withEndpoint('s3', (n, endpoint) => {
      endpoint.privateDnsOnlyForInboundResolver = false;
      n.securityGroup('endpoints').ingress = [];
    }),
    target: 's3',
    ...blockedBy(byGroup),
    silent: [dnsOff, useless, 'path-blocked'],
    page: pages.dnsOptions,
  },
  {
    name: 'S3 has a gateway endpoint and an interface endpoint for inbound resolvers alone, whose group is closed',
    change: withEndpoint('s3', (n, endpoint) => {
      endpoint.privateDnsOnlyForInboundResolver = true;
      n.securityGroup('endpoints').ingress = [];
    }),
    target: 's3',
    ...reachable,
    silent: [byGroup, dnsOff, 's3-dynamodb-via-nat'],
    page: pages.dnsOptions,
  },
];
