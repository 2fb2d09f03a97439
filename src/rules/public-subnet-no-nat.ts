import type { Subnet } from '../model/kinds/subnets.ts';
import type { Fix } from '../model/report.ts';
import { type Cause, defineRule, fixBy, type RuleContext } from './rule.ts';
import { createNatGatewayCommand, firstSubnetOf, natGatewayFix } from './shared/nat-gateway-fix.ts';
import { routeCommand } from './shared/route-command.ts';
import { thenPublish, vpcConfigCommand } from './shared/vpc-config.ts';
import { nearestNatGateway, privateSubnets, publicSubnets } from './shared/ways-out.ts';
import { someOf } from './shared/words.ts';

type Context = Pick<RuleContext, 'fn' | 'subnets' | 'hints' | 'observations'>;

const oneInEachZone = (subnets: readonly Subnet[]): Subnet[] =>
  [...new Map(subnets.toReversed().map((subnet) => [subnet.availabilityZoneId, subnet])).values()].toReversed();

/** Private subnets in the zones of the public ones, or, where those zones have none, one in each other zone. */
const replacementsOf = ({ hints }: Context, unwanted: readonly Subnet[], kept: readonly string[]): string[] => {
  const vpcId = unwanted[0]?.vpcId ?? '';
  const candidates = oneInEachZone(privateSubnets(hints, vpcId).filter(({ id }) => !kept.includes(id)));
  const zones = unwanted.map(({ availabilityZoneId }) => availabilityZoneId);
  const sameZones = candidates.filter(({ availabilityZoneId }) => zones.includes(availabilityZoneId));
  return (sameZones.length > 0 || kept.length > 0 ? sameZones : candidates).map(({ id }) => id);
};

const attachFix = (context: Context, publicIds: ReadonlySet<string>): Fix | null => {
  const { fn, subnets, observations } = context;
  const working = observations.some(({ verdict }) => verdict === 'reachable');
  const kept = fn.network.kind === 'vpc' && working ? fn.network.subnetIds.filter((id) => !publicIds.has(id)) : [];
  const unwanted = subnets.filter(({ id }) => publicIds.has(id));
  const added = replacementsOf(context, unwanted, kept);
  if (kept.length + added.length === 0) return null;
  const text =
    added.length === 0
      ? `Take ${someOf([...publicIds])} off the function; ${someOf(kept)} stay.`
      : `Attach the function to ${someOf(added)} instead of ${someOf([...publicIds])}: their route tables lead to a NAT gateway that works.`;
  return fixBy(`${text}${thenPublish(fn)}`, vpcConfigCommand(fn, [...kept, ...added]));
};

const fixOf = (context: Context, cause: Cause & { blocker: { kind: 'public-subnet' } }, publicIds: Set<string>): Fix => {
  const { fn, hints } = context;
  const { routeTableId: tableId, destination, internetGatewayId } = cause.blocker;
  const attach = attachFix(context, publicIds);
  if (attach !== null) return attach;
  const subnet = firstSubnetOf(context, cause);
  const change = { verb: 'replace-route', tableId, destination, insteadOf: internetGatewayId } as const;
  if (subnet !== null && nearestNatGateway(hints, subnet, change) !== null)
    return natGatewayFix(context, cause, change, ' Nothing else in these subnets may need public addresses then.');
  const host = subnet === null ? undefined : publicSubnets(hints, subnet.vpcId)[0];
  const newRoute = { verb: 'create-route', tableId: '<route table of the private subnets>', destination } as const;
  return fixBy(
    `The function needs private subnets whose route table leads to a NAT gateway, and the VPC shows none: create a NAT gateway in a public subnet, give private subnets a route to it, and attach the function to them.${thenPublish(fn)}`,
    createNatGatewayCommand(host?.id),
    routeCommand(newRoute, '--nat-gateway-id', '<new NAT gateway>'),
    vpcConfigCommand(fn, ['<private subnets>']),
  );
};
