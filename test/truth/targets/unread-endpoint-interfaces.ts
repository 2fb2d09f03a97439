import { addDualStackEndpoint, letIn } from '../../support/dual-stack-endpoint.ts';
import { addInterfaceEndpoint } from '../../support/endpoints.ts';
import type { Network } from '../../support/network.ts';
import { aclRule, addAclRules, groupReference, groupRule, setAclRules } from '../../support/resources.ts';
import { moveToOwnAcl } from '../../support/targets.ts';
import { pages } from '../pages.ts';
import { allThree, shareOfAll, type TruthRow } from '../row.ts';
import { readMatters, readMattersNot, uneven, unknown } from './outcomes.ts';

const target = 'secretsmanager';
const page = pages.interfaceEndpoints;
const https = [443, 443] as const;
const byGroup = 'interface-endpoint-sg-blocks-function';
const byTargetSubnet = 'target-subnet-nacl-blocks';
const silent = ['aws-service-unreachable', 'no-internet-route', 'path-blocked', 'endpoint-not-available'];

/** The network with an endpoint, in which interfaces may not be read. */
const unread =
  (change: (n: Network) => void, zones: readonly ('a' | 'b')[] = ['a']) =>
  (n: Network): void => {
    addInterfaceEndpoint(n, target, { zones });
    change(n);
    n.deny('networkInterfaces');
  };

/** An endpoint has one interface in each of its subnets, with its groups; at which address its own interfaces alone say. */
export const unreadEndpointInterfaces: readonly TruthRow[] = [
  {
    name: "interfaces may not be read, and the endpoint itself names its subnets and its group, which lets the function's VPC in",
    change: unread(() => undefined),
    target,
    ...allThree('reachable'),
    speaks: readMattersNot,
    silent: [...silent, byGroup],
    page,
  },
  {
    name: 'interfaces may not be read, and the endpoint itself names its group, which lets nothing in',
    change: unread((n) => {
      n.securityGroup('endpoints').ingress = [];
    }),
    target,
    ...allThree('blocked'),
    speaks: { [byGroup]: 'error', ...readMattersNot },
    silent,
    page,
  },
  {
    name: "interfaces may not be read, and the endpoint's group names the function's group",
    change: unread((n) => {
      n.securityGroup('endpoints').ingress = [groupReference(n.securityGroup().id, https)];
    }),
    target,
    ...allThree('reachable'),
    speaks: readMattersNot,
    silent: [...silent, byGroup],
    page,
  },
  {
    name: "interfaces may not be read, and the endpoint's group lets in one of the function's subnets",
    change: unread((n) => {
      n.securityGroup('endpoints').ingress = [groupRule('10.0.11.0/24', https)];
    }),
    target,
    verdicts: { 'private-a': 'reachable', 'private-b': 'blocked', 'private-c': 'blocked' },
    verdict: 'partial',
    speaks: { [byGroup]: 'error', ...uneven, ...readMattersNot },
    silent,
    page,
  },
  {
    name: "interfaces may not be read, and the endpoint's group is in no answer",
    change: unread((n) => n.remove(n.securityGroup('endpoints'))),
    target,
    ...unknown,
    speaks: readMattersNot,
    silent: [...silent, byGroup],
    page: pages.ec2Permissions,
    uncertain: 'a group that no answer holds may let nothing in',
  },
  {
    name: 'interfaces may not be read, and one of the two subnets of the endpoint lets no request in',
    change: unread(
      (n) => {
        moveToOwnAcl(n, 'endpoints-b', 'closed');
        setAclRules(n, 'closed', 'ingress');
      },
      ['a', 'b'],
    ),
    target,
    ...allThree('partial'),
    shares: shareOfAll(1, 2),
    speaks: { [byTargetSubnet]: 'error', ...readMattersNot },
    silent: [...silent, byGroup, 'inconsistent-subnet-egress'],
    page: pages.privateLink,
  },
  {
    name: "interfaces may not be read, and the function's subnets let requests out to one half of the endpoint's subnet",
    change: unread((n) => setAclRules(n, 'private', 'egress', aclRule(100, 'allow', '10.0.51.0/25', 'all'))),
    target,
    ...allThree('unknown'),
    speaks: readMatters,
    silent: [...silent, 'nacl-blocks-outbound'],
    page: pages.networkAcls,
  },
  {
    name: "interfaces may not be read, and the function's subnets let no request out to addresses that no interface has",
    change: unread((n) =>
      addAclRules(
        n,
        'private',
        'egress',
        aclRule(10, 'deny', '10.0.51.0/30', 'all'),
        aclRule(20, 'deny', '10.0.51.255/32', 'all'),
      ),
    ),
    target,
    ...allThree('reachable'),
    speaks: readMattersNot,
    silent: [...silent, 'nacl-blocks-outbound'],
    page: pages.subnets,
  },
  {
    name: 'interfaces may not be read, the endpoint lets in IPv6 alone, and the function sends none',
    change: (n) => {
      addDualStackEndpoint(n, target);
      letIn(n, 'ipv6');
      n.network().ipv6AllowedForDualStack = false;
      n.deny('networkInterfaces');
    },
    target,
    ...allThree('blocked'),
    speaks: { [byGroup]: 'error', ...readMattersNot },
    silent,
    page: pages.endpointRecords,
  },
  {
    name: 'interfaces may not be read, and a dual-stack endpoint lets in both families of a function that sends both',
    change: (n) => {
      addDualStackEndpoint(n, target);
      n.deny('networkInterfaces');
    },
    target,
    ...allThree('reachable'),
    speaks: readMattersNot,
    silent: [...silent, byGroup],
    page: pages.endpointRecords,
  },
  {
    name: 'interfaces could be read, and the answer lacks one of the two of the endpoint',
    change: (n) => {
      addInterfaceEndpoint(n, target, { zones: ['a', 'b'] });
      n.remove(n.networkInterface('10.0.52.10'));
    },
    target,
    ...unknown,
    silent: [...silent, byGroup],
    page,
    uncertain: 'an answer that lacks an interface of an endpoint contradicts the endpoint',
  },
];
