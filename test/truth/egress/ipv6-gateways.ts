import { sendAllIpv6, withIpv6 } from '../../support/ipv6.ts';
import type { Network } from '../../support/network.ts';
import { pages } from '../pages.ts';
import { allThree, type TruthRow } from '../row.ts';

const target = 'internet6';
const blocked = { target, ...allThree('blocked') } as const;
const reachable = { target, ...allThree('reachable') } as const;
const noEgress = { 'ipv6-no-egress': 'error' } as const;
const page = pages.egressOnlyInternetGateway;

type Mode = 'off' | 'block-bidirectional' | 'block-ingress';

const eigw = (n: Network): Network['all']['egressOnlyInternetGateways'][number] => {
  const [gateway] = n.all.egressOnlyInternetGateways;
  if (gateway === undefined) throw new Error('no egress-only internet gateway');
  return gateway;
};

const toInternetGateway = (n: Network): void =>
  sendAllIpv6(n, { kind: 'internet-gateway', id: n.internetGateway().id });

/** The mode of the account, and what the private and the public subnets show of it. */
const setMode = (n: Network, mode: Mode, shown: { readonly private: Mode; readonly public: Mode }): void => {
  for (const options of n.all.vpcBlockPublicAccessOptions) {
    options.mode = mode;
    options.state = 'update-complete';
  }
  n.vpc().internetGatewayBlockMode = mode;
  for (const subnet of n.all.subnets)
    subnet.internetGatewayBlockMode = subnet.name?.startsWith('private') ? shown.private : shown.public;
};

const everywhere = (mode: Mode) => ({ private: mode, public: mode });

/** Gateways for IPv6, and VPC Block Public Access, which counts in the function's own subnet. */
export const ipv6Gateways: readonly TruthRow[] = [
  {
    name: 'the egress-only internet gateway is not attached',
    change: withIpv6((n) => {
      eigw(n).attachments = [];
    }),
    ...blocked,
    speaks: noEgress,
    silent: ['igw-not-attached', 'path-blocked'],
    page,
  },
  {
    name: 'the egress-only internet gateway is detached',
    change: withIpv6((n) => {
      for (const attachment of eigw(n).attachments) attachment.state = 'detached';
    }),
    ...blocked,
    speaks: noEgress,
    silent: ['igw-not-attached', 'path-blocked'],
    page,
  },
  {
    name: 'the egress-only internet gateway is attached to another VPC',
    change: withIpv6((n) => {
      eigw(n).attachments = [{ vpcId: 'vpc-0f0e0d0c0b0a09080', state: 'attached' }];
    }),
    ...blocked,
    speaks: noEgress,
    silent: ['igw-not-attached', 'path-blocked'],
    page,
  },
  {
    name: 'the egress-only internet gateway of the own VPC no longer exists, its route still active',
    change: withIpv6((n) => n.remove(eigw(n))),
    ...blocked,
    speaks: noEgress,
    silent: ['igw-not-attached', 'path-blocked', 'missing-permission'],
    page,
  },
  {
    name: 'the attachment of the egress-only internet gateway says available instead of attached',
    change: withIpv6((n) => {
      for (const attachment of eigw(n).attachments) attachment.state = 'available';
    }),
    ...reachable,
    speaks: {},
    silent: ['ipv6-no-egress', 'igw-not-attached'],
    page,
  },
  {
    name: 'egress-only internet gateways may not be read',
    change: withIpv6((n) => n.deny('egressOnlyInternetGateways')),
    target,
    ...allThree('unknown'),
    speaks: { 'missing-permission': 'warning' },
    silent: ['ipv6-no-egress', 'path-blocked'],
    page: pages.ec2Permissions,
  },
  {
    name: 'the detached internet gateway does not concern IPv6 through the egress-only one',
    change: withIpv6((n) => {
      n.internetGateway().attachments = [];
    }),
    ...reachable,
    speaks: {},
    silent: ['igw-not-attached', 'ipv6-no-egress'],
    page,
  },
  {
    name: '::/0 to an internet gateway that is detached',
    change: withIpv6((n) => {
      toInternetGateway(n);
      n.internetGateway().attachments = [];
    }),
    ...blocked,
    speaks: { 'igw-not-attached': 'error' },
    silent: ['ipv6-no-egress', 'public-subnet-no-nat', 'path-blocked'],
    page: pages.internetGateway,
  },
  {
    name: 'block-bidirectional stops egress-only internet gateways',
    change: withIpv6((n) => setMode(n, 'block-bidirectional', everywhere('block-bidirectional'))),
    ...blocked,
    speaks: { 'bpa-blocks-egress': 'error' },
    silent: ['ipv6-no-egress', 'path-blocked', 'igw-not-attached'],
    page: pages.blockPublicAccess,
  },
  {
    name: "for IPv6 the function's own subnet counts: the NAT gateways' subnets are excluded, it is not",
    change: withIpv6((n) => setMode(n, 'block-bidirectional', { private: 'block-bidirectional', public: 'off' })),
    ...blocked,
    speaks: { 'bpa-blocks-egress': 'error' },
    silent: ['ipv6-no-egress', 'path-blocked'],
    page: pages.blockPublicAccess,
  },
  {
    name: "for IPv6 the function's own subnet counts: it is excluded, the NAT gateways' subnets are not",
    change: withIpv6((n) =>
      setMode(n, 'block-bidirectional', { private: 'block-ingress', public: 'block-bidirectional' }),
    ),
    ...reachable,
    speaks: {},
    silent: ['bpa-blocks-egress', 'ipv6-no-egress'],
    page: pages.blockPublicAccessExamples,
  },
  {
    name: 'block-ingress lets egress-only internet gateways work',
    change: withIpv6((n) => setMode(n, 'block-ingress', everywhere('block-ingress'))),
    ...reachable,
    speaks: {},
    silent: ['bpa-blocks-egress', 'ipv6-no-egress'],
    page: pages.blockPublicAccessExamples,
  },
  {
    name: 'block-ingress stops IPv6 through the internet gateway in both directions',
    change: withIpv6((n) => {
      toInternetGateway(n);
      setMode(n, 'block-ingress', everywhere('block-ingress'));
    }),
    ...blocked,
    speaks: { 'bpa-blocks-egress': 'error' },
    silent: ['ipv6-no-egress', 'igw-not-attached', 'path-blocked'],
    page: pages.blockPublicAccessExamples,
    inferred: "in AWS's example the instances of a public subnet cannot ping out either",
  },
  {
    name: 'an internet gateway for IPv6 in an excluded subnet under block-ingress',
    change: withIpv6((n) => {
      toInternetGateway(n);
      setMode(n, 'block-ingress', everywhere('off'));
    }),
    ...reachable,
    speaks: {},
    silent: ['bpa-blocks-egress', 'ipv6-no-egress', 'public-subnet-no-nat'],
    open: ['egress-path-unverified'],
    page: pages.blockPublicAccessExamples,
  },
];
