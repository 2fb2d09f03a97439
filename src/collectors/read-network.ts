import type { VpcId } from '../model/ids.ts';
import type { FunctionNetwork } from '../model/kinds/functions.ts';
import type { Subnet } from '../model/kinds/subnets.ts';
import type { Section } from '../model/section.ts';
import type { Kind } from '../model/sections.ts';
import type { Aws } from './aws.ts';
import { type Collector, isOfNetwork, type Scope } from './collector.ts';
import { collectors } from './index.ts';
import { peeredVpcs, routedTo } from './peered-vpcs.ts';
import { detailed, itemsRead, kept, type Reading, type Readings, read, referencedIn, withMore } from './readings.ts';
import subnetCollector from './subnets.ts';

export type VpcAttachment = Extract<FunctionNetwork, { readonly kind: 'vpc' }>;

const networkCollectors = collectors.filter(isOfNetwork);
const vpcCollectors = networkCollectors.filter((collector) => collector.scope === 'vpc');
const peerCollectors = vpcCollectors.filter((collector) => collector.ofPeers);

const nowhere: Scope = { vpcIds: [], subnetIds: [], securityGroupIds: [] };

/** Starts all reads that need to know no VPC. */
export const readRegion = (aws: Aws): Readings =>
  new Map(
    networkCollectors
      .filter((collector) => collector.scope === 'region')
      .map((collector) => [collector.kind, read(collector, aws, nowhere)]),
  );

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

const started = (from: readonly Collector[], aws: Aws, scope: Scope): [Kind, Promise<Reading>][] =>
  from.map((collector) => [collector.kind, read(collector, aws, scope)]);

/** What the functions' own VPCs hold, and whether Lambda reported another one. */
const readOwn = async (aws: Aws, attachments: readonly VpcAttachment[], region: Readings) => {
  const scope = reportedScope(attachments);
  const subnets = read(subnetCollector, aws, scope);
  const others = vpcCollectors.filter(({ kind }) => kind !== 'subnets');
  const reported: Readings = new Map([...region, ['subnets', subnets], ...started(others, aws, scope)]);
  const vpcIds = vpcsOf(attachments, await subnets);
  const further = vpcIds.filter((id) => !scope.vpcIds.includes(id));
  if (further.length === 0) return { readings: reported, vpcIds, misreported: false };
  const more = started(vpcCollectors, aws, { ...nowhere, vpcIds: further });
  return { readings: withMore(reported, more), vpcIds, misreported: true };
};

/**
 * Reads the VPCs of the functions and those that a route reaches by peering, and keeps of the Region what concerns them.
 * Where Lambda reported the wrong VPC the tables of the right one are still being read, so every peered VPC is read
 * beside them.
 */
export const readNetwork = async (
  aws: Aws,
  attachments: readonly VpcAttachment[],
  region: Readings,
): Promise<ReadonlyMap<Kind, Reading>> => {
  const { readings: own, vpcIds, misreported } = await readOwn(aws, attachments, region);
  const peered = peeredVpcs(vpcIds, await itemsRead(region, 'vpcPeeringConnections'));
  const routed = async () => (peered.length === 0 ? [] : routedTo(peered, vpcIds, await itemsRead(own, 'routeTables')));
  const mayMatter = unique((misreported ? peered : await routed()).map(({ vpcId }) => vpcId));
  const readings = new Map(withMore(own, started(peerCollectors, aws, { ...nowhere, vpcIds: mayMatter })));

  const securityGroupIds = new Set<string>(attachments.flatMap((attachment) => attachment.securityGroupIds));
  const home = { vpcIds: new Set<string>(vpcIds), securityGroupIds };
  const known = misreported ? Promise.resolve(new Set<string>()) : referencedIn(networkCollectors, own, () => home);
  for (const collector of networkCollectors) {
    const reading = readings.get(collector.kind);
    if (!reading || !collector.details) continue;
    readings.set(collector.kind, detailed(collector, aws, reading, known, misreported || mayMatter.length > 0));
  }

  const peers = { ...home, vpcIds: new Set([...home.vpcIds, ...(await routed()).map(({ vpcId }) => vpcId)]) };
  const subjectOf = (collector: Collector) => (collector.ofPeers ? peers : home);
  const referenced = await referencedIn(networkCollectors, readings, subjectOf);
  const sections = new Map<Kind, Reading>();
  for (const collector of networkCollectors) {
    const reading = await readings.get(collector.kind);
    if (reading) sections.set(collector.kind, kept(collector, reading, { ...subjectOf(collector), referenced }));
  }
  return sections;
};

/** A network without anything in it, for functions that are in no VPC. */
export const noNetwork = (): ReadonlyMap<Kind, Reading> =>
  new Map(networkCollectors.map(({ kind }) => [kind, { status: 'collected', items: [] }]));
