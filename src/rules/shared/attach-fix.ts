import type { Subnet } from '../../model/kinds/subnets.ts';
import type { Fix } from '../../model/report.ts';
import { fixBy, type RuleContext } from '../rule.ts';
import { thenPublish, vpcConfigCommand } from './vpc-config.ts';
import { privateSubnets } from './ways-out.ts';
import { someOf } from './words.ts';

type Context = Pick<RuleContext, 'fn' | 'subnets' | 'hints' | 'observations'>;

const oneInEachZone = (subnets: readonly Subnet[]): Subnet[] =>
  [...new Map(subnets.toReversed().map((subnet) => [subnet.availabilityZoneId, subnet])).values()].toReversed();

/** Private subnets in the zones of the unwanted ones; if the function keeps none and they have none, in others. */
const replacements = ({ hints }: Context, unwanted: readonly Subnet[], kept: readonly string[]): string[] => {
  const [first] = unwanted;
  const taken = [...kept, ...unwanted.map(({ id }) => id)];
  const found = first === undefined ? [] : privateSubnets(hints, first.vpcId);
  const candidates = oneInEachZone(found.filter(({ id }) => !taken.includes(id)));
  const zones = unwanted.map(({ availabilityZoneId }) => availabilityZoneId);
  const near = candidates.filter(({ availabilityZoneId }) => zones.includes(availabilityZoneId));
  return (near.length > 0 || kept.length > 0 ? near : candidates).map(({ id }) => id);
};

/**
 * Moves the function from public subnets to private ones of the same VPC that lead to a NAT gateway, and keeps its
 * other subnets; null if that leaves no subnet that is known to have a way out.
 */
export const attachFix = (context: Context, publicIds: readonly string[]): Fix | null => {
  const { fn, subnets, observations } = context;
  const kept = fn.network.kind === 'vpc' ? fn.network.subnetIds.filter((id) => !publicIds.includes(id)) : [];
  const works = observations.some(({ subnetId, verdict }) => verdict === 'reachable' && !publicIds.includes(subnetId));
  const unwanted = subnets.filter(({ id }) => publicIds.includes(id));
  const added = replacements(context, unwanted, kept);
  if (added.length === 0 && !works) return null;
  const text =
    added.length === 0
      ? `Take ${someOf(publicIds)} off the function and keep ${someOf(kept)}; or send 0.0.0.0/0 of ${publicIds.length === 1 ? 'that subnet' : 'those subnets'} to a NAT gateway, if nothing else there needs a public address.`
      : `Attach the function to ${someOf(added)} instead of ${someOf(publicIds)}; from there a NAT gateway leads to the internet.`;
  return fixBy(`${text}${thenPublish(fn)}`, vpcConfigCommand(fn, [...kept, ...added]));
};
