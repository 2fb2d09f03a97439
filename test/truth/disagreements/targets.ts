import { acrossPeering, addPeerVpc, withPeerVpc } from '../../support/peer-vpc.ts';
import { aclRule, addAclRules, groupReference, groupRule } from '../../support/resources.ts';
import { addDatabase, addDataSubnet, addInterface, otherVpcId, port5432, withDatabase } from '../../support/targets.ts';
import { pages } from '../pages.ts';
import { firstOnly, type TruthRow } from '../row.ts';
import { blockedBy, reachable, readMatters, uneven, unknown } from '../targets/outcomes.ts';

const database = '10.0.40.7:5432';
const peered = '10.1.40.7:5432';
const closed = 'private-target-sg-ingress-missing';
const silent = ['path-blocked', 'no-internet-route', 'target-subnet-nacl-blocks'];

/** Networks about private targets on which random packets and the engine disagreed. Each was decided from the AWS pages. */
export const targetDisagreements: readonly TruthRow[] = [
  {
    name: 'a database that is seen in a subnet that is in none of the answers',
    change: withDatabase((n) => {
      n.all.subnets = n.all.subnets.filter(({ name }) => name !== 'data-a');
    }),
    target: database,
    ...unknown,
    silent: [...silent, closed],
    page: pages.vpcSharing,
    uncertain: 'of the subnet of the interface nothing was read',
  },
  {
    name: 'a database that lets nobody in, in a subnet that is in none of the answers',
    change: (n) => {
      addDatabase(n, groupReference(n.securityGroup('default').id, port5432));
      n.all.subnets = n.all.subnets.filter(({ name }) => name !== 'data-a');
    },
    target: database,
    ...blockedBy(closed),
    silent: ['no-internet-route', 'target-subnet-nacl-blocks'],
    page: pages.securityGroupRules,
  },
  {
    name: "the table of the database's subnet is being taken away",
    change: withDatabase((n) => {
      for (const association of n.routeTable('data').associations) association.state = 'disassociating';
    }),
    target: database,
    ...unknown,
    silent: [...silent, closed],
    page: pages.routeTableAssociation,
    uncertain: 'AWS does not say which table serves while an association is changing',
  },
  {
    name: 'interfaces may not be read, and the function lets out only what carries the group of the database',
    change: withDatabase((n) => {
      n.securityGroup().egress = [groupReference(n.securityGroup('db').id, port5432)];
      n.deny('networkInterfaces');
    }),
    target: database,
    ...unknown,
    speaks: readMatters,
    silent: [...silent, closed, 'sg-egress-blocks-destination'],
    page: pages.ec2Permissions,
  },
  {
    name: 'an address of a peered VPC of another account that shares some of its subnets, in none of those that are seen',
    change: withPeerVpc((n, { accepter }) => {
      accepter.ownerId = '210987654321';
      n.all.vpcs = n.all.vpcs.filter(({ id }) => id !== otherVpcId);
      n.subnet('peer-a').ownerId = '210987654321';
    }),
    target: '10.1.50.7:5432',
    ...unknown,
    silent: [...silent, 'peering-problem'],
    page: pages.vpcSharing,
    uncertain: 'only the owner of a VPC sees all of its subnets',
  },
  {
    name: 'a peering connection neither side of which is said to be the own VPC',
    change: withPeerVpc((_, { requester }) => {
      requester.vpcId = null;
    }),
    target: peered,
    ...unknown,
    silent: [...silent, 'peering-problem'],
    page: pages.peering,
    uncertain: 'which side is the other one is not said',
  },
  {
    name: 'the function lets out only what carries a group of the peered VPC, over a connection that is deleted by now',
    change: (n) => {
      addPeerVpc(n);
      const rule = acrossPeering(n, 'deleted');
      if (rule.peer.kind === 'security-group')
        Object.assign(rule.peer, { id: n.securityGroup('peerdb').id, vpcId: otherVpcId });
      n.securityGroup().egress = [rule];
    },
    target: peered,
    ...blockedBy('sg-egress-blocks-destination'),
    silent: ['path-blocked', 'peering-problem', 'target-subnet-nacl-blocks'],
    page: pages.peeringGroups,
  },
  {
    name: 'two interfaces in the subnet of the function, to which its table has a blackhole: each has its own groups',
    change: (n) => {
      const open = n.addSecurityGroup('open', { ingress: [groupRule('10.0.0.0/16', port5432)] });
      addInterface(n, 'private-a', '10.0.11.40', open);
      addInterface(n, 'private-a', '10.0.11.41', n.addSecurityGroup('shut', {}));
      n.addRoute('private-a', '10.0.11.0/24', { kind: 'none' }, { state: 'blackhole' });
      n.network().subnetIds = [n.subnet('private-a').id];
    },
    target: '10.0.11.40/31:5432',
    verdicts: { 'private-a': 'partial' },
    verdict: 'partial',
    shares: { 'private-a': [1, 2] },
    speaks: { [closed]: 'error', 'single-az': 'warning' },
    silent: ['path-blocked', 'blackhole-route', 'target-subnet-nacl-blocks'],
    page: pages.gatewayRouteTables,
  },
  {
    name: "the network ACL of the database's subnet keeps out the address of one NAT gateway alone, which no packet to it has",
    change: (n) => {
      addDataSubnet(n);
      addInterface(
        n,
        'data-a',
        '10.0.40.7',
        n.addSecurityGroup('db', { ingress: [groupRule('10.0.0.0/16', port5432)] }),
      );
      addAclRules(n, 'data', 'ingress', aclRule(90, 'deny', '10.0.1.25/32', 'all'));
    },
    target: database,
    ...reachable,
    silent: [...silent, closed],
    page: pages.networkAcls,
  },
  {
    name: "through a NAT gateway the network ACL of the database's subnet sees the address of the NAT gateway",
    change: (n) => {
      addDatabase(n, groupRule('10.0.0.0/16', port5432));
      for (const direction of ['ingress', 'egress'] as const)
        addAclRules(n, 'data', direction, aclRule(90, 'deny', '10.0.1.25/32', 'all'));
      n.addRoute('private-a', '10.0.40.0/24', { ...n.route('private-a').target });
    },
    target: database,
    ...firstOnly('blocked'),
    speaks: { 'target-subnet-nacl-blocks': 'error', ...uneven },
    silent: ['path-blocked', closed],
    page: pages.natGatewayBasics,
  },
];
