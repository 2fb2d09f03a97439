import type { AccessPoint, MountTarget } from '../../model/kinds/access-points.ts';
import { itemsOf, type World } from '../../network/world.ts';

type Context = Pick<World, 'accessPoints'>;

export const mountTargetsOf = ({ mountTargets }: AccessPoint): readonly MountTarget[] =>
  mountTargets?.status === 'known' ? mountTargets.value : [];

/** The mount target to which an interface belongs, in words; null for any other interface. */
export const mountTargetName = ({ accessPoints }: Context, networkInterfaceId: string): string | null => {
  for (const point of itemsOf(accessPoints))
    for (const { id, networkInterfaceId: own } of mountTargetsOf(point))
      if (own === networkInterfaceId) return `mount target ${id} of ${point.fileSystemId ?? point.id}`;
  return null;
};
