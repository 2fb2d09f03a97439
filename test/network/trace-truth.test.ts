import { describe, expect, it } from 'vitest';
import { parseTarget } from '../../src/cli/target.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { askedOf } from '../fuzz/asked.ts';
import { expectedAnswer } from '../fuzz/expected-answer.ts';
import type { Expectation } from '../fuzz/expected-verdict.ts';
import { healthy, network } from '../support/network.ts';
import { truth } from '../truth/index.ts';
import type { TruthRow } from '../truth/row.ts';
import { targets } from '../truth/targets/index.ts';

const subnets = healthy.sections.subnets.status === 'collected' ? healthy.sections.subnets.items : [];
const nameOf = (subnetId: string): string => subnets.find(({ id }) => id === subnetId)?.name ?? subnetId;

/** What packets from each subnet of the row's function show; null if there is no VPC or no address to send them to. */
const packetsOf = (row: TruthRow, snapshot: Snapshot): Readonly<Record<string, Expectation>> | null => {
  const { functions } = snapshot.sections;
  const found = functions.status === 'collected' ? functions.items : [];
  const { arn, network: own } = found.find(({ name }) => name === (row.function ?? 'orders-api')) ?? {};
  const asked = askedOf(snapshot, parseTarget(row.target ?? 'internet'));
  if (arn === undefined || own?.kind !== 'vpc' || asked === null) return null;
  const { securityGroupIds, ipv6AllowedForDualStack: ipv6Allowed } = own;
  const functionAccount = arn.split(':')[4] ?? '';
  const sent = (subnetId: string): Expectation =>
    expectedAnswer(snapshot, { subnetId, securityGroupIds, functionAccount, ipv6Allowed }, asked);
  return Object.fromEntries(own.subnetIds.map((subnetId) => [nameOf(subnetId), sent(subnetId)]));
};

/** Where a name decides which addresses a service has; packets have no names. */
const aboutNames = [
  'names of interface endpoints',
  'interface endpoints without private DNS',
  'endpoints that look alike',
  'endpoints out of sight',
  'names of targets',
];

/** Where it is open which addresses are meant, or which of them a gateway endpoint takes; a packet has just one. */
const aboutAddresses = ['VPCs with the same addresses', 'services whose ranges were not read'];

const overNat64 = 'addresses that DNS64 makes up';

const isAboutNames = (topic: string, { target = 'internet' }: TruthRow): boolean =>
  aboutNames.includes(topic) && parseTarget(target).kind === 'service';

const { [overNat64]: aboutNat64 = [], ...others } = { ...truth, ...targets };

const topics = Object.entries(others)
  .map(([topic, rows]) => [topic, rows.filter((row) => !isAboutNames(topic, row))] as const)
  .filter(([topic, rows]) => rows.length > 0 && !aboutAddresses.includes(topic));

/** The simulator and the hand-written table come from the same pages and know nothing of each other. */
for (const [topic, rows] of topics)
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

/**
 * An answer about a name may be left open only where packets over NAT64 do not all fail, and is that of packets over IPv4
 * everywhere else. Public addresses of services are not in a snapshot: those of the internet stand for them.
 */
describe(`packets through the networks about ${overNat64}`, () => {
  for (const row of aboutNat64)
    it(row.name, () => {
      const snapshot = row.change === null ? healthy : network(row.change);
      const direct = packetsOf(row, snapshot) ?? packetsOf({ ...row, target: 'internet' }, snapshot);
      const translated = packetsOf({ ...row, target: '[64:ff9b::c629:7]:443' }, snapshot);
      for (const [name, verdict] of Object.entries(row.verdicts)) {
        if (verdict === 'unknown') expect(translated?.[name]?.verdict, name).not.toBe('blocked');
        else expect(direct?.[name]?.verdict, name).toBe(verdict);
      }
    });
});
