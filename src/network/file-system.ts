import type { MountTarget } from '../model/kinds/access-points.ts';
import type { Subnet } from '../model/kinds/subnets.ts';
import type { Target } from '../model/target.ts';
import { allOfFamily, type Destination } from './destination.ts';
import type { Doubt } from './doubt.ts';
import { doubtAboutPlace } from './same-addresses.ts';
import { lookup, type World } from './world.ts';

type FileSystem = Extract<Target, { readonly kind: 'file-system' }>;

/** The mount targets of a file system, or why they are not known. */
const mountTargetsOf = (world: World, id: FileSystem['id']): readonly MountTarget[] | Doubt => {
  const found = lookup(world.accessPoints, id);
  if (found.status === 'unavailable') return found.doubt;
  if (found.status === 'missing') return { kind: 'missing', resource: id };
  const { mountTargets } = found.item;
  if (mountTargets === null)
    return {
      kind: 'not-evaluated',
      resource: id,
      what: `${id} is of S3 Files, whose mount targets are not evaluated yet`,
    };
  if (mountTargets.status === 'known') return mountTargets.value;
  const { action, reason } = mountTargets;
  return { kind: 'unavailable', section: 'accessPoints', action, reason };
};

const isDoubt = (found: readonly MountTarget[] | Doubt): found is Doubt => 'kind' in found;

/** Addresses of all mount targets of a file system; none where they are not known. */
export const mountTargetAddresses = (world: World, id: FileSystem['id']): readonly string[] => {
  const found = mountTargetsOf(world, id);
  return isDoubt(found) ? [] : found.flatMap(({ ipAddress }) => ipAddress ?? []);
};

/**
 * Where a file system is mounted from a subnet: by the mount target in the subnet's own zone, in this VPC or a peered
 * one. That Lambda uses another zone's where its own has none is not on AWS's pages, which ask for one in every zone.
 * https://docs.aws.amazon.com/lambda/latest/dg/configuration-filesystem.html
 * https://docs.aws.amazon.com/lambda/latest/dg/configuration-filesystem-cross-account.html
 */
export const fileSystemWay = (world: World, subnet: Subnet, { id, port }: FileSystem): Destination => {
  const open = (doubt: Doubt): Destination => ({ kind: 'open', doubt, port });
  const found = mountTargetsOf(world, id);
  if (isDoubt(found)) return open(found);
  const zone = subnet.availabilityZoneId;
  const near = found.filter(({ availabilityZoneId }) => zone !== null && availabilityZoneId === zone);
  const usable = near.filter(({ state }) => state === 'available');
  const [first] = near;
  const addressesOf = ({ ipAddress, ipv6Address }: MountTarget): string[] =>
    [ipAddress ?? [], ipv6Address ?? []].flat();
  const placed = usable.map((target) => ({ ...target, addresses: addressesOf(target) }));
  const elsewhere = doubtAboutPlace(world, subnet, placed);
  if (elsewhere !== null) return open(elsewhere);
  const addresses = placed.flatMap((target) => target.addresses);
  const without: Doubt = {
    kind: 'no-mount-target',
    resource: id,
    availabilityZoneId: found.length === 0 ? null : zone,
    mountTargets: found.length,
    inZone: first === undefined ? null : { id: first.id, state: first.state },
  };
  return allOfFamily(addresses, port) ?? open(without);
};
