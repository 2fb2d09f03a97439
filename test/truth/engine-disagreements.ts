import type { RouteTarget } from '../../src/model/kinds/route-tables.ts';
import type { Network } from '../support/network.ts';
import { useRegionalNatGateway } from '../support/regional-nat-gateway.ts';
import {
  aclRule,
  addAclRules,
  addNatInstance,
  addPeering,
  addPrefixList,
  addTransitGateway,
  groupReference,
  groupRule,
  setAclRules,
} from '../support/resources.ts';
import { pages } from './pages.ts';
import { allThree, firstOnly, type TruthRow } from './row.ts';

const blocked = allThree('blocked');
const reachable = allThree('reachable');
const uneven = { 'inconsistent-subnet-egress': 'warning' } as const;

const setPublicAccess = (n: Network, mode: 'block-bidirectional' | 'block-ingress'): void => {
  for (const options of n.all.vpcBlockPublicAccessOptions) Object.assign(options, { mode, state: 'update-complete' });
  n.vpc().internetGatewayBlockMode = mode;
  for (const subnet of n.all.subnets) subnet.internetGatewayBlockMode = mode;
};

const exclude = (n: Network, mode: 'allow-bidirectional' | 'allow-egress'): void => {
  const resourceArn = `arn:aws:ec2:eu-west-1:123456789012:vpc/${n.vpc().id}`;
  n.all.vpcBlockPublicAccessExclusions.push({ id: 'vpcbpa-exclude-1', mode, resourceArn, state: 'create-complete' });
};

/** A gateway route table of the internet gateway with a blackhole for the replies to nat-a. */
const dropReplies = (n: Network): void => {
  const id = 'rtb-0e1d2c3b4a5968778';
  const gatewayId = n.internetGateway().id;
  const association = { id: 'rtbassoc-0e1d2c3b4a596877', main: false, subnetId: null, gatewayId } as const;
  const associations = [{ ...association, state: 'associated' as const }];
  n.all.routeTables.push({ id, name: 'edge', vpcId: n.vpc().id, associations, routes: [] });
  n.addRoute('edge', '10.0.0.0/16', { kind: 'local' }, { origin: 'CreateRouteTable' });
  n.addRoute('edge', '10.0.1.0/24', { kind: 'none' }, { state: 'blackhole' });
};

const publicTableLeadsTo = (n: Network, target: RouteTarget): void => {
  n.route('public').target = { ...target };
};

/** Networks about which random packets and the engine disagreed. Each was decided from the AWS pages. */
export const engineDisagreements: readonly TruthRow[] = [
  {
    name: 'an available NAT gateway of which no address is shown',
    change: (n) => {
      n.natGateway('nat-a').addresses = [];
    },
    ...firstOnly('unknown'),
    speaks: { 'egress-path-unverified': 'note', ...uneven },
    silent: ['nat-address-failed', 'path-blocked'],
    page: pages.natGatewayAddress,
    uncertain: 'a public NAT gateway sends from its primary address, and none is shown',
  },
  {
    name: 'the local route of the public table, by which replies come back, is in a state that AWS does not document',
    change: (n) => {
      n.route('public', '10.0.0.0/16').state = 'unknown:something-new';
    },
    ...allThree('unknown'),
    speaks: { 'egress-path-unverified': 'note' },
    silent: ['blackhole-route', 'path-blocked'],
    page: pages.route,
    uncertain: 'the meaning of the state is not known',
  },
  {
    name: 'a NAT instance whose public address belongs to a second private address of its interface',
    change: (n) => {
      const nic = addNatInstance(n);
      nic.privateIpAddresses = [
        { address: '10.0.1.80', publicIp: null, primary: true },
        { address: '10.0.1.81', publicIp: '203.0.113.80', primary: false },
      ];
    },
    ...firstOnly('unknown'),
    speaks: { 'nat-instance-no-public-ip': 'warning', ...uneven },
    silent: ['path-blocked'],
    open: ['egress-path-unverified'],
    page: pages.reachabilityCodes,
    uncertain: 'a system sends from its primary address, which the gateway drops, unless it is told otherwise',
  },
  {
    name: 'a NAT instance whose public address is on an interface in another subnet, and only its own has no way out',
    change: (n) => {
      const nic = addNatInstance(n);
      for (const address of nic.privateIpAddresses) address.publicIp = null;
      const addresses = [{ address: '10.0.2.80', publicIp: '203.0.113.80', primary: true }];
      const subnetId = n.subnet('public-b').id;
      n.all.networkInterfaces.push({ ...nic, id: 'eni-00000000000000002', subnetId, privateIpAddresses: addresses });
      n.disassociate('public-a');
    },
    ...firstOnly('unknown'),
    speaks: { 'nat-instance-no-public-ip': 'warning', ...uneven },
    silent: ['path-blocked'],
    open: ['egress-path-unverified'],
    page: pages.natInstance,
    uncertain: 'packets that leave by the other interface meet the table of the other subnet',
  },
  {
    name: 'a stopped NAT instance in a subnet that the answer of AWS does not hold',
    change: (n) => {
      addNatInstance(n).subnetId = 'subnet-00000000000000009';
      n.instance('nat-instance').state = 'stopped';
    },
    ...firstOnly('blocked'),
    speaks: { 'nat-instance-not-running': 'error', ...uneven },
    silent: ['path-blocked'],
    page: pages.natInstance,
  },
  {
    name: 'a NAT instance whose group lets nothing in, in a subnet that the answer of AWS does not hold',
    change: (n) => {
      addNatInstance(n).subnetId = 'subnet-00000000000000009';
      n.securityGroup('nat-instance').ingress = [];
    },
    ...firstOnly('blocked'),
    speaks: { 'nat-instance-sg-blocks-function': 'error', ...uneven },
    silent: ['path-blocked'],
    page: pages.securityGroupRules,
  },
  {
    name: "a prefix list that may not be read in the table of a NAT instance's subnet, all of which leads back to it",
    change: (n) => {
      const { id, instanceId } = addNatInstance(n);
      const target = { kind: 'network-interface', id, instanceId } as const;
      n.associate('public-a', 'main');
      n.addRoute('main', '0.0.0.0/0', target);
      n.addRoute('main', addPrefixList(n, 'secret', 'denied'), target);
    },
    ...firstOnly('blocked'),
    speaks: { 'path-blocked': 'error', 'missing-permission': 'note', ...uneven },
    silent: ['egress-path-unverified'],
    page: pages.natInstance,
  },
  {
    name: 'an exclusion for egress that is being made, which would not help a NAT instance',
    change: (n) => {
      addNatInstance(n);
      setPublicAccess(n, 'block-ingress');
      exclude(n, 'allow-egress');
      for (const exclusion of n.all.vpcBlockPublicAccessExclusions) exclusion.state = 'create-in-progress';
    },
    ...firstOnly('blocked'),
    speaks: { 'bpa-blocks-egress': 'error', ...uneven },
    silent: ['path-blocked'],
    page: pages.blockPublicAccessExamples,
  },
  {
    name: "a NAT instance whose group lets in another function's group, an interface of which stands in the subnet",
    change: (n) => {
      addNatInstance(n);
      const own = n.addSecurityGroup('own', { egress: [groupRule('0.0.0.0/0', 'all')] });
      n.securityGroup('nat-instance').ingress = [groupReference(n.securityGroup().id, 'all')];
      n.network().securityGroupIds = [own];
    },
    ...firstOnly('blocked'),
    speaks: { 'nat-instance-sg-blocks-function': 'error', ...uneven },
    silent: ['path-blocked'],
    page: pages.securityGroupRules,
  },
  {
    name: 'a private NAT gateway whose own subnet has a route to the internet gateway in the undocumented state filtered',
    change: (n) => {
      n.natGateway('nat-a').connectivityType = 'private';
      n.route('public').state = 'filtered';
    },
    ...allThree('unknown'),
    speaks: { 'blackhole-route': 'warning' },
    silent: ['private-nat-used-for-internet', 'path-blocked'],
    page: pages.route,
    uncertain: 'AWS does not say what the route state filtered does',
  },
  {
    name: 'an exclusion for egress does not help a NAT instance under block-bidirectional',
    change: (n) => {
      addNatInstance(n);
      setPublicAccess(n, 'block-bidirectional');
      for (const zone of ['b', 'c']) n.subnet(`public-${zone}`).internetGatewayBlockMode = 'block-ingress';
      exclude(n, 'allow-egress');
    },
    ...firstOnly('blocked'),
    speaks: { 'bpa-blocks-egress': 'error', ...uneven },
    silent: ['path-blocked'],
    page: pages.blockPublicAccessExamples,
  },
  {
    name: 'an exclusion beside NAT gateways under block-ingress, which lets them out anyway',
    change: (n) => {
      setPublicAccess(n, 'block-ingress');
      exclude(n, 'allow-bidirectional');
    },
    ...reachable,
    speaks: {},
    silent: ['bpa-blocks-egress'],
    page: pages.blockPublicAccessExamples,
  },
  {
    name: 'exclusions may not be read under block-ingress, which lets NAT gateways out anyway',
    change: (n) => {
      setPublicAccess(n, 'block-ingress');
      n.deny('vpcBlockPublicAccessExclusions');
    },
    ...reachable,
    speaks: { 'missing-permission': 'note' },
    silent: ['bpa-blocks-egress'],
    page: pages.blockPublicAccessExamples,
  },
  {
    name: "a participant's own mode is being changed, while the subnets of the owner show theirs",
    change: (n) => {
      for (const subnet of n.all.subnets) subnet.ownerId = '210987654321';
      for (const options of n.all.vpcBlockPublicAccessOptions) options.state = 'update-in-progress';
    },
    ...reachable,
    speaks: {},
    silent: ['bpa-blocks-egress'],
    page: pages.blockPublicAccess,
  },
  {
    name: 'the gateway (edge) route table drops the replies to one NAT gateway',
    change: dropReplies,
    ...firstOnly('blocked'),
    speaks: { 'blackhole-route': 'error', ...uneven },
    silent: ['path-blocked'],
    page: pages.gatewayRouteTables,
  },
  {
    name: 'a gateway (edge) route table that is only being associated would drop the replies to one NAT gateway',
    change: (n) => {
      dropReplies(n);
      for (const association of n.routeTable('edge').associations) association.state = 'associating';
    },
    ...firstOnly('unknown'),
    speaks: uneven,
    silent: ['path-blocked'],
    open: ['egress-path-unverified', 'blackhole-route'],
    page: pages.routeTableAssociation,
    uncertain: 'AWS does not say which table serves while an association is changing',
  },
  {
    name: 'a gateway (edge) route table drops replies, and whether they come back that way is out of sight',
    change: (n) => {
      dropReplies(n);
      publicTableLeadsTo(n, addTransitGateway(n, 'public-a', 'public-b', 'public-c'));
    },
    ...allThree('unknown'),
    speaks: { 'egress-path-unverified': 'note' },
    silent: ['path-blocked'],
    page: pages.gatewayRouteTables,
    uncertain: 'replies through the transit gateway do not meet the table of the internet gateway',
  },
  {
    name: "the public table drops the replies to one of the function's subnets",
    change: (n) => n.addRoute('public', '10.0.11.0/24', { kind: 'none' }, { state: 'blackhole' }),
    ...firstOnly('blocked'),
    speaks: { 'blackhole-route': 'error', ...uneven },
    silent: ['path-blocked'],
    page: pages.subnetRouteTables,
  },
  {
    name: 'the public table leads to an endpoint of the own VPC that no longer exists',
    change: (n) => publicTableLeadsTo(n, { kind: 'vpc-endpoint', id: 'vpce-0f1e2d3c4b5a69788' }),
    ...blocked,
    speaks: { 'nat-gateway-no-igw-path': 'error' },
    silent: ['path-blocked', 'egress-path-unverified'],
    page: pages.natGatewayTroubleshooting,
  },
  {
    name: 'the public table leads to a NAT gateway of the own VPC that no longer exists',
    change: (n) => publicTableLeadsTo(n, { kind: 'nat-gateway', id: 'nat-00000000000000009' }),
    ...blocked,
    speaks: { 'nat-gateway-no-igw-path': 'error' },
    silent: ['path-blocked', 'egress-path-unverified'],
    page: pages.natGatewayTroubleshooting,
  },
  {
    name: 'the public table leads to a transit gateway that is not attached in one zone of the NAT gateways',
    change: (n) => publicTableLeadsTo(n, addTransitGateway(n, 'public-a', 'public-b')),
    verdicts: { 'private-a': 'unknown', 'private-b': 'unknown', 'private-c': 'blocked' },
    verdict: 'partial',
    speaks: { 'tgw-attachment-az-gap': 'error', 'egress-path-unverified': 'note' },
    silent: ['path-blocked'],
    open: ['inconsistent-subnet-egress'],
    page: pages.transitGateway,
  },
  {
    name: 'the public table leads to another NAT gateway, which is deleted',
    change: (n) => {
      publicTableLeadsTo(n, { kind: 'nat-gateway', id: n.natGateway('nat-b').id });
      n.route('private-b').target = n.route('private-a').target;
      n.natGateway('nat-b').state = 'deleted';
    },
    ...blocked,
    speaks: { 'nat-gateway-no-igw-path': 'error' },
    silent: ['path-blocked', 'egress-path-unverified'],
    open: ['nat-gateway-not-available', 'nat-gateway-cross-az'],
    page: pages.natGatewayTroubleshooting,
  },
  {
    name: "a NAT instance whose subnet's table leads to an endpoint of the own VPC that no longer exists",
    change: (n) => {
      addNatInstance(n);
      n.associate('public-a', 'main');
      n.addRoute('main', '0.0.0.0/0', { kind: 'vpc-endpoint', id: 'vpce-0f1e2d3c4b5a69788' });
    },
    ...firstOnly('blocked'),
    speaks: { 'path-blocked': 'error', ...uneven },
    silent: ['egress-path-unverified'],
    page: pages.natInstance,
  },
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
    name: 'a NAT gateway whose address is being associated, in a subnet without a way out',
    change: (n) => {
      for (const address of n.natGateway('nat-a').addresses) address.status = 'associating';
      n.removeRoute('public');
    },
    ...blocked,
    speaks: { 'nat-gateway-no-igw-path': 'error' },
    silent: ['path-blocked'],
    page: pages.natGatewayTroubleshooting,
  },
  {
    name: 'a NAT gateway with a proxy appliance, in a subnet without a way out',
    change: (n) => {
      n.natGateway('nat-a').appliances.push('network-firewall-proxy');
      n.removeRoute('public');
    },
    ...blocked,
    speaks: { 'nat-gateway-no-igw-path': 'error' },
    silent: ['path-blocked'],
    page: pages.natGatewayTroubleshooting,
  },
  {
    name: 'a public NAT gateway that has no public address',
    change: (n) => {
      for (const address of n.natGateway('nat-a').addresses) address.publicIp = null;
    },
    ...firstOnly('blocked'),
    speaks: { 'nat-address-failed': 'error', ...uneven },
    silent: ['path-blocked', 'nat-gateway-no-igw-path', 'private-nat-used-for-internet'],
    page: pages.natGatewayTroubleshooting,
  },
  {
    name: 'a NAT gateway that has no public address and does not say whether it should have one',
    change: (n) => {
      n.natGateway('nat-a').connectivityType = null;
      for (const address of n.natGateway('nat-a').addresses) address.publicIp = null;
    },
    ...firstOnly('blocked'),
    speaks: { 'nat-address-failed': 'error', ...uneven },
    silent: ['path-blocked', 'nat-gateway-no-igw-path', 'private-nat-used-for-internet'],
    page: pages.natGateway,
  },
  {
    name: 'a regional NAT gateway whose addresses are being associated, in a VPC without an internet gateway',
    change: (n) => {
      for (const address of useRegionalNatGateway(n, 'automatic').addresses) address.status = 'associating';
      n.internetGateway().attachments = [];
    },
    ...blocked,
    speaks: { 'igw-not-attached': 'error' },
    silent: ['path-blocked'],
    page: pages.internetGateway,
  },
  {
    name: 'a regional NAT gateway in automatic mode that shows no address',
    change: (n) => {
      useRegionalNatGateway(n, 'automatic').addresses = [];
    },
    ...allThree('unknown'),
    speaks: {},
    silent: ['path-blocked', 'nat-gateway-no-igw-path'],
    open: ['egress-path-unverified', 'regional-nat-az-gap'],
    page: pages.regionalNatGateways,
    uncertain: 'an available NAT gateway has addresses, so the answer of AWS is incomplete',
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
];
