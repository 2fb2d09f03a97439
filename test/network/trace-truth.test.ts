import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../../src/model/snapshot.ts';
import type { Family } from '../../src/network/address.ts';
import { type Expectation, expectationOf } from '../fuzz/expectation.ts';
import { healthy, network } from '../support/network.ts';
import { truth } from '../truth/index.ts';
import type { TruthRow } from '../truth/row.ts';

const subnets = healthy.sections.subnets.status === 'collected' ? healthy.sections.subnets.items : [];
const nameOf = (subnetId: string): string => subnets.find(({ id }) => id === subnetId)?.name ?? subnetId;

const familyOf = ({ target }: TruthRow): Family => (target === 'internet6' ? 'ipv6' : 'ipv4');

/** What packets from each subnet of the row's function show; null for a function that is not in a VPC. */
const packetsOf = (row: TruthRow, snapshot: Snapshot): Readonly<Record<string, Expectation>> | null => {
  const { functions } = snapshot.sections;
  const found = functions.status === 'collected' ? functions.items : [];
  const { arn, network: own } = found.find(({ name }) => name === (row.function ?? 'orders-api')) ?? {};
  if (arn === undefined || own?.kind !== 'vpc') return null;
  const { securityGroupIds, ipv6AllowedForDualStack: ipv6Allowed } = own;
  const functionAccount = arn.split(':')[4] ?? '';
  const sent = (subnetId: string): Expectation =>
    expectationOf(snapshot, { subnetId, securityGroupIds, functionAccount, ipv6Allowed }, familyOf(row));
  return Object.fromEntries(own.subnetIds.map((subnetId) => [nameOf(subnetId), sent(subnetId)]));
};

/** The simulator and the hand-written table come from the same pages and know nothing of each other. */
for (const [topic, rows] of Object.entries(truth))
  describe(`packets through the networks about ${topic}`, () => {
    for (const row of rows)
      it(row.name, () => {
        const found = packetsOf(row, row.change === null ? healthy : network(row.change));
        if (found === null) return;
        const names = Object.keys(row.verdicts);
        expect(Object.fromEntries(names.map((name) => [name, found[name]?.verdict]))).toEqual(row.verdicts);
        for (const [name, [working, of]] of Object.entries(row.shares ?? {}))
          expect(found[name]?.share, `share of ${name}`).toBeCloseTo(working / of, 12);
      });
  });
