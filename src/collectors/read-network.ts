import type { VpcId } from '../model/ids.ts';
import type { FunctionNetwork } from '../model/kinds/functions.ts';
import type { Subnet } from '../model/kinds/subnets.ts';
import type { Section } from '../model/section.ts';
import type { Kind } from '../model/sections.ts';
import type { Aws } from './aws.ts';
import type { Scope } from './collector.ts';
import { collectors } from './index.ts';
import { detailed, kept, merged, type Reading, type Readings, read, referencedIn } from './readings.ts';
import subnetCollector from './subnets.ts';

export type VpcAttachment = Extract<FunctionNetwork, { readonly kind: 'vpc' }>;

const networkCollectors = collectors.filter((collector) => collector.scope !== 'function');
const vpcCollectors = networkCollectors.filter((collector) => collector.scope === 'vpc');

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

/** Reads the VPCs of the functions, and keeps of the Region what concerns them. */
export const readNetwork = async (
  aws: Aws,
  attachments: readonly VpcAttachment[],
  region: Readings,
): Promise<ReadonlyMap<Kind, Reading>> => {
  const scope = reportedScope(attachments);
  const subnets = read(subnetCollector, aws, scope);
  const start = (where: Scope) =>
    vpcCollectors
      .filter((collector) => where !== scope || collector.kind !== 'subnets')
      .map((collector) => [collector.kind, read(collector, aws, where)] as const);
  const readings = new Map<Kind, Promise<Reading>>([...region, ['subnets', subnets], ...start(scope)]);

  const vpcIds = vpcsOf(attachments, await subnets);
  const further = vpcIds.filter((id) => !scope.vpcIds.includes(id));
  if (further.length > 0) {
    for (const [kind, reading] of start({ ...nowhere, vpcIds: further })) {
      const first = readings.get(kind) ?? reading;
      readings.set(
        kind,
        Promise.all([first, reading]).then(([a, b]) => merged(a, b)),
      );
    }
  }

  const home = { vpcIds: new Set<string>(vpcIds), securityGroupIds: new Set<string>(scope.securityGroupIds) };
  const referenced = referencedIn(networkCollectors, readings, home);
  for (const collector of networkCollectors) {
    const reading = readings.get(collector.kind);
    if (!reading || !collector.details) continue;
    readings.set(collector.kind, detailed(collector, aws, reading, further.length > 0 ? null : referenced));
  }
  const subject = { ...home, referenced: await referenced };
  const sections = new Map<Kind, Reading>();
  for (const collector of networkCollectors) {
    const reading = await readings.get(collector.kind);
    if (reading) sections.set(collector.kind, kept(collector, reading, subject));
  }
  return sections;
};

/** A network without anything in it, for functions that are in no VPC. */
export const noNetwork = (): ReadonlyMap<Kind, Reading> =>
  new Map(networkCollectors.map(({ kind }) => [kind, { status: 'collected', items: [] }]));
