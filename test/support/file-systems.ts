import type { MountTarget } from '../../src/model/kinds/access-points.ts';
import type { SecurityGroupRule } from '../../src/model/kinds/security-groups.ts';
import type { Mutable, Network } from './network.ts';
import { groupReference } from './resources.ts';
import { addInterface, addSubnet } from './targets.ts';

export const accessPointId = 'fsap-0a1b2c3d4e5f60718';
export const accessPointArn = `arn:aws:elasticfilesystem:eu-west-1:123456789012:access-point/${accessPointId}` as const;
export const fileSystemTarget = `${accessPointId}:2049`;

const nfs = [2049, 2049] as const;

const zones = [
  ['a', '10.0.51.9'],
  ['b', '10.0.52.9'],
  ['c', '10.0.53.9'],
] as const;

const mountTarget = (n: Network, zone: string, address: string): Mutable<MountTarget> => {
  const subnet = n.subnet(`efs-${zone}`);
  return {
    id: `fsmt-0${zone}`,
    vpcId: subnet.vpcId,
    subnetId: subnet.id,
    availabilityZoneId: subnet.availabilityZoneId,
    networkInterfaceId: n.networkInterface(address).id,
    ipAddress: address,
    ipv6Address: null,
    state: 'available',
  };
};

/**
 * A file system that the function mounts, with a mount target in each of the three zones, in subnets of its own
 * (`efs-a`, …; route table and network ACL `efs`). Its group `efs` lets in what is given: by default tcp 2049 from the
 * function's group. https://docs.aws.amazon.com/lambda/latest/dg/configuration-filesystem.html
 */
export const addFileSystem = (n: Network, ...ingress: SecurityGroupRule[]): void => {
  const fromFunction = groupReference(n.securityGroup().id, nfs);
  const group = n.addSecurityGroup('efs', { ingress: ingress.length === 0 ? [fromFunction] : ingress });
  for (const [zone, address] of zones) {
    const cidr = address.replace(/\d+$/, '0/24');
    addSubnet(n, `efs-${zone}`, { cidr, beside: `private-${zone}`, rules: 'efs' });
    addInterface(n, `efs-${zone}`, address, group).interfaceType = 'efs';
  }
  const value = zones.map(([zone, address]) => mountTarget(n, zone, address));
  n.all.accessPoints.push({ id: accessPointId, fileSystemId: 'fs-0a1b', mountTargets: { status: 'known', value } });
  n.function().fileSystems = [accessPointArn];
};

/** The mount targets of that file system, which may be changed. */
export const mountTargets = (n: Network): Mutable<MountTarget>[] => {
  const read = n.all.accessPoints[0]?.mountTargets;
  if (read?.status !== 'known') throw new Error('there is no file system');
  return read.value;
};

/** The function's network with a file system, and a change to it. */
export const withFileSystem =
  (change: (n: Network) => void) =>
  (n: Network): void => {
    addFileSystem(n);
    change(n);
  };
