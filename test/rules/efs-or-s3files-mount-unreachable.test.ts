import {
  accessPointId,
  addFileSystem,
  fileSystemTarget,
  mountTargets,
  withFileSystem,
} from '../support/file-systems.ts';
import { groupReference } from '../support/resources.ts';
import { asking, testRule } from '../support/rule-test.ts';
import { addDatabase, port5432 } from '../support/targets.ts';

const nfs = [2049, 2049] as const;
const fileSystem = (): string => 'fs-0a1b';
const withoutZoneA = withFileSystem((n) => mountTargets(n).shift());

testRule('efs-or-s3files-mount-unreachable', {
  asks: [asking(fileSystemTarget)],
  passes: {
    'a mount target in each zone lets the function in': (n) => addFileSystem(n),
    'the mount targets of S3 Files are not read': withFileSystem((n) => {
      for (const each of n.all.accessPoints) each.mountTargets = null;
    }),
    'the access point was not found': withFileSystem((n) => n.all.accessPoints.splice(0)),
    'the mount targets may not be read': withFileSystem((n) => {
      const action = 'elasticfilesystem:DescribeMountTargets';
      for (const each of n.all.accessPoints)
        each.mountTargets = { status: 'unavailable', action, reason: 'access denied' };
    }),
    'the function lets nothing out, which is the root cause': (n) => {
      addFileSystem(n, groupReference(n.securityGroup('default').id, nfs));
      n.securityGroup().egress = [];
    },
    'a zone in which the function is not has no mount target': withFileSystem((n) => {
      n.network().subnetIds = [n.subnet('private-b').id];
      mountTargets(n).shift();
    }),
  },
  flags: {
    'the group of the mount targets lacks tcp 2049': [
      (n) => addFileSystem(n, groupReference(n.securityGroup().id, [443, 443])),
      {
        severity: 'error',
        resource: () => 'sg-0efs',
        message:
          /^Security group sg-0efs of mount target fsmt-0a of fs-0a1b lets in only tcp 443 from sg-\w+: connections of orders-api to tcp 2049 are dropped\.$/,
        commands: (n) => [
          `aws ec2 authorize-security-group-ingress --group-id sg-0efs --ip-permissions 'IpProtocol=tcp,FromPort=2049,ToPort=2049,UserIdGroupPairs=[{GroupId=${n.securityGroup().id}}]'`,
        ],
      },
    ],
    'a zone has no mount target': [
      withoutZoneA,
      {
        severity: 'warning',
        resource: fileSystem,
        destination: 'euw1-az1',
        message:
          /^The file system of fsap-\w+ has no mount target in zone euw1-az1, and AWS asks for one in every zone of the function: whether orders-api can mount it from subnet-\w+ cannot be told\.$/,
        commands: (n) => [
          `aws efs create-mount-target --file-system-id fs-0a1b --subnet-id ${n.subnet('private-a').id} --security-groups sg-0efs`,
        ],
      },
    ],
    'the other mount targets are in another VPC': [
      withFileSystem((n) => {
        mountTargets(n).shift();
        for (const each of mountTargets(n)) each.vpcId = 'vpc-0f0e0d0c0b0a09080';
      }),
      {
        severity: 'warning',
        resource: fileSystem,
        message: /has no mount target in zone euw1-az1/,
        fixCommand: /--subnet-id '<subnet in euw1-az1>'/,
      },
    ],
    'a mount target is being created': [
      withFileSystem((n) => {
        for (const each of mountTargets(n).slice(0, 1)) each.state = 'creating';
      }),
      {
        severity: 'warning',
        resource: fileSystem,
        message: /^Mount target fsmt-0a of fsap-\w+ in zone euw1-az1 is creating: /,
        fixText: /again when the mount target is available/,
      },
    ],
  },
  skips: {
    accessPoints: withoutZoneA,
    networkInterfaces: withoutZoneA,
    securityGroups: withoutZoneA,
  },
});

testRule('efs-or-s3files-mount-unreachable', {
  asks: [asking('10.0.40.7:5432')],
  passes: {
    'another interface than that of a mount target': (n) => {
      addFileSystem(n);
      addDatabase(n, groupReference(n.securityGroup('default').id, port5432));
    },
  },
  flags: {
    'the interface of a mount target is asked for by its address': [
      (n) => addFileSystem(n, groupReference(n.securityGroup('default').id, nfs)),
      {
        question: asking('10.0.51.9:2049'),
        severity: 'error',
        resource: () => 'sg-0efs',
        message: /of mount target fsmt-0a of fs-0a1b/,
      },
    ],
  },
});

testRule('efs-or-s3files-mount-unreachable', {
  asks: [{ ...asking(fileSystemTarget), origin: 'detected' }],
  passes: { 'nothing is wrong': (n) => addFileSystem(n) },
  flags: {
    'there is no mount target at all': [
      withFileSystem((n) => mountTargets(n).splice(0)),
      {
        severity: 'warning',
        resource: fileSystem,
        message: new RegExp(`^The file system of ${accessPointId} has no mount target: whether orders-api`),
        fixCommand: /--security-groups '<security group>'/,
      },
    ],
  },
});
