import type { NetworkInterface } from '../../model/kinds/network-interfaces.ts';
import type { Subnet } from '../../model/kinds/subnets.ts';
import { type AddressRange, parseCidr } from '../address.ts';
import type { Doubt } from '../doubt.ts';
import { ipv6RangesInUse } from '../ipv6-range.ts';
import { blocks, type Step, unknown } from '../step.ts';
import { accountOf, itemsInVpc, lookup } from '../world.ts';
import { type Caller, functionAsCaller, seenBy } from './caller.ts';
import { isShared, networkAclStep, type PathContext, tableOf } from './context.ts';
import { groupStep, hostOf } from './host-groups.ts';
import { idleInterfaceSteps } from './idle-interface.ts';
import { type Legs, oneWay } from './legs.ts';
import { isOfVpcAt, isPrivateAt } from './private-address.ts';
import { backTo } from './reply-route.ts';
import { targetAddress } from './target-address.ts';

const holds = ({ axis }: PathContext, range: AddressRange | null, atom: number): boolean => {
  const [from, to] = [axis.cuts[atom] ?? 0n, axis.cuts[atom + 1] ?? 0n];
  return range !== null && range.family === axis.family && range.from <= from && to <= range.to;
};

/** The subnet of a VPC that holds an atom. */
export const subnetAt = (context: PathContext, vpcId: string, atom: number): Subnet | undefined =>
  itemsInVpc(context.world.subnets, vpcId).find(({ cidr, ipv6Cidrs }) =>
    [cidr ?? '', ...ipv6RangesInUse(ipv6Cidrs)].some((block) => holds(context, parseCidr(block), atom)),
  );

/** The interface that has exactly this address; none where the atom is more than one address. */
const interfaceAt = ({ world, axis }: PathContext, vpcId: string, atom: number): NetworkInterface | undefined => {
  const [from, to] = [axis.cuts[atom], axis.cuts[atom + 1]];
  if (from === undefined || to !== from + 1n) return undefined;
  return itemsInVpc(world.networkInterfaces, vpcId).find(({ privateIpAddresses, ipv6Addresses }) =>
    [...privateIpAddresses.map(({ address }) => address), ...ipv6Addresses].some((address) => {
      const range = parseCidr(address);
      return range?.family === axis.family && range.from === from;
    }),
  );
};

/**
 * Whether the target is in the function's own subnet, within which nothing but groups stands; null where the subnet's
 * record could not be read and the target may be.
 */
export const isNear = (context: PathContext, atom: number): boolean | null => {
  const { subnet, unread, world } = context;
  if (unread === null) return subnetAt(context, subnet.vpcId, atom)?.id === subnet.id;
  const eni = interfaceAt(context, subnet.vpcId, atom);
  if (eni !== undefined) return eni.subnetId === subnet.id;
  const vpc = lookup(world.vpcs, subnet.vpcId);
  return (vpc.status === 'found' ? isOfVpcAt(context, atom) : isPrivateAt(context, atom)) ? null : false;
};

const hostSteps = (context: PathContext, vpcId: string, atom: number, caller: Caller): Step[] => {
  const { endpoint, world } = context;
  const { networkInterfaces } = world;
  if (endpoint !== null) return [groupStep(context, { ...endpoint, ofEndpoint: true }, caller)];
  const address = targetAddress(context, atom);
  if (networkInterfaces.status === 'unavailable') return [unknown('target', address, networkInterfaces.doubt)];
  const eni = interfaceAt(context, vpcId, atom);
  if (eni !== undefined) return [groupStep(context, hostOf(eni), caller), ...idleInterfaceSteps(context, eni)];
  const what = `no network interface with the address ${address} could be seen, so what answers there is not known`;
  return [unknown('target', address, { kind: 'out-of-sight', resource: address, what })];
};

/** Whether all subnets of a VPC can be seen: only its owner sees those that are not shared with others. */
const isWhole = (context: PathContext, vpcId: string): boolean => {
  if (vpcId === context.subnet.vpcId) return !isShared(context);
  const vpc = lookup(context.world.vpcs, vpcId);
  return vpc.status === 'found' && (vpc.item.ownerId === null || vpc.item.ownerId === accountOf(context.fn));
};

const unseenSubnet = (context: PathContext, vpcId: string, address: string): Doubt => {
  if (vpcId === context.subnet.vpcId) return { kind: 'hidden', resource: `the subnet of ${address}` };
  const what = `${address} may be in a subnet of ${vpcId} that cannot be seen`;
  return { kind: 'out-of-sight', resource: address, what };
};

/**
 * Inside a VPC: the network ACL of the far subnet in both directions, unless it is the caller's own, and the groups of
 * the interface. No interface has an address that lies in no subnet.
 */
export const farSideLegs = (context: PathContext, vpcId: string, atom: number, caller: Caller): Legs => {
  if (context.world.subnets.status === 'unavailable')
    return oneWay([unknown('target', targetAddress(context, atom), context.world.subnets.doubt)]);
  const far = subnetAt(context, vpcId, atom);
  const address = targetAddress(context, atom);
  const eni = interfaceAt(context, vpcId, atom);
  if (far === undefined && eni !== undefined) {
    const resource = eni.subnetId ?? `the subnet of ${address}`;
    return {
      steps: [unknown('target', address, { kind: 'missing', resource }), groupStep(context, hostOf(eni), caller)],
      reply: [],
    };
  }
  if (far === undefined && !isWhole(context, vpcId))
    return oneWay([unknown('target', address, unseenSubnet(context, vpcId, address))]);
  if (far === undefined) return oneWay([blocks('target', address, { kind: 'no-subnet', vpcId, address })]);
  const host = hostSteps(context, vpcId, atom, caller);
  if (far.id === caller.subnetId) return { steps: host, reply: [], withinSubnet: true };
  const shared = { subnet: far, side: 'target', address: 'function' } as const;
  const enters = networkAclStep(context, { ...shared, direction: 'ingress', leg: 'request', port: 'destination' });
  const leaves = networkAclStep(context, { ...shared, direction: 'egress', leg: 'reply', port: caller.port });
  return { steps: [seenBy(caller, enters), ...host], reply: [seenBy(caller, leaves)] };
};

const isInVpc = (context: PathContext, vpcId: string, atom: number): boolean => {
  const vpc = lookup(context.world.vpcs, vpcId);
  if (vpc.status !== 'found') return true;
  const blocks = [...vpc.item.cidrs, ...vpc.item.ipv6Cidrs.map(({ cidr }) => cidr)];
  return blocks.some((cidr) => holds(context, parseCidr(cidr), atom));
};

/** A `local` route: straight to the interface that has the address, and back by the table of its subnet. */
export const localLegs = (context: PathContext, atom: number, caller = functionAsCaller(context)): Legs => {
  const { vpcId } = context.subnet;
  if (!isInVpc(context, vpcId, atom)) {
    const what = `a local route takes ${targetAddress(context, atom)}, which is no address of ${vpcId}`;
    return oneWay([unknown('target', vpcId, { kind: 'not-evaluated', resource: vpcId, what })]);
  }
  const legs = farSideLegs(context, vpcId, atom, caller);
  const far = subnetAt(context, vpcId, atom);
  if (far === undefined || far.id === caller.subnetId) return legs;
  const table = tableOf(context, far);
  const back =
    table.status === 'found'
      ? backTo(context, table.table, caller.atoms)
      : [unknown('route', `the route table of ${far.id}`, table.doubt)];
  return { ...legs, reply: [...legs.reply, ...back] };
};
