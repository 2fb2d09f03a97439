import type { NetworkInterface } from '../model/kinds/network-interfaces.ts';
import type { Subnet } from '../model/kinds/subnets.ts';
import type { Target } from '../model/target.ts';
import { parseCidr } from './address.ts';
import { addressesOf, type Destination } from './destination.ts';
import type { Doubt } from './doubt.ts';
import { fileSystemWay } from './file-system.ts';
import { hostWay } from './host.ts';
import { internetPort } from './internet.ts';
import { serviceWay } from './service.ts';
import { lookup, type World } from './world.ts';

const open = (doubt: Doubt, port: number): Destination => ({ kind: 'open', doubt, port });

const ofInterfaces = (interfaces: readonly NetworkInterface[], resource: string, port: number): Destination =>
  addressesOf(interfaces, port) ??
  open({ kind: 'not-evaluated', resource, what: `${resource} stands for no address in what could be read` }, port);

const ofInterface = (world: World, id: string, port: number): Destination => {
  const found = lookup(world.networkInterfaces, id);
  if (found.status === 'found') return ofInterfaces([found.item], id, port);
  return open(found.status === 'missing' ? { kind: 'missing', resource: id } : found.doubt, port);
};

const ofGroup = (world: World, id: string, port: number): Destination => {
  if (world.networkInterfaces.status === 'unavailable') return open(world.networkInterfaces.doubt, port);
  return ofInterfaces(world.interfacesOfGroup.get(id) ?? [], id, port);
};

const ofBlock = (cidr: string, port: number): Destination => {
  const range = parseCidr(cidr);
  if (range === null) return open({ kind: 'missing', resource: cidr }, port);
  return { kind: 'addresses', family: range.family, ranges: [range], port, endpointId: null };
};

/** What a target means from this subnet: its addresses, or the way that its name leads to. */
export const destinationOf = (world: World, subnet: Subnet, isShared: boolean, target: Target): Destination => {
  switch (target.kind) {
    case 'internet':
      return { kind: 'internet', family: 'ipv4' };
    case 'internet6':
      return { kind: 'internet', family: 'ipv6' };
    case 'addresses':
      return ofBlock(target.cidr, target.port);
    case 'interface':
      return ofInterface(world, target.id, target.port);
    case 'file-system':
      return fileSystemWay(world, subnet, target);
    case 'security-group':
      return ofGroup(world, target.id, target.port);
    case 'host':
      return hostWay(world, subnet, isShared, target);
    case 'service':
      return serviceWay(
        world,
        subnet,
        isShared,
        { service: target.service, region: world.snapshot.region },
        internetPort,
      );
    default:
      return target satisfies never;
  }
};
