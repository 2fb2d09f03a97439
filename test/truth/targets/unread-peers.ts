import type { Kind } from '../../../src/model/sections.ts';
import type { Network } from '../../support/network.ts';
import { acrossPeering, peer } from '../../support/peer-vpc.ts';
import { aclRule, setAclRules } from '../../support/resources.ts';
import { otherVpcId } from '../../support/targets.ts';
import { pages } from '../pages.ts';
import { allThree, type TruthRow } from '../row.ts';
import { readMatters, readMattersNot } from './outcomes.ts';

const target = '10.1.40.7:5432';
const silent = ['peering-problem', 'egress-path-unverified', 'path-blocked', 'no-internet-route'];

/** A route leads to a peered VPC, and one read about it failed. */
const unreadPeer = (n: Network, section: Kind = 'networkAcls'): void => {
  peer(n);
  n.denyOfVpc(otherVpcId, section, 'throttled');
};

const ofPeer = (section: Kind): TruthRow => ({
  name: `${section} of a peered VPC could not be read`,
  change: (n) => unreadPeer(n, section),
  target,
  ...allThree('unknown'),
  speaks: readMatters,
  silent,
  page: pages.ec2Permissions,
});

/** What could not be read of a peered VPC decides on packets to that VPC and on no others. */
export const unreadPeers: readonly TruthRow[] = [
  ofPeer('networkAcls'),
  ofPeer('networkInterfaces'),
  ofPeer('routeTables'),
  ofPeer('securityGroups'),
  ofPeer('subnets'),
  ofPeer('vpcs'),
  {
    name: 'a peered VPC that could not be read leaves the internet as it is',
    change: (n) => unreadPeer(n),
    ...allThree('reachable'),
    speaks: readMattersNot,
    silent,
    page: pages.ec2Permissions,
  },
  {
    name: 'a peered VPC that could not be read leaves the addresses of the own VPC as they are',
    change: (n) => unreadPeer(n, 'subnets'),
    target: '10.0.200.7:5432',
    ...allThree('blocked'),
    speaks: { 'path-blocked': 'error', ...readMattersNot },
    silent: ['peering-problem', 'egress-path-unverified', 'no-internet-route'],
    page: pages.subnets,
    inferred: 'every interface has its address from a subnet',
  },
  {
    name: 'a group of a peered VPC that could not be read, as a target',
    change: (n) => unreadPeer(n, 'networkInterfaces'),
    target: 'sg-0peerdb:5432',
    ...allThree('unknown'),
    speaks: readMatters,
    silent,
    page: pages.ec2Permissions,
  },
  {
    name: 'an interface that may be in a peered VPC that could not be read, as a target',
    change: (n) => unreadPeer(n, 'networkInterfaces'),
    target: 'eni-0a1a2a3a4a5a6a7a8:5432',
    ...allThree('unknown'),
    speaks: readMatters,
    silent,
    page: pages.ec2Permissions,
  },
  {
    name: "a rule of the function's group that names a group of a peered VPC that could not be read",
    change: (n) => {
      unreadPeer(n, 'networkInterfaces');
      const rule = acrossPeering(n, 'active');
      Object.assign(rule.peer, { id: 'sg-0peerdb', vpcId: otherVpcId });
      n.securityGroup().egress = [rule];
    },
    target,
    ...allThree('unknown'),
    speaks: readMatters,
    silent,
    page: pages.peeringGroups,
  },
  {
    name: 'a peered VPC that could not be read, and a network ACL that lets replies in from the own VPC only',
    change: (n) => {
      unreadPeer(n);
      setAclRules(n, 'private', 'ingress', aclRule(100, 'allow', '10.0.0.0/16', 'all'));
    },
    target,
    ...allThree('blocked'),
    speaks: { 'nacl-blocks-return-traffic': 'error', ...readMattersNot },
    silent,
    page: pages.networkAcls,
  },
];
