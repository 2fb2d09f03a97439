import type { RouteTarget } from '../../../src/model/kinds/route-tables.ts';
import type { Network } from '../../support/network.ts';
import { addNatInstance, addPeering, addPrefixList, groupRule, sendAll, setAclRules } from '../../support/resources.ts';
import { pages } from '../pages.ts';
import { allThree, firstOnly, type TruthRow } from '../row.ts';

const page = pages.ec2Permissions;
const mattersNot = { 'missing-permission': 'note' } as const;
const uneven = { 'inconsistent-subnet-egress': 'warning' } as const;
const zones = ['a', 'b', 'c'];

/** A route of private-a by a prefix list whose entries may not be read. */
const addSecretRoute = (n: Network, target: RouteTarget): void =>
  n.addRoute('private-a', addPrefixList(n, 'secret', 'denied'), target);

/** Facts that are not known, with an outcome that is the same whatever they are, or is not. */
export const unknownFacts: readonly TruthRow[] = [
  {
    name: 'an unreadable prefix list that leads to the same NAT gateway as the default route',
    change: (n) => addSecretRoute(n, n.route('private-a').target),
    ...allThree('reachable'),
    exceptions: false,
    speaks: mattersNot,
    silent: ['egress-path-unverified', 'inconsistent-subnet-egress', 'more-specific-route-diverts'],
    page,
  },
  {
    name: 'an unreadable prefix list that leads to another NAT gateway that works as well',
    change: (n) => addSecretRoute(n, n.route('private-b').target),
    ...allThree('reachable'),
    exceptions: false,
    speaks: mattersNot,
    silent: ['egress-path-unverified', 'inconsistent-subnet-egress', 'more-specific-route-diverts'],
    open: ['nat-gateway-cross-az'],
    page,
  },
  {
    name: 'an unreadable prefix list that leads to a NAT gateway that is deleted',
    change: (n) => {
      const id = 'nat-00000000000000001';
      n.all.natGateways.push({ ...n.natGateway('nat-a'), id, name: 'old', state: 'deleted' });
      addSecretRoute(n, { kind: 'nat-gateway', id });
    },
    ...firstOnly('unknown'),
    speaks: { 'missing-permission': 'warning', ...uneven },
    silent: ['nat-gateway-not-available', 'path-blocked'],
    open: ['egress-path-unverified', 'more-specific-route-diverts'],
    page,
  },
  {
    name: 'an unreadable prefix list to a peering connection beside a default route to the internet gateway',
    change: (n) => {
      n.route('private-a').target = { kind: 'internet-gateway', id: n.internetGateway().id };
      addSecretRoute(n, addPeering(n));
    },
    ...firstOnly('blocked'),
    speaks: { 'public-subnet-no-nat': 'error', ...mattersNot, ...uneven },
    silent: ['default-route-to-peering', 'path-blocked'],
    page,
  },
  {
    name: 'an unreadable prefix list on the way to a NAT gateway where there is no default route',
    change: (n) => {
      const { target } = n.route('private-a');
      n.removeRoute('private-a');
      addSecretRoute(n, target);
    },
    ...firstOnly('unknown'),
    speaks: { 'missing-permission': 'warning', ...uneven },
    silent: ['no-internet-route', 'path-blocked'],
    open: ['egress-path-unverified'],
    page,
  },
  {
    name: 'an unreadable prefix list in a route that is a blackhole, as the default route is',
    change: (n) => {
      n.route('private-a').state = 'blackhole';
      n.addRoute('private-a', addPrefixList(n, 'secret', 'denied'), { kind: 'none' }, { state: 'blackhole' });
    },
    ...firstOnly('blocked'),
    speaks: { 'blackhole-route': 'error', ...mattersNot, ...uneven },
    silent: ['path-blocked', 'no-internet-route'],
    page,
  },
  {
    name: 'a prefix list that the answer of AWS does not hold, to the same NAT gateway as the default route',
    change: (n) => n.addRoute('private-a', 'pl-0f0e0d0c0b0a09080', n.route('private-a').target),
    ...allThree('reachable'),
    exceptions: false,
    speaks: {},
    silent: ['egress-path-unverified', 'inconsistent-subnet-egress', 'missing-permission'],
    page: pages.managedPrefixLists,
  },
  {
    name: 'a prefix list that the answer of AWS does not hold, to the internet gateway',
    change: (n) =>
      n.addRoute('private-a', 'pl-0f0e0d0c0b0a09080', { kind: 'internet-gateway', id: n.internetGateway().id }),
    ...firstOnly('unknown'),
    speaks: uneven,
    silent: ['public-subnet-no-nat', 'path-blocked', 'missing-permission'],
    open: ['egress-path-unverified'],
    page: pages.managedPrefixLists,
    uncertain: 'the list may belong to another account and may hold any range',
  },
  {
    name: 'two prefix lists of the same length that lead to two NAT gateways that work',
    change: (n) => {
      const own = addPrefixList(n, 'everywhere', ['0.0.0.0/0']);
      const other = addPrefixList(n, 'all', ['0.0.0.0/0']);
      n.route('private-a').destination = { kind: 'prefix-list', id: own };
      n.addRoute('private-a', other, n.route('private-b').target);
    },
    ...allThree('reachable'),
    exceptions: false,
    speaks: {},
    silent: ['egress-path-unverified', 'inconsistent-subnet-egress', 'more-specific-route-diverts'],
    open: ['nat-gateway-cross-az'],
    page: pages.routeTablePriority,
  },
  {
    name: 'network ACLs may not be read while the group lets nothing out',
    change: (n) => {
      n.deny('networkAcls');
      n.securityGroup().egress = [];
    },
    ...allThree('blocked'),
    speaks: { 'sg-egress-blocks-destination': 'error', ...mattersNot },
    silent: ['nacl-blocks-outbound', 'nacl-blocks-return-traffic', 'path-blocked'],
    page: pages.securityGroupRules,
  },
  {
    name: 'network ACLs and NAT gateways may not be read while every route is a blackhole',
    change: (n) => {
      n.deny('networkAcls');
      n.deny('natGateways');
      for (const zone of zones) n.route(`private-${zone}`).state = 'blackhole';
    },
    ...allThree('blocked'),
    speaks: { 'blackhole-route': 'error', ...mattersNot },
    silent: ['nat-gateway-not-available', 'path-blocked', 'inconsistent-subnet-egress'],
    page: pages.natGateway,
  },
  {
    name: 'a group with an unreadable prefix list beside 0.0.0.0/0',
    change: (n) => {
      const peer = { kind: 'prefix-list', id: addPrefixList(n, 'secret', 'denied') } as const;
      n.securityGroup().egress.push({ ...groupRule('0.0.0.0/0', [443, 443]), peer });
    },
    ...allThree('reachable'),
    exceptions: false,
    speaks: mattersNot,
    silent: ['sg-egress-blocks-destination', 'egress-path-unverified'],
    page,
  },
  {
    name: 'a group that cannot be read beside one that lets everything out',
    change: (n) => {
      n.network().securityGroupIds.push('sg-0f0e0d0c0b0a09080');
    },
    ...allThree('reachable'),
    speaks: {},
    silent: ['sg-egress-blocks-destination', 'egress-path-unverified', 'missing-permission'],
    page: pages.securityGroupRules,
  },
  {
    name: 'a rule of the network ACL whose address the answer left out, below an allow for all',
    change: (n) => {
      const deny = { action: 'deny', protocol: '-1', cidr: { kind: 'unknown' }, ports: { kind: 'all' } } as const;
      n.networkAcl('private').entries.push({ ruleNumber: 200, direction: 'egress', ...deny });
    },
    ...allThree('reachable'),
    speaks: {},
    silent: ['nacl-blocks-outbound', 'egress-path-unverified'],
    page: pages.networkAclRules,
  },
  {
    name: 'a rule of the network ACL whose address the answer left out, above an allow for all',
    change: (n) => {
      const deny = { action: 'deny', protocol: '-1', cidr: { kind: 'unknown' }, ports: { kind: 'all' } } as const;
      n.networkAcl('private').entries.push({ ruleNumber: 90, direction: 'egress', ...deny });
    },
    ...allThree('unknown'),
    speaks: {},
    silent: ['nacl-blocks-outbound', 'path-blocked'],
    open: ['egress-path-unverified'],
    page: pages.networkAclRules,
    uncertain: 'the rule may deny all of it or nothing of it',
  },
  {
    name: 'interfaces may not be read behind a NAT instance while the network ACL lets no reply in',
    change: (n) => {
      const { id, instanceId } = addNatInstance(n);
      sendAll(n, { kind: 'network-interface', id, instanceId });
      n.deny('networkInterfaces');
      setAclRules(n, 'private', 'ingress');
    },
    ...allThree('blocked'),
    speaks: { 'nacl-blocks-return-traffic': 'error', ...mattersNot },
    silent: ['path-blocked', 'nat-instance-no-public-ip'],
    page: pages.lambdaTroubleshooting,
  },
];
