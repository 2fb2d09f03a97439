import { aclRule, addAclRules, groupRule } from '../../support/resources.ts';
import { addDatabase, addInterface, addSubnet, interfaceId, otherVpcId, withDatabase } from '../../support/targets.ts';
import { pages } from '../pages.ts';
import { allThree, type TruthRow } from '../row.ts';
import { blockedBy, partialBy, reachable, unknown } from './outcomes.ts';

const page = pages.securityGroupRules;
const database = `${interfaceId('10.0.40.7')}:5432`;
const closed = 'private-target-sg-ingress-missing';
const silent = ['path-blocked', 'no-internet-route', 'target-subnet-nacl-blocks'];

/** Targets named by an interface. */
export const interfaces: readonly TruthRow[] = [
  {
    name: 'the interface of a database that lets the function in',
    change: (n) => addDatabase(n),
    target: database,
    ...reachable,
    silent: [...silent, closed],
    page,
  },
  {
    name: 'an interface of two addresses, one of which the network ACL of its subnet shuts off',
    change: withDatabase((n) => {
      const second = { address: '10.0.40.99', publicIp: null, primary: false };
      n.networkInterface('10.0.40.7').privateIpAddresses.push(second);
      addAclRules(n, 'private', 'egress', aclRule(90, 'deny', '10.0.40.99/32', 'all'));
    }),
    target: database,
    ...partialBy('nacl-blocks-outbound', 1, 2),
    silent: [...silent, closed],
    page: pages.networkAclRules,
  },
  {
    name: 'an interface whose first group is closed and whose second lets the function in',
    change: withDatabase((n) => {
      n.networkInterface('10.0.40.7').securityGroupIds.unshift(n.addSecurityGroup('shut', {}));
    }),
    target: database,
    ...reachable,
    silent: [...silent, closed],
    page,
  },
  {
    name: 'an interface that is attached to nothing, behind which nobody answers',
    change: withDatabase((n) => {
      n.networkInterface('10.0.40.7').status = 'available';
    }),
    target: database,
    ...unknown,
    silent: [...silent, closed],
    page: pages.networkInterfaceStatus,
    uncertain: 'what takes the address later is not known',
  },
  {
    name: 'the interface of an instance that is stopped',
    change: withDatabase((n) => {
      const id = 'i-0a1b2c3d4e5f60718';
      n.all.instances.push({ id, name: 'db', vpcId: n.vpc().id, state: 'stopped' });
      n.networkInterface('10.0.40.7').instanceId = id;
    }),
    target: '10.0.40.7:5432',
    ...unknown,
    silent: [...silent, closed, 'nat-instance-not-running'],
    page: pages.instanceLifecycle,
    uncertain: 'whether somebody starts it again is not known',
  },
  {
    name: 'an interface that is attached to nothing, with a group that lets nobody in',
    change: withDatabase((n) => {
      n.networkInterface('10.0.40.7').status = 'available';
      n.securityGroup('db').ingress = [];
    }),
    target: database,
    ...blockedBy(closed),
    silent,
    page: pages.networkInterfaceStatus,
  },
  {
    name: 'an interface that is in none of the answers',
    change: null,
    target: database,
    ...unknown,
    silent: [...silent, closed, 'missing-permission'],
    page: pages.vpcSharing,
    uncertain: 'the interface may be gone or belong to another account',
  },
  {
    name: 'an interface in another VPC to which nothing leads',
    change: (n) => {
      addSubnet(n, 'far-a', { cidr: '10.1.40.0/24', beside: 'private-a', vpcId: otherVpcId, rules: 'far' });
      const open = n.addSecurityGroup('open', { ingress: [groupRule('0.0.0.0/0', 'all')] });
      addInterface(n, 'far-a', '10.1.40.7', open);
    },
    target: `${interfaceId('10.1.40.7')}:5432`,
    ...allThree('blocked'),
    speaks: { 'path-blocked': 'error' },
    silent: ['no-internet-route', 'target-subnet-nacl-blocks', closed],
    page: pages.reachabilityCodes,
  },
  {
    name: 'one of the groups of an interface is in none of the answers, another lets the function in',
    change: withDatabase((n) => n.networkInterface('10.0.40.7').securityGroupIds.unshift('sg-0f0e0d0c0b0a09080')),
    target: database,
    ...reachable,
    silent: [...silent, closed, 'missing-permission'],
    page: pages.vpcSharing,
  },
  {
    name: 'the only group of an interface is in none of the answers',
    change: withDatabase((n) => {
      n.networkInterface('10.0.40.7').securityGroupIds = ['sg-0f0e0d0c0b0a09080'];
    }),
    target: database,
    ...unknown,
    silent: [...silent, closed],
    page: pages.vpcSharing,
    uncertain: 'the group may belong to an account that shares it',
  },
];

/** Two VPCs with the same addresses: an address alone does not tell which of them is meant. */
export const sameAddresses: readonly TruthRow[] = [
  {
    name: 'an interface in another VPC of the same addresses: packets to it stay in the own VPC',
    change: withDatabase((n) => {
      n.all.vpcs.push({ ...n.vpc(), id: otherVpcId, name: 'twin' });
      addSubnet(n, 'twin-a', { cidr: '10.0.40.0/24', beside: 'private-a', vpcId: otherVpcId, rules: 'twin' });
      const { id } = n.subnet('twin-a');
      n.all.networkInterfaces.push({
        ...n.networkInterface('10.0.40.7'),
        id: 'eni-0twin',
        vpcId: otherVpcId,
        subnetId: id,
      });
    }),
    target: 'eni-0twin:5432',
    ...unknown,
    silent: [...silent, closed, 'nat-instance-no-public-ip'],
    page: pages.peeringOverlap,
    uncertain: 'a route more specific than local could lead out of the VPC by a device',
  },
];
