import type { VpcEndpoint } from '../../model/kinds/vpc-endpoints.ts';
import type { Target } from '../../model/target.ts';
import { type Family, rangeCidrs } from '../../network/address.ts';
import { addressesIn, privateAddressesOf } from '../../network/destination.ts';
import { mountTargetAddresses } from '../../network/file-system.ts';
import { ipv6RangeOf } from '../../network/ipv6-range.ts';
import { endpointsFor, hasPrivateName, prefixListOf } from '../../network/service.ts';
import { itemsOf, lookup, type World } from '../../network/world.ts';
import type { Cause, Occurrence, RuleContext } from '../rule.ts';
import { askedIn, portOf, serviceOf } from './asked.ts';
import type { FixContext } from './fix-in-vpc.ts';
import { firstSubnetOf } from './nat-gateway-fix.ts';

/** What a rule list names so that it covers a target, as narrow as the snapshot allows. */
export type Peer =
  | { readonly kind: 'cidr'; readonly cidr: string }
  | { readonly kind: 'prefix-list'; readonly id: string }
  | { readonly kind: 'group'; readonly id: string };

type Context = FixContext & Pick<RuleContext, 'questions' | 'region'>;

/** A defect with the family of the packets that it stops. */
export type Stopped = Occurrence & Pick<Cause, 'family'>;

const ofCidrs = (cidrs: readonly string[]): Peer[] => cidrs.map((cidr) => ({ kind: 'cidr', cidr }));

/** More rules than this one list is better spared. */
const few = 5;

const cidrsOfInterfaces = (world: World, ids: readonly string[], family: Family): string[] => {
  const found = ids.map((id) => lookup(world.networkInterfaces, id));
  const interfaces = found.flatMap((eni) => (eni.status === 'found' ? [eni.item] : []));
  return addressesIn(family, privateAddressesOf(interfaces), 0)?.ranges.flatMap(rangeCidrs) ?? [];
};

const cidrsOfSubnets = (world: World, ids: readonly string[], family: Family): string[] =>
  ids.flatMap((id) => {
    const found = lookup(world.subnets, id);
    if (found.status !== 'found') return [];
    return (family === 'ipv4' ? found.item.cidr : ipv6RangeOf(found.item)) ?? [];
  });

/** The endpoint to whose interfaces the name of a service leads in the VPC of a defect. */
const endpointOf = (context: Context, where: Occurrence, target: Target): VpcEndpoint | undefined => {
  const service = serviceOf(target, context.region);
  const vpcId = firstSubnetOf(context, where)?.vpcId;
  if (service === null || vpcId === undefined) return undefined;
  return endpointsFor(context.hints.vpcEndpoints, vpcId, service).find(
    (endpoint) => endpoint.state === 'available' && hasPrivateName(endpoint),
  );
};

const everywhere = (family: Family): string => (family === 'ipv6' ? '::/0' : '0.0.0.0/0');

const groupPeers = (context: Context, where: Stopped, target: Target): Peer[] => {
  const service = serviceOf(target, context.region);
  const groups = endpointOf(context, where, target)?.securityGroupIds ?? [];
  if (groups.length > 0) return groups.slice(0, 1).map((id) => ({ kind: 'group', id }));
  const list = service === null ? undefined : prefixListOf(context.hints.prefixLists, service);
  if (list !== undefined) return [{ kind: 'prefix-list', id: list.id }];
  if (target.kind === 'security-group') return [{ kind: 'group', id: target.id }];
  return ofCidrs(cidrsOf(context, where, target));
};

const cidrsOf = (context: Context, where: Stopped, target: Target): string[] => {
  const { hints } = context;
  const { family } = where;
  const narrow = (cidrs: readonly string[]): string[] =>
    cidrs.length > 0 && cidrs.length <= few ? [...cidrs] : [everywhere(family)];
  if (target.kind === 'addresses') return [target.cidr];
  if (target.kind === 'interface') return narrow(cidrsOfInterfaces(hints, [target.id], family));
  if (target.kind === 'file-system')
    return narrow(mountTargetAddresses(hints, target.id).map((address) => `${address}/32`));
  if (target.kind === 'security-group') {
    const carrying = itemsOf(hints.networkInterfaces).filter((eni) => eni.securityGroupIds.includes(target.id));
    return narrow(
      cidrsOfInterfaces(
        hints,
        carrying.map(({ id }) => id),
        family,
      ),
    );
  }
  const service = serviceOf(target, context.region);
  if (service === null) return [everywhere(family)];
  const endpoint = endpointOf(context, where, target);
  if (endpoint !== undefined) {
    const cidrs = cidrsOfInterfaces(hints, endpoint.networkInterfaceIds, family);
    return narrow(cidrs.length > 0 ? cidrs : cidrsOfSubnets(hints, endpoint.subnetIds, family));
  }
  const cidrs = prefixListOf(hints.prefixLists, service)?.cidrs;
  return narrow(cidrs?.status === 'known' ? cidrs.value.filter((cidr) => !cidr.includes(':')) : []);
};

/** The far sides of a defect's targets for a security group, by the port on which they were asked for. */
export const peersByPort = (context: Context, where: Stopped): Map<number, Peer[]> => {
  const byPort = new Map<number, Peer[]>();
  for (const target of askedIn(context, where))
    byPort.set(portOf(target), [...(byPort.get(portOf(target)) ?? []), ...groupPeers(context, where, target)]);
  return byPort;
};

/** The same for a network ACL, which knows addresses only. */
export const cidrsByPort = (context: Context, where: Stopped): Map<number, string[]> => {
  const byPort = new Map<number, string[]>();
  for (const target of askedIn(context, where))
    byPort.set(portOf(target), [
      ...new Set([...(byPort.get(portOf(target)) ?? []), ...cidrsOf(context, where, target)]),
    ]);
  return byPort;
};
