import type { AvailabilityZone } from '../../src/model/kinds/availability-zones.ts';
import { onProvider } from '../support/capacity-provider.ts';
import type { Mutable, Network } from '../support/network.ts';
import { pages } from './pages.ts';
import { allThree, type TruthRow } from './row.ts';

const reachable = allThree('reachable');
const speaks = { 'unverified-zone-type': 'warning' } as const;
const silent = ['path-blocked', 'single-az'];

const zone = (n: Network, id: string): Mutable<AvailabilityZone> => {
  const found = n.all.availabilityZones.find((each) => each.id === id);
  if (found === undefined) throw new Error(`there is no zone ${id}`);
  return found;
};

/** Where the subnets are. It changes no answer, which are about packets. */
export const zones: readonly TruthRow[] = [
  {
    name: 'a subnet in a Local Zone',
    change: (n) => {
      zone(n, 'euw1-az1').zoneType = 'local-zone';
    },
    ...reachable,
    speaks,
    silent,
    page: pages.zones,
    uncertain: 'AWS does not say whether functions run in Local Zones',
  },
  {
    name: 'a subnet in a Wavelength Zone',
    change: (n) => {
      zone(n, 'euw1-az1').zoneType = 'wavelength-zone';
    },
    ...reachable,
    speaks,
    silent,
    page: pages.zones,
  },
  {
    name: 'a subnet in a zone of a type that did not exist yet',
    change: (n) => {
      zone(n, 'euw1-az1').zoneType = 'unknown:orbital-zone';
    },
    ...reachable,
    speaks,
    silent,
    page: pages.zones,
  },
  {
    name: 'a subnet on an Outpost',
    change: (n) => {
      n.subnet('private-b').outpostArn = 'arn:aws:outposts:eu-west-1:123456789012:outpost/op-0a1b2c3d4e5f60718';
    },
    ...reachable,
    speaks,
    silent,
    page: pages.zones,
  },
  {
    name: 'a subnet in a constrained zone',
    change: (n) => {
      zone(n, 'euw1-az3').state = 'constrained';
    },
    ...reachable,
    speaks,
    silent,
    page: pages.zones,
  },
  {
    name: 'an impaired zone, which passes',
    change: (n) => {
      zone(n, 'euw1-az3').state = 'impaired';
    },
    ...reachable,
    speaks: {},
    silent: [...silent, 'unverified-zone-type'],
    page: pages.zones,
  },
  {
    name: 'the type of a zone is not in the answer',
    change: (n) => {
      zone(n, 'euw1-az1').zoneType = null;
    },
    ...reachable,
    speaks: {},
    silent: [...silent, 'unverified-zone-type'],
    page: pages.zones,
  },
  {
    name: 'a subnet in the Local Zone beside, in which the function is not',
    change: (n) => {
      zone(n, 'euw1-az1').zoneType = 'local-zone';
      n.network().subnetIds = [n.subnet('private-b').id, n.subnet('private-c').id];
    },
    verdicts: { 'private-b': 'reachable', 'private-c': 'reachable' },
    verdict: 'reachable',
    speaks: {},
    silent: [...silent, 'unverified-zone-type'],
    page: pages.zones,
  },
  {
    name: 'instances of a capacity provider in a Local Zone',
    change: onProvider((n) => {
      zone(n, 'euw1-az1').zoneType = 'local-zone';
    }),
    ...reachable,
    speaks: { ...speaks, 'lambda-managed-instances': 'note' },
    silent,
    page: pages.managedInstances,
  },
  {
    name: 'zones may not be read',
    change: (n) => n.deny('availabilityZones'),
    ...reachable,
    speaks: { 'missing-permission': 'note' },
    silent: [...silent, 'unverified-zone-type'],
    page: pages.zones,
  },
];
