import type { NetworkInterface } from '../../src/model/kinds/network-interfaces.ts';
import type { Subnet } from '../../src/model/kinds/subnets.ts';
import type { Sections } from '../../src/model/sections.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { deviceLinks, functionLinks, hostLinks, type Link } from './links.ts';
import { type NatDevice, natDevices, routedInterfaces } from './nat-devices.ts';
import { functionOf, itemsOf, NotExpressible, subnetOf } from './sections.ts';

/** A subnet of the function, with the addresses that the lab gives the function in it. */
export interface FunctionPlace {
  readonly link: Link;
  readonly subnet: Subnet;
  readonly addresses: readonly string[];
  /** Whether the function sends IPv6 from here: it is told to, and the subnet has both families. */
  readonly sendsIpv6: boolean;
}

/** An interface of the VPC that answers when the function calls it. */
export interface Host {
  readonly link: Link;
  readonly subnet: Subnet;
  readonly addresses: readonly string[];
  readonly securityGroupIds: readonly string[];
}

/** What the lab builds of a snapshot for one function. */
export interface Site {
  readonly sections: Sections;
  readonly vpcId: string;
  readonly securityGroupIds: readonly string[];
  readonly places: readonly FunctionPlace[];
  readonly devices: readonly NatDevice[];
  readonly hosts: readonly Host[];
}

export const addressesOf = ({ privateIpAddresses, ipv6Addresses }: NetworkInterface): string[] => [
  ...privateIpAddresses.map(({ address }) => address),
  ...ipv6Addresses,
];

/** Interfaces of the VPC that are neither Lambda's nor those of NAT devices. */
export const hostInterfaces = (sections: Sections, vpcId: string): NetworkInterface[] => {
  const routed = routedInterfaces(sections, vpcId);
  return itemsOf(sections.networkInterfaces).filter(
    (eni) => eni.vpcId === vpcId && !eni.ofLambda && eni.interfaceType !== 'nat_gateway' && !routed.includes(eni),
  );
};

const placed = <Item>(items: readonly Item[], links: readonly Link[]): (Item & { readonly link: Link })[] =>
  items.map((item, index) => {
    const link = links[index];
    if (link === undefined) throw new NotExpressible(`the lab has room for ${links.length}, not ${items.length}`);
    return { ...item, link };
  });

const hasIpv6 = ({ ipv6Cidrs, ipv6Native }: Subnet): boolean =>
  ipv6Native !== true && ipv6Cidrs.some(({ state }) => state === 'associated' || state === null);

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
  const places = subnets.map((subnet) => ({
    subnet,
    addresses: addresses.get(subnet.id) ?? [],
    sendsIpv6: network.ipv6AllowedForDualStack && hasIpv6(subnet),
  }));
  const hosts = hostInterfaces(sections, vpcId).map((eni) => ({
    subnet: subnetOf(sections, eni.subnetId),
    addresses: addressesOf(eni),
    securityGroupIds: eni.securityGroupIds,
  }));
  return {
    sections,
    vpcId,
    securityGroupIds: network.securityGroupIds,
    places: placed(places, functionLinks),
    devices: placed(natDevices(sections, vpcId), deviceLinks),
    hosts: placed(hosts, hostLinks),
  };
};
