import type { Fix } from '../../model/report.ts';
import { type Doubt, doubtText } from '../../network/doubt.ts';
import { itemsOf, lookup } from '../../network/world.ts';
import { type Draft, fixBy, type OpenQuestion, type RuleContext } from '../rule.ts';
import { command } from './command.ts';
import { mountTargetsOf } from './mount-target.ts';
import { someOf } from './words.ts';

type Context = RuleContext<'accessPoints' | 'networkInterfaces'>;
type Missing = Extract<Doubt, { readonly kind: 'no-mount-target' }>;

const pointOf = ({ world }: Context, { resource }: Missing) => {
  const found = lookup(world.accessPoints, resource);
  return found.status === 'found' ? found.item : null;
};

/** A mount target in the zone: in the function's subnet if all others are in its VPC, with the groups of the others. */
const createFix = (context: Context, doubt: Missing, { subnetIds }: OpenQuestion): Fix => {
  const point = pointOf(context, doubt);
  const others = point === null ? [] : mountTargetsOf(point);
  const subnet = context.subnets.find(({ id }) => subnetIds.includes(id));
  const isHere = others.every(({ vpcId }) => vpcId === null || vpcId === subnet?.vpcId);
  const zone = doubt.availabilityZoneId ?? 'the zone of the subnet';
  const groups = itemsOf(context.world.networkInterfaces)
    .filter(({ id }) => others.some(({ networkInterfaceId }) => networkInterfaceId === id))
    .flatMap(({ securityGroupIds }) => securityGroupIds);
  const [group] = new Set(groups);
  return fixBy(
    `Create a mount target in ${zone}, with a security group that lets tcp 2049 in from the function.`,
    command`aws efs create-mount-target --file-system-id ${point?.fileSystemId ?? '<file system>'} --subnet-id ${(isHere ? subnet?.id : null) ?? `<subnet in ${zone}>`} --security-groups ${group ?? '<security group>'}`,
  );
};

/** A mount target that comes or goes settles by itself. */
const waitFix = (id: string): Fix =>
  fixBy(
    'Run the diagnosis again when the mount target is available.',
    command`aws efs describe-mount-targets --mount-target-id ${id}`,
  );

/** The finding about a zone from which a file system has no mount target that is available. */
export const missingMountTarget = (context: Context, question: OpenQuestion): Draft[] => {
  const { doubt } = question;
  if (doubt.kind !== 'no-mount-target') return [];
  const { inZone } = doubt;
  const passing = inZone !== null && ['creating', 'updating'].includes(inZone.state);
  const asked = doubt.mountTargets > 0 && inZone === null ? ', and AWS asks for one in every zone of the function' : '';
  const text = doubtText(doubt);
  return [
    {
      resource: pointOf(context, doubt)?.fileSystemId ?? doubt.resource,
      ...(doubt.availabilityZoneId === null ? {} : { destination: doubt.availabilityZoneId }),
      where: question,
      message: `${text.charAt(0).toUpperCase()}${text.slice(1)}${asked}: whether ${context.fn.name} can mount it from ${someOf(question.subnetIds)} cannot be told.`,
      fix: passing ? waitFix(inZone.id) : createFix(context, doubt, question),
    },
  ];
};
