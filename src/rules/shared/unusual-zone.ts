import type { Subnet } from '../../model/kinds/subnets.ts';
import type { Fix } from '../../model/report.ts';
import { lookup } from '../../network/world.ts';
import { fixBy, type RuleContext } from '../rule.ts';
import { command } from './command.ts';
import { thenPublish, vpcConfigCommand } from './vpc-config.ts';

type Context = RuleContext<'availabilityZones'>;

const types: Readonly<Record<string, string>> = {
  'local-zone': 'a Local Zone',
  'wavelength-zone': 'a Wavelength Zone',
};

/** What is unusual about the place of a subnet, and what that means; null for a zone like most. */
export const unusualPlace = (
  { world, fn }: Context,
  { availabilityZoneId, outpostArn }: Subnet,
): [string, string] | null => {
  const undocumented = `whether Lambda can run ${fn.name} there is not documented`;
  if (outpostArn !== null) return [`is on Outpost ${outpostArn}`, undocumented];
  const zone = availabilityZoneId === null ? null : lookup(world.availabilityZones, availabilityZoneId);
  if (zone?.status !== 'found') return null;
  const { id, zoneType, state } = zone.item;
  if (zoneType !== null && zoneType !== 'availability-zone')
    return [`is in ${id}, ${types[zoneType] ?? `a zone of type ${zoneType.replace('unknown:', '')}`}`, undocumented];
  if (state !== 'constrained') return null;
  return [`is in ${id}, which AWS calls constrained`, 'what is not there yet may not be started in it'];
};

/** Takes the unwanted subnets off the function; those of a capacity provider are chosen when it is made. */
export const zoneFix = (context: Context, unwanted: readonly string[]): Fix => {
  const { fn, subnets } = context;
  const kept = fn.network.kind === 'vpc' ? fn.network.subnetIds.filter((id) => !unwanted.includes(id)) : [];
  const zones = [...new Set(subnets.flatMap((subnet) => subnet.availabilityZoneId ?? []))];
  const commands =
    fn.network.kind === 'vpc'
      ? [vpcConfigCommand(fn, kept.length > 0 ? kept : ['<subnets in other zones>'])]
      : [command`aws ec2 describe-availability-zones --all-availability-zones --filters Name=zone-id,Values=${zones}`];
  return fixBy(
    `Use subnets in Availability Zones of the Region that are not constrained.${thenPublish(fn)}`,
    ...commands,
  );
};
