import type { LambdaFunction } from '../../src/model/kinds/functions.ts';
import type { NatGateway } from '../../src/model/kinds/nat-gateways.ts';
import type { NetworkInterface } from '../../src/model/kinds/network-interfaces.ts';
import type { Subnet } from '../../src/model/kinds/subnets.ts';
import type { Section } from '../../src/model/section.ts';
import type { Sections } from '../../src/model/sections.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { deviceLinks, functionLinks, type Link } from './namespaces.ts';

/** A network that the lab cannot build: something unread, undocumented, or more than the lab has room for. */
export class NotExpressible extends Error {}

/** The items of a section that was read. */
export const itemsOf = <Item>(section: Section<Item>): readonly Item[] => {
  if (section.status === 'collected') return section.items;
  throw new NotExpressible(`${section.action} was not read`);
};

/** A subnet of the function, with the addresses that the lab gives the function in it. */
export interface FunctionPlace {
  readonly link: Link;
  readonly subnet: Subnet;
  readonly addresses: readonly string[];
}

/** A NAT gateway or NAT instance in its subnet. */
export interface NatDevice {
  readonly kind: 'gateway' | 'instance';
  /** Of the NAT gateway, or of the instance's interface. */
  readonly id: string;
  readonly instanceId: string | null;
  readonly link: Link;
  readonly subnet: Subnet;
  /** Private address that it sends from. */
  readonly address: string;
  readonly publicAddress: string | null;
  /** Whether it forwards at all. */
  readonly works: boolean;
  readonly sourceDestCheck: boolean;
  readonly securityGroupIds: readonly string[];
}

/** What the lab builds of a snapshot for one function. */
export interface Site {
  readonly sections: Sections;
  readonly vpcId: string;
  readonly securityGroupIds: readonly string[];
  readonly places: readonly FunctionPlace[];
  readonly devices: readonly NatDevice[];
}

export const functionOf = (snapshot: Snapshot, name: string): LambdaFunction => {
  const found = itemsOf(snapshot.sections.functions).find((fn) => fn.name === name);
  if (found === undefined) throw new Error(`no function ${name}`);
  return found;
};

const subnetOf = (sections: Sections, id: string | null): Subnet => {
  const found = itemsOf(sections.subnets).find((subnet) => subnet.id === id);
  if (found === undefined) throw new NotExpressible(`no subnet ${id}`);
  return found;
};

type Unplaced = Omit<NatDevice, 'link'>;

const natGateway = (sections: Sections, nat: NatGateway): Unplaced => {
  const primary = nat.addresses.find(({ isPrimary }) => isPrimary !== false);
  if (primary?.privateIp == null) throw new NotExpressible(`${nat.id} has no private address`);
  return {
    kind: 'gateway',
    id: nat.id,
    instanceId: null,
    subnet: subnetOf(sections, nat.subnetId),
    address: primary.privateIp,
    publicAddress: primary.publicIp,
    works: nat.state === 'available' && primary.status !== 'failed',
    sourceDestCheck: false,
    securityGroupIds: [],
  };
};

const natInstance = (sections: Sections, eni: NetworkInterface): Unplaced => {
  const instance = itemsOf(sections.instances).find(({ id }) => id === eni.instanceId);
  const [own] = eni.privateIpAddresses;
  if (own === undefined) throw new NotExpressible(`${eni.id} has no private address`);
  return {
    kind: 'instance',
    id: eni.id,
    instanceId: eni.instanceId,
    subnet: subnetOf(sections, eni.subnetId),
    address: own.address,
    publicAddress: own.publicIp,
    works: instance?.state === 'running',
    sourceDestCheck: eni.sourceDestCheck !== false,
    securityGroupIds: eni.securityGroupIds,
  };
};

/** Interfaces to which a route of the VPC points. */
const routedInterfaces = (sections: Sections, vpcId: string): NetworkInterface[] => {
  const tables = itemsOf(sections.routeTables).filter((table) => table.vpcId === vpcId);
  const targets = tables.flatMap(({ routes }) => routes.map(({ target }) => ('id' in target ? target.id : null)));
  return itemsOf(sections.networkInterfaces).filter(
    ({ id, instanceId }) => targets.includes(id) || (instanceId !== null && targets.includes(instanceId)),
  );
};

const placed = <Item>(items: readonly Item[], links: readonly Link[]): (Item & { readonly link: Link })[] =>
  items.map((item, index) => {
    const link = links[index];
    if (link === undefined) throw new NotExpressible(`the lab has room for ${links.length}, not ${items.length}`);
    return { ...item, link };
  });

/** @param addresses of the function, by the id of the subnet. */
export const siteOf = (
  snapshot: Snapshot,
  functionName: string,
  addresses: ReadonlyMap<string, readonly string[]>,
): Site => {
  const { sections } = snapshot;
  const { network } = functionOf(snapshot, functionName);
  if (network.kind !== 'vpc') throw new NotExpressible(`${functionName} is not in a VPC`);
  const subnets = network.subnetIds.map((id) => subnetOf(sections, id));
  const vpcId = subnets[0]?.vpcId ?? '';
  const gateways = itemsOf(sections.natGateways).filter((nat) => nat.vpcId === vpcId);
  const devices = [
    ...gateways.map((nat) => natGateway(sections, nat)),
    ...routedInterfaces(sections, vpcId).map((eni) => natInstance(sections, eni)),
  ];
  return {
    sections,
    vpcId,
    securityGroupIds: network.securityGroupIds,
    places: placed(
      subnets.map((subnet) => ({ subnet, addresses: addresses.get(subnet.id) ?? [] })),
      functionLinks,
    ),
    devices: placed(devices, deviceLinks),
  };
};
