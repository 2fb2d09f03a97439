import type { Subnet } from '../model/kinds/subnets.ts';
import type { Target } from '../model/target.ts';
import { addressesIn, type Destination, ofName } from './destination.ts';
import type { Doubt } from './doubt.ts';
import { doubtAboutNames } from './names.ts';
import { serviceWay } from './service.ts';
import { lookup, type World } from './world.ts';

type Host = Extract<Target, { readonly kind: 'host' }>;

/** Why the snapshot holds no address of a name; null if it does. */
const unresolved = (world: World, host: string): Doubt | null => {
  const found = world.snapshot.resolvedHosts?.find((each) => each.host === host);
  if (found?.status === 'resolved') return null;
  const what =
    found === undefined
      ? `the addresses of ${host} are not known; --resolve asks this machine for them`
      : `${host} could not be resolved on this machine: ${found.reason}`;
  return { kind: 'not-evaluated', resource: host, what };
};

/**
 * Where a host name leads from a subnet: a service of AWS in another region, or without one, as its endpoints and its
 * public addresses say, every other name to the addresses that the snapshot holds.
 */
export const hostWay = (
  world: World,
  subnet: Subnet,
  isShared: boolean,
  { host, port, service }: Host,
): Destination => {
  if (service !== undefined) return serviceWay(world, subnet, isShared, service, port);
  const vpc = lookup(world.vpcs, subnet.vpcId);
  const doubt = (vpc.status === 'found' ? doubtAboutNames(world, vpc.item) : null) ?? unresolved(world, host);
  if (doubt !== null) return { kind: 'open', doubt, port };
  const resolved = world.snapshot.resolvedHosts ?? [];
  const addresses = resolved.flatMap((each) =>
    each.status === 'resolved' && each.host === host ? each.addresses : [],
  );
  const named = ofName(host, addressesIn('ipv4', addresses, port), addressesIn('ipv6', addresses, port));
  return named ?? { kind: 'open', doubt: { kind: 'missing', resource: host }, port };
};
