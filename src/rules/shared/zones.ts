import type { Note } from '../../model/report.ts';
import { destinationText } from '../../network/words.ts';
import { lookup } from '../../network/world.ts';
import type { Observation, Occurrence } from '../rule.ts';
import type { FixContext } from './fix-in-vpc.ts';
import { createNatGatewayCommand } from './nat-gateway-fix.ts';
import { routeCommand } from './route-command.ts';
import { nearestNatGateway, publicSubnets } from './ways-out.ts';

/** A subnet whose path uses a NAT gateway of another zone. */
export interface FarSubnet {
  readonly id: string;
  readonly zone: string;
  readonly target: string;
  /** The subnet's own route table, the first one on its path. */
  readonly tableId: string;
}

/** The subnet of an observation, if its path uses the NAT gateway from another zone than the NAT gateway's. */
export const farSubnet = (
  { subnets }: FixContext,
  { subnetId, target, verdict, resources }: Observation,
  natId: string,
  zone: string,
): FarSubnet[] => {
  const own = subnets.find(({ id }) => id === subnetId)?.availabilityZoneId ?? null;
  if (verdict === 'blocked' || !resources.has(natId) || own === null || own === zone) return [];
  return [{ id: subnetId, target, zone: own, tableId: [...resources].find((id) => id.startsWith('rtb-')) ?? '' }];
};

/** Where far subnets and their NAT gateway are. */
export const acrossZones = (far: readonly FarSubnet[], nat: Note): Occurrence => ({
  subnetIds: [...new Set(far.map(({ id }) => id))],
  targets: [...new Set(far.map(({ target }) => target))],
  severity: 'note',
  onlyByDefault: false,
  evidence: [...far.map(({ id, zone }) => ({ resource: id, note: `is in zone ${zone}` })), nat],
  also: [],
});

/** Points the routes of one far subnet's table at a NAT gateway of its own zone: at one that works, else at a new one. */
export const useOwnZone = ({ hints, subnets }: FixContext, far: FarSubnet, natId: string): string[] => {
  const subnet = subnets.find(({ id }) => id === far.id);
  const table = lookup(hints.routeTables, far.tableId);
  if (subnet === undefined || table.status !== 'found') return [];
  return table.item.routes
    .filter(({ target }) => target.kind === 'nat-gateway' && target.id === natId)
    .flatMap((route) => {
      const destination = destinationText(route);
      const change = { verb: 'replace-route', tableId: far.tableId, destination, insteadOf: natId } as const;
      const near = nearestNatGateway(hints, subnet, change);
      if (near?.zone === null) return [routeCommand(change, '--nat-gateway-id', near.id)];
      const host = publicSubnets(hints, subnet.vpcId).find(({ availabilityZoneId }) => availabilityZoneId === far.zone);
      return [
        createNatGatewayCommand(host?.id ?? `<public subnet in ${far.zone}>`),
        routeCommand(change, '--nat-gateway-id', `<new NAT gateway in ${far.zone}>`),
      ];
    });
};
