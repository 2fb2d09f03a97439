import type { Draft, RuleContext } from '../rule.ts';
import { command } from './command.ts';
import { fixInVpc } from './fix-in-vpc.ts';
import { natGatewaysOnPaths } from './nat-gateways-on-paths.ts';
import { someOf } from './words.ts';
import { acrossZones, type FarSubnet } from './zones.ts';

type Context = RuleContext<never>;

const zoneOf = ({ subnets }: Context, subnetId: string): string | null =>
  subnets.find(({ id }) => id === subnetId)?.availabilityZoneId ?? null;

/** Zones that an automatic NAT gateway has not grown into yet; their traffic crosses zones meanwhile. */
export const growingNatGateways = (context: Context): Draft[] => {
  return natGatewaysOnPaths(context.hints.natGateways, context.observations).flatMap((nat): Draft[] => {
    const covered = nat.addresses.flatMap(({ availabilityZoneId: zone }) => zone ?? []);
    const isAutomatic = nat.availabilityMode === 'regional' && nat.autoProvisionZones === 'enabled';
    if (!isAutomatic || covered.length === 0 || covered.length < nat.addresses.length) return [];
    const far = context.observations.flatMap(({ subnetId: id, target, verdict, resources }): FarSubnet[] => {
      const zone = zoneOf(context, id);
      const isUncovered = zone !== null && !covered.includes(zone) && verdict !== 'blocked' && resources.has(nat.id);
      return isUncovered ? [{ id, zone, target, tableId: '' }] : [];
    });
    if (far.length === 0) return [];
    const where = acrossZones(far, { resource: nat.id, note: `has addresses in ${someOf([...new Set(covered)])}` });
    const zones = someOf([...new Set(far.map(({ zone }) => zone))]);
    return [
      {
        resource: nat.id,
        where,
        message: `Regional NAT gateway ${nat.id} has no address in zone ${zones} yet: traffic from there crosses zones until AWS adds one, which takes up to an hour.`,
        fix: fixInVpc(context, where, 'Nothing has to be done in automatic mode; look again after an hour.', [
          command`aws ec2 describe-nat-gateways --nat-gateway-ids ${nat.id} --query 'NatGateways[].NatGatewayAddresses[].[AvailabilityZoneId,Status]'`,
        ]),
      },
    ];
  });
};
