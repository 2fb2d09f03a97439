import { z } from 'zod';
import * as id from '../ids.ts';
import { openEnum, readOf } from '../section.ts';

/**
 * Where a file system can be mounted from: an address in one subnet, which stands for the subnet's zone.
 * https://docs.aws.amazon.com/efs/latest/ug/API_MountTargetDescription.html
 */
export const MountTarget = z.strictObject({
  id: id.MountTargetId,
  vpcId: id.VpcId.nullable(),
  subnetId: id.SubnetId,
  availabilityZoneId: z.string().nullable(),
  networkInterfaceId: id.NetworkInterfaceId.nullable(),
  ipAddress: z.string().nullable(),
  ipv6Address: z.string().nullable(),
  state: openEnum(['creating', 'available', 'updating', 'deleting', 'deleted', 'error']),
});
export type MountTarget = z.infer<typeof MountTarget>;

/**
 * An access point of a file system that a function mounts.
 * https://docs.aws.amazon.com/lambda/latest/dg/configuration-filesystem.html
 */
export const AccessPoint = z.strictObject({
  id: id.AccessPointId,
  /** null where nothing that was read names it. */
  fileSystemId: id.FileSystemId.nullable(),
  /** null for a file system of S3 Files, whose mount targets are not read. */
  mountTargets: readOf(z.array(MountTarget).readonly()).nullable(),
});
export type AccessPoint = z.infer<typeof AccessPoint>;

export default AccessPoint;
