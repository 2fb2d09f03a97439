import { describe, expect, it } from 'vitest';
import type { Kind, Sections } from '../src/model/sections.ts';
import { Snapshot } from '../src/model/snapshot.ts';
import { healthy, network } from './support/network.ts';
import { report } from './truth/check.ts';
import { truth } from './truth/index.ts';

/** What is read of a peered VPC. */
const kinds = ['subnets', 'routeTables', 'networkAcls', 'securityGroups', 'networkInterfaces', 'vpcs'] as const;

const renamed = (text: string): string => text.replaceAll(/\b(vpc|subnet|rtb|acl|sg|eni)-/g, '$1-0twin');

/**
 * The correct network once more under other ids and with the same addresses, which another VPC may have. Nothing in it
 * passes: its tables have no route but the local one, its network ACLs and groups no rule. VPC Block Public Access
 * belongs to the account, so the twin shows the mode of the first VPC.
 */
const twin = (section: Sections[Kind], internetGatewayBlockMode: string | null): readonly object[] => {
  const items: readonly object[] =
    section.status === 'collected' ? JSON.parse(renamed(JSON.stringify(section.items))) : [];
  const local = { kind: 'ipv4', cidr: '10.0.0.0/16' };
  const shut = {
    routes: [{ destination: local, target: { kind: 'local' }, state: 'active', origin: 'CreateRouteTable' }],
    entries: [],
    ingress: [],
    egress: [],
    instanceId: null,
    internetGatewayBlockMode,
  };
  return items.map((item) => ({
    ...item,
    ...Object.fromEntries(Object.entries(shut).filter(([name]) => name in item)),
  }));
};

/** The snapshot with a second VPC in every section that could be read. */
const besideTwin = (snapshot: Snapshot): Snapshot => {
  const { vpcs } = snapshot.sections;
  const mode = vpcs.status === 'collected' ? (vpcs.items[0]?.internetGatewayBlockMode ?? null) : 'off';
  const more = kinds.map((kind) => {
    const section = snapshot.sections[kind];
    if (section.status === 'unavailable') return [kind, section];
    return [kind, { ...section, items: [...section.items, ...twin(healthy.sections[kind], mode)] }];
  });
  return Snapshot.parse({ ...snapshot, sections: { ...snapshot.sections, ...Object.fromEntries(more) } });
};

/** An account has many VPCs, and a snapshot with a peered one holds two. */
describe('a second VPC of the same addresses changes nothing', () => {
  for (const [topic, rows] of Object.entries(truth))
    it(topic, () => {
      for (const row of rows) {
        const alone = row.change === null ? healthy : network(row.change);
        expect(report(row, besideTwin(alone)), row.name).toEqual(report(row, alone));
      }
    });
});
