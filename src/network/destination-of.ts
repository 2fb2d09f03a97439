import type { NetworkInterface } from '../model/kinds/network-interfaces.ts';
import type { Subnet } from '../model/kinds/subnets.ts';
import type { Target } from '../model/target.ts';
import { parseCidr } from './address.ts';
import { allOfFamily, type Destination, privateAddressesOf } from './destination.ts';
import type { Doubt } from './doubt.ts';
import { fileSystemWay } from './file-system.ts';
import { hostWay } from './host.ts';
import { internetPort } from './internet.ts';
import { doubtAboutPlace } from './same-addresses.ts';
import { serviceWay } from './service.ts';
import { lookup, type World } from './world.ts';

const open = (doubt: Doubt, port: number): Destination => ({ kind: 'open', doubt, port });

const ofInterfaces = (
  world: World,
  subnet: Subnet,
  interfaces: readonly NetworkInterface[],
  resource: string,
  port: number,
): Destination => {
  const placed = interfaces.map((eni) => ({ ...eni, addresses: privateAddressesOf([eni]) }));
  const elsewhere = doubtAboutPlace(world, subnet, placed);
  if (elsewhere !== null) return open(elsewhere, port);
  const what = `${resource} stands for no address in what could be read`;
  return allOfFamily(privateAddressesOf(interfaces), port) ?? open({ kind: 'not-evaluated', resource, what }, port);
};

/** Why an interface that is in no list may be there all the same: a peered VPC was not read. */
const unreadPeer = ({ unreadVpcs }: World): Doubt | null => [...unreadVpcs.values()][0] ?? null;

const ofInterface = (world: World, subnet: Subnet, id: string, port: number): Destination => {
  const found = lookup(world.networkInterfaces, id);
  if (found.status === 'found') return ofInterfaces(world, subnet, [found.item], id, port);
  return open(
    found.status === 'missing' ? (unreadPeer(world) ?? { kind: 'missing', resource: id }) : found.doubt,
    port,
  );
};

const ofGroup = (world: World, subnet: Subnet, id: string, port: number): Destination => {
  if (world.networkInterfaces.status === 'unavailable') return open(world.networkInterfaces.doubt, port);
  const interfaces = world.interfacesOfGroup.get(id) ?? [];
  const unread = interfaces.length === 0 ? unreadPeer(world) : null;
  return unread === null ? ofInterfaces(world, subnet, interfaces, id, port) : open(unread, port);
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
      return ofInterface(world, subnet, target.id, target.port);
    case 'file-system':
      return fileSystemWay(world, subnet, target);
    case 'security-group':
      return ofGroup(world, subnet, target.id, target.port);
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
