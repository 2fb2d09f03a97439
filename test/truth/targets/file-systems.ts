import { addFileSystem, fileSystemTarget, mountTargets, withFileSystem } from '../../support/file-systems.ts';
import { addPeerVpc } from '../../support/peer-vpc.ts';
import { aclRule, addAclRules, groupReference, groupRule } from '../../support/resources.ts';
import { pages } from '../pages.ts';
import { allThree, firstOnly, type TruthRow } from '../row.ts';
import { blockedBy, reachable, uneven, unknown } from './outcomes.ts';

const target = fileSystemTarget;
const page = pages.fileSystems;
const rule = 'efs-or-s3files-mount-unreachable';
const silent = ['path-blocked', 'no-internet-route', 'private-target-sg-ingress-missing', 'missing-permission'];
const one = { ...firstOnly('unknown'), speaks: { [rule]: 'warning', ...uneven } } as const;

/** File systems of Amazon EFS and S3 Files, by the mount target in each zone. */
export const fileSystems: readonly TruthRow[] = [
  {
    name: 'a mount target in every zone that lets the function in',
    change: (n) => addFileSystem(n),
    target,
    ...reachable,
    silent: [...silent, rule],
    page,
  },
  {
    name: 'the groups of the mount targets let the subnets of the function in by their ranges',
    change: (n) => addFileSystem(n, groupRule('10.0.0.0/16', [2049, 2049])),
    target,
    ...reachable,
    silent: [...silent, rule],
    page,
  },
  {
    name: 'the group of the mount targets lets in another group only',
    change: (n) => addFileSystem(n, groupReference(n.securityGroup('default').id, [2049, 2049])),
    target,
    ...blockedBy(rule),
    silent,
    page,
  },
  {
    name: 'the group of the mount targets lets https in',
    change: (n) => addFileSystem(n, groupReference(n.securityGroup().id, [443, 443])),
    target,
    ...blockedBy(rule),
    silent,
    page,
  },
  {
    name: 'what is only detected is a warning',
    change: (n) => addFileSystem(n, groupReference(n.securityGroup().id, [443, 443])),
    target,
    asked: 'detected',
    ...allThree('blocked'),
    speaks: { [rule]: 'warning' },
    silent,
    page,
  },
  {
    name: 'the network ACL of the mount targets drops NFS',
    change: withFileSystem((n) => addAclRules(n, 'efs', 'ingress', aclRule(90, 'deny', '0.0.0.0/0', [2049, 2049]))),
    target,
    ...blockedBy('target-subnet-nacl-blocks'),
    silent: [...silent, rule],
    page: pages.networkAclRules,
  },
  {
    name: 'the function may send https only',
    change: withFileSystem((n) => {
      n.securityGroup().egress = [groupRule('0.0.0.0/0', [443, 443])];
    }),
    target,
    ...blockedBy('sg-egress-blocks-destination'),
    silent: [...silent, rule],
    page,
  },
  {
    name: 'the mount target is in a peered VPC, in the zone of the function',
    change: (n) => {
      addPeerVpc(n, groupRule('10.0.0.0/16', [2049, 2049]));
      addFileSystem(n);
      n.network().subnetIds = [n.subnet('private-a').id];
      const far = { subnetId: n.subnet('peer-a').id, networkInterfaceId: n.networkInterface('10.1.40.7').id } as const;
      for (const each of mountTargets(n).slice(0, 1)) Object.assign(each, { ...far, ipAddress: '10.1.40.7' });
    },
    target,
    verdicts: { 'private-a': 'reachable' },
    verdict: 'reachable',
    speaks: { 'single-az': 'warning' },
    silent: [...silent, rule],
    page: pages.fileSystemsCrossAccount,
  },
  {
    name: 'a zone of the function has no mount target',
    change: withFileSystem((n) => mountTargets(n).shift()),
    target,
    ...one,
    silent,
    page,
    uncertain: 'AWS asks for a mount target in every zone and does not say what happens without one',
  },
  {
    name: 'a file system of one zone, as One Zone file systems are',
    change: withFileSystem((n) => mountTargets(n).splice(1)),
    target,
    verdicts: { 'private-a': 'reachable', 'private-b': 'unknown', 'private-c': 'unknown' },
    verdict: 'unknown',
    speaks: { [rule]: 'warning', ...uneven },
    silent,
    page,
    uncertain: 'AWS asks for a mount target in every zone and does not say what happens without one',
  },
  {
    name: 'a file system without mount targets',
    change: withFileSystem((n) => mountTargets(n).splice(0)),
    target,
    ...allThree('unknown'),
    speaks: { [rule]: 'warning' },
    silent,
    page,
    uncertain: 'that nothing answers then is not on the page',
  },
  {
    name: 'a mount target that is being created',
    change: withFileSystem((n) => {
      for (const each of mountTargets(n).slice(0, 1)) each.state = 'creating';
    }),
    target,
    ...one,
    silent,
    page,
    uncertain: 'it settles by itself',
  },
  {
    name: 'a mount target in state error',
    change: withFileSystem((n) => {
      for (const each of mountTargets(n).slice(0, 1)) each.state = 'error';
    }),
    target,
    ...one,
    silent,
    page,
    uncertain: 'what a mount target in this state still does is not documented',
  },
  {
    name: 'the mount targets may not be read',
    change: withFileSystem((n) => {
      const action = 'elasticfilesystem:DescribeMountTargets';
      for (const each of n.all.accessPoints)
        each.mountTargets = { status: 'unavailable', action, reason: 'access denied' };
    }),
    target,
    ...allThree('unknown'),
    speaks: { 'missing-permission': 'warning' },
    silent: ['path-blocked', 'egress-path-unverified', rule],
    page,
    uncertain: 'the mount targets are not known',
  },
  {
    name: 'an access point that is gone, or that of another account',
    change: withFileSystem((n) => n.all.accessPoints.splice(0)),
    target,
    ...unknown,
    silent: [...silent, rule],
    page: pages.fileSystemsCrossAccount,
    uncertain: 'an access point that was not found can be that of another account',
  },
  {
    name: 'a file system of S3 Files, whose mount targets are not read',
    change: withFileSystem((n) => {
      for (const each of n.all.accessPoints) each.mountTargets = null;
    }),
    target,
    ...unknown,
    silent: [...silent, rule],
    page,
    uncertain: 'its mount targets are not read',
  },
];
