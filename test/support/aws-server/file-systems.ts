import type { MountTarget } from '../../../src/model/kinds/access-points.ts';
import { AwsError } from './aws-error.ts';
import type { AwsCall } from './call.ts';
import { word } from './ec2/words.ts';
import { jsonReply, type Reply } from './reply.ts';
import { denial, itemsOf, type World } from './world.ts';
import type { AwsShape } from './xml.ts';

const action = 'DescribeMountTargets';

/** https://docs.aws.amazon.com/efs/latest/ug/API_MountTargetDescription.html */
const shape = (target: MountTarget, fileSystemId: string, world: World): AwsShape =>
  Object.fromEntries(
    Object.entries({
      OwnerId: world.account,
      MountTargetId: target.id,
      FileSystemId: fileSystemId,
      SubnetId: target.subnetId,
      LifeCycleState: word(target.state),
      IpAddress: target.ipAddress,
      Ipv6Address: target.ipv6Address,
      NetworkInterfaceId: target.networkInterfaceId,
      AvailabilityZoneId: target.availabilityZoneId,
      VpcId: target.vpcId,
    }).filter(([, value]) => value !== null),
  );

/** The mount targets of the file system behind an access point, in pages. */
export const answerFileSystems = (call: AwsCall, world: World): Reply => {
  if (call.action !== action) throw new AwsError(404, 'UnknownOperationException', `${call.action} is not supported`);
  const id = call.parameters['AccessPointId'];
  const points = itemsOf(world.sections.accessPoints, world, call.service, action);
  const point = points.find((each) => each.id === id);
  if (point === undefined || point.mountTargets === null)
    throw new AwsError(404, 'AccessPointNotFound', `Access point '${id}' does not exist.`);
  if (point.mountTargets.status === 'unavailable')
    throw denial(call.service, action, world.account, point.mountTargets.reason);
  const start = Number(call.parameters['Marker'] ?? 0);
  const end = start + Math.min(Number(call.parameters['MaxItems'] ?? 10), world.pageSize ?? 100);
  const targets = point.mountTargets.value;
  return jsonReply(200, {
    MountTargets: targets.slice(start, end).map((each) => shape(each, point.fileSystemId ?? 'fs-0', world)),
    ...(end < targets.length ? { NextMarker: String(end) } : {}),
  });
};
