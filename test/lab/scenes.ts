import type { Sections } from '../../src/model/sections.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { type Family, isWithin, ofFamily } from './addresses.ts';
import { addressesAtBounds } from './probes.ts';
import { randomIpv6Network } from './random-ipv6-network.ts';
import { randomNetwork } from './random-network.ts';
import { randomPrivateNetwork } from './random-private-network.ts';
import { itemsOf } from './sections.ts';
import { addressesOf, hostInterfaces } from './site.ts';

/** A kind of random networks, and where the function connects to in them. */
export interface Scene {
  readonly name: string;
  readonly network: (seed: number) => Snapshot;
  readonly families: readonly Family[];
  /** Addresses that are called, some of them more often. */
  readonly destinations: (snapshot: Snapshot) => readonly string[];
}

const vpcIdOf = (sections: Sections): string => itemsOf(sections.vpcs)[0]?.id ?? '';

const outside = (snapshot: Snapshot, family: Family, own: string): string[] =>
  addressesAtBounds(snapshot, family).filter((address) => !isWithin(address, own));

const overIpv4: Scene = {
  name: 'internet',
  network: randomNetwork,
  families: ['ipv4'],
  destinations: (snapshot) => [
    '1.1.1.1',
    '8.8.8.8',
    '93.184.216.34',
    '195.1.2.3',
    ...outside(snapshot, 'ipv4', '10.0.0.0/16'),
  ],
};

/** Hosts, addresses at which nothing is, one that is in no subnet, and the internet. */
const toHosts: Scene = {
  name: 'hosts',
  network: randomPrivateNetwork,
  families: ['ipv4'],
  destinations: ({ sections }) => {
    const inUse = hostInterfaces(sections, vpcIdOf(sections)).flatMap(addressesOf);
    const often = Array.from({ length: 6 }, () => inUse);
    return [...often.flat(), '10.0.40.9', '10.0.99.9', '8.8.8.8'];
  },
};

/** The internet, hosts, an address that is in no subnet, and one that is private. */
const overIpv6: Scene = {
  name: 'ipv6',
  network: randomIpv6Network,
  families: ['ipv6'],
  destinations: (snapshot) => {
    const hosts = ofFamily('ipv6', hostInterfaces(snapshot.sections, vpcIdOf(snapshot.sections)).flatMap(addressesOf));
    const wellKnown = ['2606:4700:4700::1111', '2a00:1450:4001::200e', '2600:9000::1', '2400:cb00::1'];
    const often = Array.from({ length: 6 }, () => hosts);
    return [
      ...often.flat(),
      ...wellKnown,
      ...wellKnown,
      '2001:db8:1234:1aff::9',
      'fd12:3456::1',
      ...outside(snapshot, 'ipv6', '2001:db8::/32'),
    ];
  },
};

export const scenes = { overIpv4, toHosts, overIpv6 };
