import { EFSClient, type MountTargetDescription, paginateDescribeMountTargets } from '@aws-sdk/client-efs';
import { FileSystemId, MountTargetId, NetworkInterfaceId, SubnetId, VpcId } from '../model/ids.ts';
import { type AccessPoint, MountTarget } from '../model/kinds/access-points.ts';
import { openWord, optional, required, text } from './answer.ts';
import type { Aws } from './aws.ts';
import { smallPageSize as pageSize, readPages } from './pages.ts';

export const fromAws = (raw: MountTargetDescription): MountTarget => ({
  id: required(MountTargetId, raw.MountTargetId),
  vpcId: optional(VpcId, raw.VpcId),
  subnetId: required(SubnetId, raw.SubnetId),
  availabilityZoneId: text(raw.AvailabilityZoneId),
  networkInterfaceId: optional(NetworkInterfaceId, raw.NetworkInterfaceId),
  ipAddress: text(raw.IpAddress),
  ipv6Address: text(raw.Ipv6Address),
  state: openWord(MountTarget.shape.state, raw.LifeCycleState),
});

export interface FoundMountTarget {
  readonly fileSystemId: FileSystemId;
  readonly mountTarget: MountTarget;
}

/** Reads the mount targets of the file systems behind access points. */
export const mountTargetFinder = (aws: Aws) => {
  const client = aws.client((settings) => new EFSClient(settings));
  return (accessPointId: AccessPoint['id']): Promise<readonly FoundMountTarget[]> =>
    readPages(
      paginateDescribeMountTargets({ client, pageSize }, { AccessPointId: accessPointId }, aws.options),
      (page) => page.MountTargets,
      (raw) => ({ fileSystemId: required(FileSystemId, raw.FileSystemId), mountTarget: fromAws(raw) }),
    );
};
