import { addNat64Routes, withDns64, zones } from '../../support/dns64.ts';
import { withIpv6 } from '../../support/ipv6.ts';
import { aclRule, addAclRules, groupRule } from '../../support/resources.ts';
import { pages } from '../pages.ts';
import type { TruthRow } from '../row.ts';
import { blockedBy, reachable, unknown } from './outcomes.ts';

const page = pages.nat64;

/** What is called by name may be called by an address that DNS64 makes up. */
export const dns64: readonly TruthRow[] = [
  {
    name: 'DNS64 with a route to NAT gateways and no default route: a service may be reached over NAT64',
    change: withDns64(addNat64Routes),
    target: 'secretsmanager',
    ...unknown,
    silent: ['aws-service-unreachable', 'no-internet-route', 'path-blocked'],
    page,
    uncertain: 'whether programs take the addresses that DNS64 makes up is theirs to choose',
  },
  {
    name: 'DNS64 with a route to NAT gateways and no default route: an address is no name',
    change: withDns64(addNat64Routes),
    target: '198.41.0.7:443',
    ...blockedBy('no-internet-route'),
    findings: 3,
    silent: ['path-blocked', 'egress-path-unverified'],
    page,
  },
  {
    name: 'DNS64 without a route for its addresses and no default route: a service is out of reach',
    change: withDns64(() => {}),
    target: 'secretsmanager',
    ...blockedBy('aws-service-unreachable'),
    silent: ['path-blocked', 'egress-path-unverified'],
    page,
  },
  {
    name: 'DNS64 with routes to NAT gateways that are blackholes, and no default route',
    change: withDns64((n) => {
      addNat64Routes(n);
      for (const zone of zones) n.route(`private-${zone}`, '64:ff9b::/96').state = 'blackhole';
    }),
    target: 'secretsmanager',
    ...blockedBy('aws-service-unreachable'),
    silent: ['path-blocked', 'egress-path-unverified'],
    page,
  },
  {
    name: 'DNS64 with a route to NAT gateways, for a function that may not use IPv6',
    change: withDns64((n) => {
      addNat64Routes(n);
      n.network().ipv6AllowedForDualStack = false;
    }),
    target: 'secretsmanager',
    ...blockedBy('aws-service-unreachable'),
    silent: ['path-blocked', 'egress-path-unverified'],
    page,
  },
  {
    name: 'DNS64 with a route to NAT gateways beside default routes that work',
    change: withIpv6((n) => {
      for (const zone of zones) n.subnet(`private-${zone}`).enableDns64 = true;
      addNat64Routes(n);
    }),
    target: 'secretsmanager',
    ...reachable,
    silent: ['egress-path-unverified'],
    page,
  },
  {
    name: 'DNS64 with a route to NAT gateways, and half of the replies over IPv4 are dropped',
    change: withIpv6((n) => {
      for (const zone of zones) n.subnet(`private-${zone}`).enableDns64 = true;
      addNat64Routes(n);
      addAclRules(n, 'private', 'ingress', aclRule(90, 'deny', '0.0.0.0/0', [1024, 33_279]));
    }),
    target: 'secretsmanager',
    ...unknown,
    silent: ['nacl-blocks-return-traffic', 'path-blocked'],
    page,
    uncertain: 'programs that take the addresses that DNS64 makes up have no reply dropped',
  },
  {
    name: 'DNS64 with a route to NAT gateways and no default route: programs reach the internet by names',
    change: withDns64(addNat64Routes),
    target: 'internet',
    ...unknown,
    silent: ['no-internet-route', 'path-blocked', 'more-specific-route-diverts'],
    page,
    uncertain: 'whether programs take the addresses that DNS64 makes up is theirs to choose',
  },
  {
    name: 'DNS64 with a route to NAT gateways, where the internet is forbidden: it is not shut',
    change: withDns64(addNat64Routes),
    target: 'internet',
    asked: 'forbidden',
    ...unknown,
    silent: ['no-internet-route', 'path-blocked', 'forbidden-target-reachable'],
    page,
    uncertain: 'whether programs take the addresses that DNS64 makes up is theirs to choose',
  },
  {
    name: 'DNS64 with a route to NAT gateways, and a group that lets nothing out over IPv6',
    change: withDns64((n) => {
      addNat64Routes(n);
      n.securityGroup().egress = [groupRule('0.0.0.0/0', 'all')];
    }),
    target: 'secretsmanager',
    ...blockedBy('aws-service-unreachable'),
    silent: ['path-blocked', 'egress-path-unverified'],
    page,
  },
  {
    name: 'DNS64 with a route to NAT gateways, and a group that lets out to addresses of IPv6 that stand for none of IPv4',
    change: withDns64((n) => {
      addNat64Routes(n);
      n.securityGroup().egress = [groupRule('0.0.0.0/0', 'all'), groupRule('2000::/3', 'all')];
    }),
    target: 'secretsmanager',
    ...blockedBy('aws-service-unreachable'),
    silent: ['path-blocked', 'egress-path-unverified'],
    page,
  },
];
