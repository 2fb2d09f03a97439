import { AccessPointId, FileSystemId } from '../model/ids.ts';
import type { AccessPoint } from '../model/kinds/access-points.ts';
import { required } from './answer.ts';
import { defineNamedCollector } from './collector.ts';
import { attempted } from './function-read.ts';
import type { FoundMountTarget } from './mount-targets.ts';
import { unlessGone } from './unless-gone.ts';

const action = 'elasticfilesystem:DescribeMountTargets';

/** An access point as a function names it: its last part is the id, and one of S3 Files names its file system too. */
const partsOf = (arn: string) => {
  const [resource = '', ...parts] = arn.split('/');
  const isOfEfs = resource.split(':')[2] === 'elasticfilesystem';
  return {
    id: required(AccessPointId, parts.at(-1)),
    isOfEfs,
    fileSystemId: isOfEfs ? null : (FileSystemId.safeParse(parts[0]).data ?? null),
  };
};

type Find = (id: AccessPoint['id']) => Promise<readonly FoundMountTarget[]>;

/** Nothing where there is no such access point. */
const accessPointOf = async (arn: string, find: Find): Promise<readonly AccessPoint[]> => {
  const { id, isOfEfs, fileSystemId } = partsOf(arn);
  if (!isOfEfs) return [{ id, fileSystemId, mountTargets: null }];
  const read = await attempted(action, unlessGone(find(id)));
  if (read.status === 'unavailable') return [{ id, fileSystemId, mountTargets: read }];
  const { value: found } = read;
  if (found === null) return [];
  const value = found.map(({ mountTarget }) => mountTarget).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return [{ id, fileSystemId: found[0]?.fileSystemId ?? null, mountTargets: { status: 'known', value } }];
};

/** The client of Amazon EFS is loaded only where a function mounts a file system. */
export default defineNamedCollector({
  kind: 'accessPoints',
  actions: [action],
  scope: 'named',
  async collect(aws, functions) {
    const arns = [...new Set(functions.flatMap(({ fileSystems = [] }) => fileSystems))].sort();
    if (arns.length === 0) return [];
    const { mountTargetFinder } = await import('./mount-targets.ts');
    const find = mountTargetFinder(aws);
    return (await Promise.all(arns.map((arn) => accessPointOf(arn, find)))).flat();
  },
});
