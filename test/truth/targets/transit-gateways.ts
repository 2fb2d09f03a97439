import type { Network } from '../../support/network.ts';
import { aclRule, addTransitGateway, groupRule, setAclRules } from '../../support/resources.ts';
import { privateSubnets } from '../../support/targets.ts';
import { pages } from '../pages.ts';
import { allThree, type TruthRow } from '../row.ts';

const page = pages.transitGateway;
const target = '10.2.0.7:5432';
const gap = 'tgw-attachment-az-gap';
const unverified = { 'egress-path-unverified': 'note' } as const;
const silent = ['path-blocked', 'no-internet-route', 'private-target-sg-ingress-missing', 'peering-problem'];
const beyond = 'the route tables of the transit gateway and the network behind it are out of sight';

/** A transit gateway attached through some subnets, to which all three tables send 10.2.0.0/16. */
const attach = (n: Network, ...subnets: string[]): void => {
  const transitGateway = addTransitGateway(n, ...subnets);
  for (const table of privateSubnets) n.addRoute(table, '10.2.0.0/16', transitGateway);
};

const attached =
  (change: (n: Network) => void) =>
  (n: Network): void => {
    attach(n, ...privateSubnets);
    change(n);
  };

const inState = (state: 'pendingAcceptance' | 'deleted'): TruthRow => ({
  name: `a network behind a transit gateway whose attachment is in state ${state}`,
  change: attached((n) => {
    for (const attachment of n.all.transitGatewayVpcAttachments) attachment.state = state;
  }),
  target,
  ...allThree('blocked'),
  speaks: { [gap]: 'error' },
  silent: [...silent, 'egress-path-unverified'],
  page,
});

/** Other networks behind a transit gateway: what it does with packets is not read, but the way to it is. */
export const transitGateways: readonly TruthRow[] = [
  inState('pendingAcceptance'),
  inState('deleted'),
  {
    name: 'a network behind a transit gateway that is attached in all zones',
    change: attached(() => undefined),
    target,
    ...allThree('unknown'),
    speaks: unverified,
    silent: [...silent, gap],
    page,
    uncertain: beyond,
  },
  {
    name: 'a network behind a transit gateway that is not attached in one zone',
    change: (n) => attach(n, 'public-a', 'public-b'),
    target,
    verdicts: { 'private-a': 'unknown', 'private-b': 'unknown', 'private-c': 'blocked' },
    verdict: 'partial',
    speaks: { [gap]: 'error', ...unverified },
    silent: [...silent, 'inconsistent-subnet-egress'],
    page,
  },
  {
    name: 'a network behind a transit gateway, and one table without a route to it',
    change: attached((n) => n.removeRoute('private-a', '10.2.0.0/16')),
    target,
    verdicts: { 'private-a': 'blocked', 'private-b': 'unknown', 'private-c': 'unknown' },
    verdict: 'partial',
    speaks: { 'path-blocked': 'error', ...unverified },
    silent: [gap, 'no-internet-route', 'inconsistent-subnet-egress'],
    page: pages.reachabilityCodes,
  },
  {
    name: 'a network behind a transit gateway, and a group that lets out nothing to its port',
    change: attached((n) => {
      n.securityGroup().egress = [groupRule('0.0.0.0/0', [443, 443])];
    }),
    target,
    ...allThree('blocked'),
    speaks: { 'sg-egress-blocks-destination': 'error' },
    silent: [...silent, gap],
    open: ['egress-path-unverified'],
    page: pages.securityGroupRules,
  },
  {
    name: 'a network behind a transit gateway, and a network ACL that drops its replies',
    change: attached((n) => setAclRules(n, 'private', 'ingress', aclRule(100, 'allow', '10.0.0.0/16', 'all'))),
    target,
    ...allThree('blocked'),
    speaks: { 'nacl-blocks-return-traffic': 'error' },
    silent: [...silent, gap],
    open: ['egress-path-unverified'],
    page: pages.networkAcls,
  },
  {
    name: 'a network behind a transit gateway, and a network ACL that drops half of its replies',
    change: attached((n) => setAclRules(n, 'private', 'ingress', aclRule(100, 'allow', '0.0.0.0/0', [32768, 65535]))),
    target,
    ...allThree('partial'),
    speaks: { 'nacl-blocks-return-traffic': 'error' },
    silent: [...silent, gap, 'inconsistent-subnet-egress'],
    open: ['egress-path-unverified'],
    page: pages.lambdaTroubleshooting,
  },
];
