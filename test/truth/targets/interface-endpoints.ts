import { addInterfaceEndpoint, s3PrefixList, withEndpoint } from '../../support/endpoints.ts';
import { aclRule, groupReference, groupRule, setAclRules } from '../../support/resources.ts';
import { moveToOwnAcl, removeDefaultRoutes } from '../../support/targets.ts';
import { pages } from '../pages.ts';
import { allThree, firstOnly, shareOfAll, type TruthRow } from '../row.ts';
import { blockedBy, partialBy, reachable, upperHalf } from './outcomes.ts';

const page = pages.interfaceEndpoints;
const target = 'secretsmanager';
const https = [443, 443] as const;
const byGroup = 'interface-endpoint-sg-blocks-function';
const byTargetSubnet = 'target-subnet-nacl-blocks';

/** The way to an interface endpoint whose name gives the addresses of its interfaces. */
export const interfaceEndpoints: readonly TruthRow[] = [
  {
    name: 'an interface endpoint in one zone serves the subnets of all three, without a default route',
    change: withEndpoint(target, (n) => removeDefaultRoutes(n)),
    target,
    ...reachable,
    silent: ['aws-service-unreachable', 'no-internet-route', 'single-az', 'inconsistent-subnet-egress'],
    page: pages.privateLink,
  },
  {
    name: 'an endpoint with the default group of the VPC lets in only what carries that group, and the NAT gateways do not help',
    change: withEndpoint(target, (n, endpoint) => {
      const group = n.securityGroup('default').id;
      endpoint.securityGroupIds = [group];
      n.networkInterface('10.0.51.10').securityGroupIds = [group];
    }),
    target,
    ...blockedBy(byGroup),
    silent: ['path-blocked', 'aws-service-unreachable', 'private-target-sg-ingress-missing'],
    page,
  },
  {
    name: "an endpoint's group that names the function's group",
    change: withEndpoint(target, (n) => {
      n.securityGroup('endpoints').ingress = [groupReference(n.securityGroup().id, https)];
    }),
    target,
    ...reachable,
    silent: [byGroup, 'path-blocked'],
    page,
  },
  {
    name: "an endpoint's group that lets in one of the function's subnets",
    change: withEndpoint(target, (n) => {
      n.securityGroup('endpoints').ingress = [groupRule('10.0.11.0/24', https)];
    }),
    target,
    verdicts: { 'private-a': 'reachable', 'private-b': 'blocked', 'private-c': 'blocked' },
    verdict: 'partial',
    speaks: { [byGroup]: 'error', 'inconsistent-subnet-egress': 'warning' },
    silent: ['path-blocked', 'aws-service-unreachable'],
    page,
  },
  {
    name: "an endpoint's second group makes up for a first one without rules",
    change: withEndpoint(target, (n, endpoint) => {
      const closed = n.addSecurityGroup('closed', {});
      endpoint.securityGroupIds.unshift(closed);
      n.networkInterface('10.0.51.10').securityGroupIds.unshift(closed);
    }),
    target,
    ...reachable,
    silent: [byGroup, 'path-blocked'],
    page: pages.securityGroupRules,
  },
  {
    name: 'egress to the VPC only reaches an interface endpoint and not the internet',
    change: withEndpoint(target, (n) => {
      n.securityGroup().egress = [groupRule('10.0.0.0/16', https)];
    }),
    target,
    ...reachable,
    alongside: { target: 'internet', verdict: 'blocked' },
    speaks: { 'sg-egress-blocks-destination': 'error' },
    findings: 1,
    silent: ['aws-service-unreachable', byGroup],
    page: pages.securityGroupRules,
  },
  {
    name: "egress to the endpoint's group only",
    change: withEndpoint(target, (n) => {
      n.securityGroup().egress = [groupReference(n.securityGroup('endpoints').id, https)];
    }),
    target,
    ...reachable,
    silent: ['sg-egress-blocks-destination', 'path-blocked'],
    page: pages.securityGroupRules,
  },
  {
    name: 'egress to the prefix list of S3 only does not reach the endpoint of another service',
    change: withEndpoint(target, (n) => {
      const peer = { kind: 'prefix-list', id: s3PrefixList } as const;
      n.securityGroup().egress = [{ ...groupRule('0.0.0.0/0', https), peer }];
    }),
    target,
    ...blockedBy('sg-egress-blocks-destination'),
    silent: [byGroup, 'aws-service-unreachable', 'path-blocked'],
    page: pages.securityGroupRules,
  },
  {
    name: "the network ACL of the endpoint's subnet lets replies out on 32768-65535 only",
    change: withEndpoint(target, (n) =>
      setAclRules(n, 'endpoints', 'egress', aclRule(100, 'allow', '0.0.0.0/0', [32768, 65535])),
    ),
    target,
    ...partialBy(byTargetSubnet, ...upperHalf),
    silent: ['nacl-blocks-return-traffic', 'nat-subnet-nacl-blocks', 'path-blocked'],
    page: pages.lambdaTroubleshooting,
  },
  {
    name: 'one of two interfaces of an endpoint stands behind a closed network ACL: the name gives either',
    change: (n) => {
      addInterfaceEndpoint(n, target, { zones: ['a', 'b'] });
      moveToOwnAcl(n, 'endpoints-b', 'closed');
      setAclRules(n, 'closed', 'ingress');
    },
    target,
    ...allThree('partial'),
    shares: shareOfAll(1, 2),
    speaks: { [byTargetSubnet]: 'error' },
    silent: [byGroup, 'inconsistent-subnet-egress', 'path-blocked'],
    page: pages.privateLink,
  },
  {
    name: "a function's subnet whose network ACL lets no request out to the endpoint",
    change: withEndpoint(target, (n) => {
      moveToOwnAcl(n, 'private-a', 'closed');
      setAclRules(n, 'closed', 'egress');
    }),
    target,
    ...firstOnly('blocked'),
    speaks: { 'nacl-blocks-outbound': 'error', 'inconsistent-subnet-egress': 'warning' },
    silent: [byTargetSubnet, byGroup, 'path-blocked'],
    page: pages.networkAcls,
  },
];
