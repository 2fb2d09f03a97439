import type { VpcId } from '../model/ids.ts';
import type { FunctionNetwork } from '../model/kinds/functions.ts';
import type { Subnet } from '../model/kinds/subnets.ts';
import type { Section } from '../model/section.ts';
import type { Kind } from '../model/sections.ts';
import type { UnreadVpc } from '../model/snapshot.ts';
import type { Aws } from './aws.ts';
import { type Collector, isOfNetwork, type Scope } from './collector.ts';
import { collectors } from './index.ts';
import { peeredVpcs, routedTo, unreadPeers, withPeers } from './peered-vpcs.ts';
import {
  detailed,
  itemsRead,
  kept,
  type Reading,
  type Readings,
  read,
  readIfNeeded,
  referencedIn,
  type Started,
  withMore,
} from './readings.ts';
import subnetCollector from './subnets.ts';

export type VpcAttachment = Extract<FunctionNetwork, { readonly kind: 'vpc' }>;

const networkCollectors = collectors.filter(isOfNetwork);
const vpcCollectors = networkCollectors.filter((collector) => collector.scope === 'vpc');
const peerCollectors = vpcCollectors.filter((collector) => collector.ofPeers);

const nowhere: Scope = { vpcIds: [], subnetIds: [], securityGroupIds: [] };

const started = (from: readonly Collector[], aws: Aws, scope: Scope): Started[] =>
  from.map((collector) => [collector.kind, read(collector, aws, scope)]);

/** Starts those that need no other; each of the rest follows as soon as what it waits for says that it matters. */
const startedWhereNeeded = (from: readonly Collector[], aws: Aws, scope: Scope): Started[] => {
  const atOnce = started(
    from.filter(({ onlyIf }) => onlyIf === undefined),
    aws,
    scope,
  );
  const readings: Readings = new Map(atOnce);
  const waiting = from.filter(({ onlyIf }) => onlyIf !== undefined);
  return [
    ...atOnce,
    ...waiting.map((collector): Started => [collector.kind, readIfNeeded(collector, aws, scope, readings)]),
  ];
};

/** Starts all reads that need to know no VPC. */
export const readRegion = (aws: Aws): Readings => {
  const ofRegion = networkCollectors.filter((collector) => collector.scope === 'region');
  return new Map(startedWhereNeeded(ofRegion, aws, nowhere));
};

const unique = <Value>(values: readonly Value[]): readonly Value[] => [...new Set(values)];

/** What Lambda reports, which is asked for at once although its VPC may be wrong. */
const reportedScope = (attachments: readonly VpcAttachment[]): Scope => ({
  vpcIds: unique(attachments.flatMap(({ vpcId }) => (vpcId === null ? [] : [vpcId]))),
  subnetIds: unique(attachments.flatMap(({ subnetIds }) => subnetIds)),
  securityGroupIds: unique(attachments.flatMap(({ securityGroupIds }) => securityGroupIds)),
});

/** The VPCs of the functions' subnets; what Lambda reports counts only where none of a function's subnets was read. */
const vpcsOf = (attachments: readonly VpcAttachment[], subnets: Section<Subnet>): readonly VpcId[] => {
  const items = subnets.status === 'collected' ? subnets.items : [];
  const vpcOf = new Map(items.map((subnet) => [subnet.id, subnet.vpcId]));
  return unique(
    attachments.flatMap(({ vpcId, subnetIds }) => {
      const found = subnetIds.flatMap((id) => vpcOf.get(id) ?? []);
      return found.length === 0 && vpcId !== null ? [vpcId] : found;
    }),
  );
};

/**
 * What the functions' own VPCs hold, and whether Lambda reported another one. Of a VPC that is known late everything is
 * read at once, since what would tell whether it matters takes a level of its own.
 */
const readOwn = async (aws: Aws, attachments: readonly VpcAttachment[], region: Readings) => {
  const scope = reportedScope(attachments);
  const subnets = read(subnetCollector, aws, scope);
  const others = vpcCollectors.filter(({ kind }) => kind !== 'subnets');
  const reported: Readings = new Map([...region, ['subnets', subnets], ...startedWhereNeeded(others, aws, scope)]);
  const vpcIds = vpcsOf(attachments, await subnets);
  const further = vpcIds.filter((id) => !scope.vpcIds.includes(id));
  if (further.length === 0) return { readings: reported, vpcIds, misreported: false };
  const more = started(vpcCollectors, aws, { ...nowhere, vpcIds: further });
  return { readings: withMore(reported, more), vpcIds, misreported: true };
};

export interface NetworkReading {
  readonly sections: ReadonlyMap<Kind, Reading>;
  readonly unreadVpcs: readonly UnreadVpc[];
}

/**
 * Reads the VPCs of the functions and those that a route reaches by peering, and keeps of the Region what concerns them.
 * Where Lambda reported the wrong VPC the tables of the right one are still being read, so every peered VPC is read
 * beside them.
 */
export const readNetwork = async (
  aws: Aws,
  attachments: readonly VpcAttachment[],
  region: Readings,
): Promise<NetworkReading> => {
  const { readings: own, vpcIds, misreported } = await readOwn(aws, attachments, region);
  const peered = peeredVpcs(vpcIds, await itemsRead(region, 'vpcPeeringConnections'));
  const routed = async () => (peered.length === 0 ? [] : routedTo(peered, vpcIds, await itemsRead(own, 'routeTables')));
  const mayMatter = unique((misreported ? peered : await routed()).map(({ vpcId }) => vpcId));
  const ofPeers = started(peerCollectors, aws, { ...nowhere, vpcIds: mayMatter });
  const readings = new Map(withPeers(own, ofPeers));

  const securityGroupIds = new Set<string>(attachments.flatMap((attachment) => attachment.securityGroupIds));
  const home = { vpcIds: new Set<string>(vpcIds), securityGroupIds };
  const known = misreported ? Promise.resolve(new Set<string>()) : referencedIn(networkCollectors, own, () => home);
  for (const collector of networkCollectors) {
    const reading = readings.get(collector.kind);
    if (!reading || !collector.details) continue;
    readings.set(collector.kind, detailed(collector, aws, reading, known, misreported || mayMatter.length > 0));
  }

  const peerIds = unique((await routed()).map(({ vpcId }) => vpcId));
  const unreadVpcs = await unreadPeers(peerIds, own, ofPeers);
  const seen = peerIds.filter((id) => unreadVpcs.every(({ vpcId }) => vpcId !== id));
  const peers = { ...home, vpcIds: new Set([...home.vpcIds, ...seen]) };
  const subjectOf = (collector: Collector) => (collector.ofPeers ? peers : home);
  const referenced = await referencedIn(networkCollectors, readings, subjectOf);
  const sections = new Map<Kind, Reading>();
  for (const collector of networkCollectors) {
    const reading = await readings.get(collector.kind);
    if (reading) sections.set(collector.kind, kept(collector, reading, { ...subjectOf(collector), referenced }));
  }
  return { sections, unreadVpcs };
};

/** A network without anything in it, for functions that are in no VPC. */
export const noNetwork = (): NetworkReading => ({
  sections: new Map(networkCollectors.map(({ kind }) => [kind, { status: 'collected', items: [] }])),
  unreadVpcs: [],
});
