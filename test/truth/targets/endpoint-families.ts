import { letIn, takeIpv4FromEndpoint, withDualStackEndpoint } from '../../support/dual-stack-endpoint.ts';
import type { Network } from '../../support/network.ts';
import { pages } from '../pages.ts';
import type { TruthRow } from '../row.ts';
import { blockedBy, reachable, uneven, unknown } from './outcomes.ts';

const target = 'secretsmanager';
const byGroup = 'interface-endpoint-sg-blocks-function';
const flagOff = 'ipv6-flag-off-with-ipv6-egress';
const silent = ['aws-service-unreachable', 'path-blocked', 'no-internet-route', 'ipv6-no-egress'];
const page = pages.endpointRecords;
const either = 'no page of AWS says which family a program takes where a name has addresses of both';

const turnIpv6Off = (n: Network): void => {
  n.network().ipv6AllowedForDualStack = false;
};

/** Over which family an interface endpoint is called: the records of its name, and what the function can send. */
export const endpointFamilies: readonly TruthRow[] = [
  {
    name: 'a dual-stack endpoint that lets both families in, and a function that sends both',
    change: withDualStackEndpoint(target, () => undefined),
    target,
    ...reachable,
    silent: [...silent, byGroup],
    page,
  },
  {
    name: 'a dual-stack endpoint that lets in IPv6 alone, and a function that sends both families',
    change: withDualStackEndpoint(target, (n) => letIn(n, 'ipv6')),
    target,
    ...unknown,
    silent: [...silent, byGroup],
    page,
    uncertain: either,
  },
  {
    name: 'a dual-stack endpoint that lets in IPv4 alone, and a function that sends both families',
    change: withDualStackEndpoint(target, (n) => letIn(n, 'ipv4')),
    target,
    ...unknown,
    silent: [...silent, byGroup],
    page,
    uncertain: either,
  },
  {
    name: 'a dual-stack endpoint that lets nothing in, and a function that sends both families',
    change: withDualStackEndpoint(target, (n) => letIn(n)),
    target,
    ...blockedBy(byGroup),
    silent,
    page,
  },
  {
    name: 'a dual-stack endpoint that lets in IPv6 alone, and a function that sends none',
    change: withDualStackEndpoint(target, (n) => {
      letIn(n, 'ipv6');
      turnIpv6Off(n);
    }),
    target,
    ...blockedBy(byGroup),
    silent: [...silent, flagOff],
    page: pages.lambdaVpc,
  },
  {
    name: 'a dual-stack endpoint that lets in IPv4 alone, and a function that sends no IPv6',
    change: withDualStackEndpoint(target, (n) => {
      letIn(n, 'ipv4');
      turnIpv6Off(n);
    }),
    target,
    ...reachable,
    silent: [...silent, flagOff, byGroup],
    page: pages.lambdaVpc,
  },
  {
    name: 'a dual-stack endpoint that lets in IPv4 alone, and one subnet of the function that lost its IPv6 range',
    change: withDualStackEndpoint(target, (n) => {
      letIn(n, 'ipv4');
      n.subnet('private-a').ipv6Cidrs = [];
    }),
    target,
    verdicts: { 'private-a': 'reachable', 'private-b': 'unknown', 'private-c': 'unknown' },
    verdict: 'unknown',
    speaks: uneven,
    open: ['egress-path-unverified'],
    silent: [...silent, byGroup, 'ipv6-subnet-not-dual-stack'],
    page: pages.lambdaVpc,
    uncertain: either,
  },
  {
    name: 'the names of a dual-stack endpoint that lets in IPv4 alone have IPv4 records alone',
    change: withDualStackEndpoint(target, (n, endpoint) => {
      endpoint.dnsRecordIpType = 'ipv4';
      letIn(n, 'ipv4');
    }),
    target,
    ...reachable,
    silent: [...silent, byGroup],
    page,
  },
  {
    name: 'the name of the service has no IPv6 record where the service defines them, and the endpoint lets in IPv6 alone',
    change: withDualStackEndpoint(target, (n, endpoint) => {
      endpoint.dnsRecordIpType = 'service-defined';
      letIn(n, 'ipv6');
    }),
    target,
    ...blockedBy(byGroup),
    silent,
    page,
  },
  {
    name: 'the names of a dual-stack endpoint that lets in IPv6 alone have IPv6 records alone',
    change: withDualStackEndpoint(target, (n, endpoint) => {
      endpoint.dnsRecordIpType = 'ipv6';
      letIn(n, 'ipv6');
    }),
    target,
    ...reachable,
    silent: [...silent, byGroup],
    page,
  },
  {
    name: 'the names of a dual-stack endpoint that lets in IPv4 alone have IPv6 records alone',
    change: withDualStackEndpoint(target, (n, endpoint) => {
      endpoint.dnsRecordIpType = 'ipv6';
      letIn(n, 'ipv4');
    }),
    target,
    ...blockedBy(byGroup),
    silent,
    page,
  },
  {
    name: 'an endpoint of IPv6 alone, and a function that sends both families',
    change: withDualStackEndpoint(target, takeIpv4FromEndpoint),
    target,
    ...reachable,
    silent: [...silent, byGroup],
    page: pages.privateLink,
  },
  {
    name: 'an endpoint of IPv6 alone, and a function that sends none: the NAT gateways do not help, since its name leads to the endpoint',
    change: withDualStackEndpoint(target, (n, endpoint) => {
      takeIpv4FromEndpoint(n, endpoint);
      turnIpv6Off(n);
    }),
    target,
    ...blockedBy(flagOff),
    silent: [...silent, byGroup],
    page: pages.lambdaVpc,
  },
  {
    name: 'which records the names have was not read, and the endpoint lets in IPv4 alone: a function that sends no IPv6',
    change: withDualStackEndpoint(target, (n, endpoint) => {
      delete endpoint.dnsRecordIpType;
      letIn(n, 'ipv4');
      turnIpv6Off(n);
    }),
    target,
    ...unknown,
    silent: [...silent, byGroup, flagOff],
    page,
    uncertain: 'the names of a dual-stack endpoint can have IPv6 records alone',
  },
  {
    name: 'which records the names have was not read, and either family works',
    change: withDualStackEndpoint(target, (_, endpoint) => {
      delete endpoint.dnsRecordIpType;
    }),
    target,
    ...reachable,
    silent: [...silent, byGroup],
    page,
  },
];
