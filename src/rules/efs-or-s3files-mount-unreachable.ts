import { defineRule } from './rule.ts';
import { missingMountTarget } from './shared/missing-mount-target.ts';
import { mountTargetName } from './shared/mount-target.ts';
import { targetGroupDraft } from './shared/target-group.ts';

export default defineRule({
  id: 'efs-or-s3files-mount-unreachable',
  severity: 'error',
  title: 'A file system of the function cannot be mounted from one of its subnets',
  symptom:
    'Calls fail before the code runs, with EFSMountTimeoutException or EFSMountConnectivityException, always or only in some of the zones.',
  why: 'Lambda mounts a file system by NFS, through the mount target in the zone of the subnet in which the function runs. It needs one in every zone of the function, and the security groups of the mount target have to let tcp 2049 in.',
  fix: "Create a mount target in each zone of the function, and let tcp 2049 into its security groups from the function's group.",
  traps:
    'A function that is only configured for it is asked about it as detected, so that this is at most a warning. A mount target in another zone is not taken for one of the own, since AWS asks for one in each zone. Mount targets in a peered VPC count by their zone ids. Mount targets of S3 Files are not read, so their answers are unknown. Route tables and network ACLs in front of a mount target have findings of their own, and so has a state of the function that names the file system.',
  references: [
    'https://docs.aws.amazon.com/lambda/latest/dg/configuration-filesystem.html',
    'https://docs.aws.amazon.com/lambda/latest/dg/configuration-filesystem-cross-account.html',
    'https://docs.aws.amazon.com/efs/latest/ug/network-access.html',
  ],
  raCode: 'ENI_SG_RULES_MISMATCH',
  needs: ['accessPoints', 'networkInterfaces', 'securityGroups'],
  onlyOfTrouble: true,
  *check(context) {
    for (const cause of context.causes('target-security-group')) {
      const name = mountTargetName(context.world, cause.blocker.hostId);
      if (name !== null) yield targetGroupDraft(context, cause, name);
    }
    for (const question of context.openQuestions) yield* missingMountTarget(context, question);
  },
});
