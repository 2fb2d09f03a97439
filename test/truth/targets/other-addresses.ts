import { sendThroughFirewall } from '../../support/firewall.ts';
import { setIpv6AclRules } from '../../support/ipv6.ts';
import { groupRule } from '../../support/resources.ts';
import { addDatabase, addIpv6Database, port5432 } from '../../support/targets.ts';
import { pages } from '../pages.ts';
import { firstOnly, type TruthRow } from '../row.ts';
import { blockedBy, reachable, uneven } from './outcomes.ts';

const closed = 'private-target-sg-ingress-missing';
const overIpv6 = '[2001:db8:1234:1a40::7]:5432';
const silent = ['path-blocked', 'target-subnet-nacl-blocks'];

/** Addresses of the VPC that are reached through something else than the local route, or over IPv6. */
export const otherAddresses: readonly TruthRow[] = [
  {
    name: 'a firewall endpoint between one subnet and the database, in both directions',
    change: (n) => {
      addDatabase(n, groupRule('10.0.0.0/16', port5432));
      sendThroughFirewall(n);
    },
    target: '10.0.40.7:5432',
    ...firstOnly('unknown'),
    speaks: uneven,
    open: ['egress-path-unverified'],
    silent: [...silent, closed, 'firewall-return-asymmetric'],
    page: pages.subnetRouteTables,
    uncertain: 'what the firewall lets through is out of sight',
  },
  {
    name: 'a database over IPv6',
    change: addIpv6Database,
    target: overIpv6,
    ...reachable,
    silent: [...silent, closed, 'ipv6-no-egress'],
    page: pages.securityGroupRules,
  },
  {
    name: 'a database over IPv6 whose group lets in every IPv4 address',
    change: (n) => {
      addIpv6Database(n);
      n.securityGroup('db').ingress = [groupRule('0.0.0.0/0', port5432)];
    },
    target: overIpv6,
    ...blockedBy(closed),
    silent,
    page: pages.securityGroupRules,
  },
  {
    name: 'a database over IPv6 in a subnet whose network ACL has no IPv6 rule',
    change: (n) => {
      addIpv6Database(n);
      setIpv6AclRules(n, 'data', 'ingress');
    },
    target: overIpv6,
    ...blockedBy('target-subnet-nacl-blocks'),
    silent: ['path-blocked', closed],
    page: pages.networkAcls,
  },
  {
    name: 'a database over IPv6 for a function that may not use IPv6',
    change: (n) => {
      addIpv6Database(n);
      n.network().ipv6AllowedForDualStack = false;
    },
    target: overIpv6,
    ...blockedBy('ipv6-flag-off-with-ipv6-egress'),
    silent: [...silent, closed, 'ipv6-no-egress'],
    page: pages.lambdaVpc,
  },
];
