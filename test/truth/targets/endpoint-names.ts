import { withEndpoint } from '../../support/endpoints.ts';
import { removeDefaultRoutes } from '../../support/targets.ts';
import { setMode } from '../block-public-access.ts';
import { pages } from '../pages.ts';
import type { TruthRow } from '../row.ts';
import { blockedBy, reachable, unknown } from './outcomes.ts';

const target = 'secretsmanager';
const dnsOff = 'interface-endpoint-private-dns-off';
const byGroup = 'interface-endpoint-sg-blocks-function';
const notAvailable = 'endpoint-not-available';
const useless = 'aws-service-unreachable';

/** Whether the name of a service gives the addresses of an interface endpoint: its state and private DNS. */
export const endpointNames: readonly TruthRow[] = [
  {
    name: 'private DNS is off: the name gives public addresses, and the NAT gateways lead there',
    change: withEndpoint(target, (n, endpoint) => {
      endpoint.privateDnsEnabled = false;
      n.securityGroup('endpoints').ingress = [];
    }),
    target,
    ...reachable,
    silent: [dnsOff, byGroup, useless],
    page: pages.privateLink,
  },
  {
    name: 'private DNS is on, DNS hostnames of the VPC are off, and there is no other way',
    change: withEndpoint(target, (n) => {
      n.vpc().enableDnsHostnames = { status: 'known', value: false };
      removeDefaultRoutes(n);
    }),
    target,
    ...blockedBy(dnsOff),
    silent: [useless, byGroup, 'vpc-dns-disabled', 'no-internet-route'],
    page: pages.hostedZones,
  },
  {
    name: 'private DNS is on, DNS hostnames of the VPC are off, and the NAT gateways lead to the public addresses',
    change: withEndpoint(target, (n) => {
      n.vpc().enableDnsHostnames = { status: 'known', value: false };
      n.securityGroup('endpoints').ingress = [];
    }),
    target,
    ...reachable,
    silent: [dnsOff, byGroup, useless, 'vpc-dns-disabled'],
    page: pages.dnsAttributes,
  },
  {
    name: 'an interface endpoint that waits for acceptance, and no other way',
    change: withEndpoint(target, (n, endpoint) => {
      endpoint.state = 'pendingacceptance';
      removeDefaultRoutes(n);
    }),
    target,
    ...blockedBy(notAvailable),
    silent: [useless, dnsOff, 'no-internet-route', 'path-blocked'],
    page: pages.vpcEndpointState,
  },
  {
    name: 'an interface endpoint that is still pending beside NAT gateways that work',
    change: withEndpoint(target, (_, endpoint) => {
      endpoint.state = 'pending';
    }),
    target,
    ...unknown,
    speaks: { [notAvailable]: 'warning' },
    silent: [useless, dnsOff, 'path-blocked'],
    page: pages.vpcEndpointState,
    uncertain: 'AWS does not say from which moment on the name gives the addresses of the endpoint',
  },
  {
    name: 'an interface endpoint that is deleted and still listed, beside NAT gateways that work',
    change: withEndpoint(target, (_, endpoint) => {
      endpoint.state = 'deleted';
    }),
    target,
    ...reachable,
    silent: [notAvailable, dnsOff, byGroup],
    page: pages.vpcEndpointState,
  },
  {
    name: 'Block Public Access in both directions does not touch an interface endpoint',
    change: withEndpoint(target, (n) =>
      setMode(n, 'block-bidirectional', { private: 'block-bidirectional', public: 'block-bidirectional' }),
    ),
    target,
    ...reachable,
    silent: ['bpa-blocks-egress', 'path-blocked'],
    page: pages.blockPublicAccess,
  },
];
