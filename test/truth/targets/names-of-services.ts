import { addInterfaceEndpoint, deleteS3Endpoint, withEndpoint } from '../../support/endpoints.ts';
import { groupRule } from '../../support/resources.ts';
import { removeDefaultRoutes } from '../../support/targets.ts';
import { pages } from '../pages.ts';
import type { TruthRow } from '../row.ts';
import { blockedBy, reachable, unknown } from './outcomes.ts';

const useless = 'aws-service-unreachable';
const dnsOff = 'interface-endpoint-private-dns-off';
const silent = ['path-blocked', useless, dnsOff];
const uncertain = 'AWS lists the private names of an endpoint per service, and they are not read';

const onlyEndpoint = (service: string) =>
  withEndpoint(service, (n) => {
    deleteS3Endpoint(n);
    removeDefaultRoutes(n);
  });

/** Names of a service beside its usual one in a region, which an endpoint of it may serve or not. */
export const namesOfServices: readonly TruthRow[] = [
  {
    name: 'the FIPS name of S3, which its interface endpoint does not support, without another way',
    change: onlyEndpoint('s3'),
    target: 's3-fips.eu-west-1.amazonaws.com:443',
    ...unknown,
    silent,
    page: pages.s3PrivateLink,
    uncertain,
  },
  {
    name: 'the name of S3 with a dash, which its interface endpoint does not support, without another way',
    change: onlyEndpoint('s3'),
    target: 'orders.s3-eu-west-1.amazonaws.com:443',
    ...unknown,
    silent,
    page: pages.s3PrivateLink,
    uncertain,
  },
  {
    name: 'the dual-stack name of a service with an interface endpoint, without another way',
    change: onlyEndpoint('secretsmanager'),
    target: 'secretsmanager.eu-west-1.api.aws:443',
    ...unknown,
    silent,
    page: pages.privateLink,
    uncertain,
  },
  {
    name: 'the FIPS name of a service with an interface endpoint that lets nothing in, beside NAT gateways that work',
    change: withEndpoint('monitoring', (n) => {
      n.securityGroup('endpoints').ingress = [];
    }),
    target: 'monitoring-fips.eu-west-1.amazonaws.com:443',
    ...unknown,
    silent: [...silent, 'interface-endpoint-sg-blocks-function'],
    page: pages.privateLink,
    uncertain,
  },
  {
    name: 'the FIPS name of a service with an interface endpoint and NAT gateways, both of which work',
    change: (n) => {
      addInterfaceEndpoint(n, 'monitoring');
    },
    target: 'monitoring-fips.eu-west-1.amazonaws.com:443',
    ...reachable,
    silent,
    page: pages.privateLink,
  },
  {
    name: 'the FIPS name of a service without an endpoint and a default route',
    change: (n) => removeDefaultRoutes(n),
    target: 'monitoring-fips.eu-west-1.amazonaws.com:443',
    ...blockedBy(useless),
    silent: ['path-blocked', dnsOff],
    page: pages.lambdaTroubleshooting,
  },
  {
    name: 'the FIPS name of S3 through its gateway endpoint, which serves its addresses by whatever name',
    change: (n) => removeDefaultRoutes(n),
    target: 's3-fips.eu-west-1.amazonaws.com:443',
    ...reachable,
    silent,
    page: pages.gatewayEndpoints,
  },
  {
    name: "the global name of S3, which gives the addresses of the bucket's Region, and a gateway endpoint alone",
    change: (n) => removeDefaultRoutes(n),
    target: 'orders.s3.amazonaws.com:443',
    ...unknown,
    silent,
    page: pages.s3VirtualHosting,
    uncertain: 'in which Region the bucket is cannot be told',
  },
  {
    name: 'the global name of STS and an interface endpoint alone',
    change: onlyEndpoint('sts'),
    target: 'sts.amazonaws.com:443',
    ...unknown,
    silent,
    page: pages.privateLink,
    uncertain,
  },
  {
    name: 'the global name of STS without an endpoint and a default route',
    change: (n) => removeDefaultRoutes(n),
    target: 'sts.amazonaws.com:443',
    ...blockedBy(useless),
    silent: ['path-blocked', dnsOff],
    page: pages.lambdaTroubleshooting,
  },
  {
    name: 'S3 Control and the gateway endpoint of S3 alone',
    change: (n) => removeDefaultRoutes(n),
    target: 's3-control.eu-west-1.amazonaws.com:80',
    ...unknown,
    silent,
    page: pages.gatewayEndpoints,
    uncertain: 'whether its addresses are among those of S3 is on no page',
  },
  {
    name: 'the name that a private API has by its endpoint leads there without private DNS',
    change: withEndpoint('execute-api', (n, endpoint) => {
      endpoint.privateDnsEnabled = false;
      removeDefaultRoutes(n);
    }),
    target: 'a1b2c3-vpce-0executeapi.execute-api.eu-west-1.amazonaws.com:443',
    ...unknown,
    silent,
    page: pages.privateApis,
    uncertain: 'the addresses of a host name are known with --resolve only',
  },
  {
    name: 'a mail server of AWS on port 587, which the group does not let out',
    change: (n) => {
      n.securityGroup().egress = [groupRule('0.0.0.0/0', [443, 443])];
    },
    target: 'email-smtp.eu-west-1.amazonaws.com:587',
    ...blockedBy('sg-egress-blocks-destination'),
    silent,
    page: pages.securityGroupRules,
  },
  {
    name: 'a mail server of AWS on port 587, the only port that the group lets out',
    change: (n) => {
      n.securityGroup().egress = [groupRule('0.0.0.0/0', [587, 587])];
    },
    target: 'email-smtp.eu-west-1.amazonaws.com:587',
    ...reachable,
    silent: [...silent, 'sg-egress-blocks-destination'],
    page: pages.securityGroupRules,
  },
];
