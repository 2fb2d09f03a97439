import { addFirewallBeforeNat } from '../../support/firewall.ts';
import {
  aclRule,
  addAclRules,
  addPeering,
  addPrefixList,
  addTransitGateway,
  setAclRules,
} from '../../support/resources.ts';
import { pages } from '../pages.ts';
import { allThree, firstOnly, type TruthRow } from '../row.ts';

const blocked = allThree('blocked');
const reachable = allThree('reachable');
const uneven = { 'inconsistent-subnet-egress': 'warning' } as const;

/** Networks about prefix lists and what may not be read on which random packets and the engine disagreed. Each was decided from the AWS pages. */
export const unreadDisagreements: readonly TruthRow[] = [
  {
    name: 'two prefix lists of the public table that lead nowhere, one of which AWS takes',
    change: (n) => {
      n.removeRoute('public');
      n.addRoute('public', addPrefixList(n, 'one', ['0.0.0.0/0']), addPeering(n));
      n.addRoute('public', addPrefixList(n, 'other', ['0.0.0.0/0']), { kind: 'none' }, { state: 'blackhole' });
    },
    ...blocked,
    speaks: { 'nat-gateway-no-igw-path': 'error' },
    silent: ['path-blocked'],
    page: pages.routeTablePriority,
  },
  {
    name: 'three prefix lists of the same length, of which the last two lead to a peering connection',
    change: (n) => {
      n.route('private-a').destination = { kind: 'prefix-list', id: addPrefixList(n, 'one', ['0.0.0.0/0']) };
      const peering = addPeering(n);
      for (const name of ['two', 'three']) n.addRoute('private-a', addPrefixList(n, name, ['0.0.0.0/0']), peering);
    },
    ...firstOnly('unknown'),
    speaks: uneven,
    silent: ['path-blocked', 'no-internet-route'],
    open: ['egress-path-unverified', 'default-route-to-peering'],
    page: pages.routeTablePriority,
    uncertain: 'AWS takes one of the three at random',
  },
  {
    name: 'a prefix list that may not be read and leads where the default route leads',
    change: (n) => n.addRoute('private-a', addPrefixList(n, 'secret', 'denied'), n.route('private-a').target),
    ...reachable,
    speaks: { 'missing-permission': 'note' },
    silent: ['egress-path-unverified'],
    page: pages.routeTablePriority,
  },
  {
    name: 'a prefix list that may not be read and leads nowhere, beside a way on which half of the ports are closed',
    change: (n) => {
      n.addRoute('private-a', addPrefixList(n, 'secret', 'denied'), addPeering(n));
      const replies = aclRule(110, 'allow', '10.0.11.0/24', [32768, 65535]);
      setAclRules(n, 'public', 'egress', aclRule(100, 'allow', '0.0.0.0/0', [443, 443]), replies);
    },
    verdicts: { 'private-a': 'partial', 'private-b': 'blocked', 'private-c': 'blocked' },
    verdict: 'partial',
    speaks: { 'nat-subnet-nacl-blocks': 'error', 'missing-permission': 'note' },
    silent: ['path-blocked'],
    open: ['inconsistent-subnet-egress', 'default-route-to-peering'],
    page: pages.customNetworkAcl,
  },
  {
    name: 'the VPC may not be read, so whether it enforces encryption is not known',
    change: (n) => n.deny('vpcs'),
    ...allThree('unknown'),
    speaks: { 'missing-permission': 'warning' },
    silent: ['path-blocked'],
    page: pages.encryptionControls,
  },
  {
    name: 'a network ACL keeps out only an address that AWS reserves in the subnet',
    change: (n) => addAclRules(n, 'public', 'ingress', aclRule(90, 'deny', '10.0.11.255/32', 'all')),
    ...reachable,
    shares: { 'private-a': [1, 1] },
    speaks: {},
    silent: ['nat-subnet-nacl-blocks'],
    page: 'https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html',
  },
  {
    name: 'a firewall endpoint in a subnet that is in none of the answers, though a network ACL without rules names it',
    change: (n) => {
      const { endpoint } = addFirewallBeforeNat(n);
      const [subnetId] = endpoint.subnetIds;
      n.all.subnets = n.all.subnets.filter(({ id }) => id !== subnetId);
      n.networkAcl('firewall').entries = [];
    },
    ...firstOnly('unknown'),
    speaks: { 'egress-path-unverified': 'note', ...uneven },
    silent: ['path-blocked', 'nat-subnet-nacl-blocks'],
    page: pages.vpcSharing,
    uncertain: 'of the subnet that the packet crosses nothing was read',
  },
  {
    name: 'subnets may not be read, and the only attachment of the VPC to the transit gateway failed',
    change: (n) => {
      const transitGateway = addTransitGateway(n, 'private-a', 'private-b', 'private-c');
      for (const name of ['private-a', 'private-b', 'private-c']) n.route(name).target = { ...transitGateway };
      for (const attachment of n.all.transitGatewayVpcAttachments) attachment.state = 'failed';
      n.deny('subnets');
    },
    ...allThree('blocked'),
    speaks: { 'tgw-attachment-az-gap': 'error', 'missing-permission': 'note' },
    silent: ['path-blocked', 'egress-path-unverified'],
    page: pages.transitGateway,
  },
  {
    name: 'subnets may not be read, and their network ACL drops half of the replies of a service that is forbidden',
    change: (n) => {
      n.deny('subnets');
      setAclRules(n, 'private', 'ingress', aclRule(100, 'allow', '0.0.0.0/0', [32768, 65535]));
    },
    target: 's3',
    asked: 'forbidden',
    ...allThree('partial'),
    speaks: { 'missing-permission': 'warning' },
    silent: ['forbidden-target-reachable', 'path-blocked'],
    page: pages.ec2Permissions,
    uncertain: 'which addresses the function has is not known, so the other half is not proven to come back',
  },
];
