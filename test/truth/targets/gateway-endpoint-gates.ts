import { s3PrefixList } from '../../support/endpoints.ts';
import { aclRule, addAclRules, addPrefixList, groupRule, setAclRules } from '../../support/resources.ts';
import { privateSubnets } from '../../support/targets.ts';
import { pages } from '../pages.ts';
import { firstOnly, type TruthRow } from '../row.ts';
import { blockedBy, partialBy, reachable, uneven, upperHalf } from './outcomes.ts';

const target = 's3';
const https = [443, 443] as const;
const toPrefixList = (id: `pl-${string}`) => ({
  ...groupRule('0.0.0.0/0', https),
  peer: { kind: 'prefix-list', id } as const,
});

/** Packets to a gateway endpoint keep the public address of the service, against which groups and network ACLs stand. */
export const gatewayEndpointGates: readonly TruthRow[] = [
  {
    name: 'egress to the VPC only does not reach S3 through its gateway endpoint',
    change: (n) => {
      n.securityGroup().egress = [groupRule('10.0.0.0/16', 'all')];
    },
    target,
    ...blockedBy('sg-egress-blocks-destination'),
    silent: ['path-blocked', 'gateway-endpoint-not-associated', 'aws-service-unreachable'],
    page: pages.s3Endpoints,
  },
  {
    name: 'egress to the prefix list of S3 reaches S3 and not the internet',
    change: (n) => {
      n.securityGroup().egress = [toPrefixList(s3PrefixList)];
    },
    target,
    ...reachable,
    alongside: { target: 'internet', verdict: 'blocked' },
    speaks: { 'sg-egress-blocks-destination': 'error' },
    findings: 1,
    silent: ['path-blocked', 'aws-service-unreachable'],
    page: pages.s3Endpoints,
  },
  {
    name: "egress to another Region's addresses of S3 only",
    change: (n) => {
      n.securityGroup().egress = [toPrefixList(addPrefixList(n, 's3useast1', ['52.216.0.0/15', '54.231.0.0/16']))];
    },
    target,
    ...blockedBy('sg-egress-blocks-destination'),
    silent: ['path-blocked', 'aws-service-unreachable'],
    page: pages.gatewayEndpoints,
  },
  {
    name: 'a network ACL that denies one of the ranges of S3, less than 1 % of its addresses',
    change: (n) => addAclRules(n, 'private', 'egress', aclRule(90, 'deny', '3.5.72.0/23', https)),
    target,
    ...partialBy('nacl-blocks-outbound', 67584, 68096),
    silent: ['path-blocked', 'inconsistent-subnet-egress'],
    page: pages.networkAclRules,
  },
  {
    name: 'a network ACL that lets replies in from the VPC only drops those of S3',
    change: (n) => setAclRules(n, 'private', 'ingress', aclRule(100, 'allow', '10.0.0.0/16', 'all')),
    target,
    ...blockedBy('nacl-blocks-return-traffic'),
    silent: ['path-blocked', 'gateway-endpoint-not-associated'],
    page: pages.s3Endpoints,
  },
  {
    name: 'replies of S3 on 32768-65535 only',
    change: (n) => setAclRules(n, 'private', 'ingress', aclRule(100, 'allow', '0.0.0.0/0', [32768, 65535])),
    target,
    ...partialBy('nacl-blocks-return-traffic', ...upperHalf),
    silent: ['path-blocked', 'nat-subnet-nacl-blocks'],
    page: pages.lambdaTroubleshooting,
  },
  {
    name: "the network ACL of the NAT gateways' subnets lets nothing through, which S3 does not pass",
    change: (n) => {
      setAclRules(n, 'public', 'ingress');
      setAclRules(n, 'public', 'egress');
    },
    target,
    ...reachable,
    silent: ['nat-subnet-nacl-blocks', 'target-subnet-nacl-blocks', 'path-blocked'],
    page: pages.gatewayEndpoints,
  },
  {
    name: 'a blackhole for a part of one range of S3 beats the prefix list',
    change: (n) => n.addRoute('private-a', '52.218.0.0/20', { kind: 'none' }, { state: 'blackhole' }),
    target,
    ...firstOnly('partial'),
    shares: { 'private-a': [64000, 68096], 'private-b': [1, 1], 'private-c': [1, 1] },
    speaks: { 'blackhole-route': 'error', ...uneven },
    silent: ['path-blocked', 'more-specific-route-diverts', 'gateway-endpoint-not-associated'],
    page: pages.gatewayEndpoints,
  },
  {
    name: 'a part of one range of S3 goes through the NAT gateways, past the gateway endpoint',
    change: (n) => {
      for (const table of privateSubnets) n.addRoute(table, '52.218.0.0/20', { ...n.route(table).target });
    },
    target,
    ...reachable,
    silent: ['path-blocked', 'more-specific-route-diverts', 'gateway-endpoint-not-associated'],
    open: ['s3-dynamodb-via-nat'],
    page: pages.gatewayEndpoints,
  },
  {
    name: 'an address of S3 goes through the gateway endpoint like the service',
    change: (n) => {
      for (const table of privateSubnets) n.removeRoute(table);
    },
    target: '52.218.0.9:443',
    ...reachable,
    silent: ['no-internet-route', 'path-blocked', 'aws-service-unreachable'],
    page: pages.gatewayEndpoints,
  },
];
