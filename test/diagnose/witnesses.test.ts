import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseTarget } from '../../src/cli/target.ts';
import { diagnose } from '../../src/diagnose.ts';
import type { FunctionReport, SubnetAnswer, Verdict, Witness } from '../../src/model/report.ts';
import { Snapshot } from '../../src/model/snapshot.ts';
import { defaultQuestion, type Question } from '../../src/model/target.ts';
import { parseAddress, parseCidr } from '../../src/network/address.ts';
import { type Packet, trace } from '../../src/network/trace.ts';
import { askedOf } from '../fuzz/asked.ts';
import { expectedAnswer } from '../fuzz/expected-answer.ts';
import type { Sender } from '../fuzz/internet.ts';
import { rows, snapshotOf } from '../support/laws.ts';
import { network } from '../support/network.ts';
import { aclRule, setAclRules } from '../support/resources.ts';
import { questionsOf } from '../truth/check.ts';

const diagnosed = (snapshot: Snapshot, questions: readonly Question[]): readonly FunctionReport[] => {
  const { functions } = snapshot.sections;
  const items = functions.status === 'collected' ? functions.items : [];
  const report = diagnose(snapshot, { functions: items, questions, allHops: true, rules: null, toolVersion: '0.0.0' });
  expect(report.disagreements).toEqual([]);
  return report.document.functions;
};

/** What each verdict claims about packets. */
const claims: Readonly<Record<Verdict, readonly Witness['outcome'][]>> = {
  reachable: ['works'],
  blocked: ['fails'],
  partial: ['works', 'fails'],
  unknown: [],
};

/** Ranges in which the function's addresses are; none where the subnet has none of the family or could not be read. */
const blocksOf = (snapshot: Snapshot, { subnetId, witnesses }: SubnetAnswer, target: string): string[] => {
  const { subnets } = snapshot.sections;
  const subnet = subnets.status === 'collected' ? subnets.items.find(({ id }) => id === subnetId) : undefined;
  const isIpv6 = target === 'internet6' || target.startsWith('[') || witnesses.some(({ from }) => from.includes(':'));
  if (!isIpv6) return subnet === undefined ? [] : [subnet.cidr ?? ''];
  const associated = subnet?.ipv6Cidrs.filter(({ state }) => state === 'associated' || state === null) ?? [];
  return associated.map(({ cidr }) => cidr);
};

/** Lambda gets any address of the subnet but the first four and the last. */
const canBeOfLambda = (address: string, blocks: readonly string[]): boolean => {
  const value = parseAddress(address)?.value ?? -1n;
  return blocks.map(parseCidr).some((range) => range !== null && value >= range.from + 4n && value < range.to - 1n);
};

const senderOf = (snapshot: Snapshot, fn: FunctionReport, subnetId: string): Sender => {
  const { functions } = snapshot.sections;
  const own = functions.status === 'collected' ? functions.items.find(({ arn }) => arn === fn.arn)?.network : undefined;
  return {
    subnetId,
    securityGroupIds: fn.securityGroupIds,
    functionAccount: fn.arn.split(':')[4] ?? '',
    ipv6Allowed: own?.kind === 'vpc' && own.ipv6AllowedForDualStack,
  };
};

/** The endpoint to which the name of a service leads. */
const endpointOf = ({ sections: { vpcEndpoints } }: Snapshot, target: string): Pick<Sender, 'endpointId'> => {
  const all = vpcEndpoints.status === 'collected' ? vpcEndpoints.items : [];
  const endpoint = all.find(({ type, serviceName }) => type === 'Interface' && serviceName?.endsWith(`.${target}`));
  return endpoint === undefined ? {} : { endpointId: endpoint.id };
};

const packetOf = (sender: Sender, witness: Witness): Packet => ({
  ...sender,
  sourceAddress: witness.from,
  destination: witness.to,
  destinationPort: witness.toPort,
  functionPort: witness.fromPort,
  natPort: witness.natPort ?? 1024,
});

/** Where a part is proven to fail and the rest cannot be told, no packet is proven to work, whichever is sent. */
const someWorks = (snapshot: Snapshot, sender: Sender, target: string): boolean => {
  const asked = askedOf(snapshot, parseTarget(target));
  return asked !== null && expectedAnswer(snapshot, sender, asked).outcomes.some(({ works }) => works > 0);
};

const checkWitnesses = (snapshot: Snapshot, questions: readonly Question[]): void => {
  for (const fn of diagnosed(snapshot, questions))
    for (const { target, subnets } of fn.answers)
      for (const subnet of subnets) {
        const { subnetId, verdict, witnesses } = subnet;
        const sender = { ...senderOf(snapshot, fn, subnetId), ...endpointOf(snapshot, target) };
        const blocks = blocksOf(snapshot, subnet, target);
        const claimed = blocks.length === 0 ? [] : claims[verdict];
        const provable = claimed.filter(
          (claim) => claim === 'fails' || witnesses.length === claimed.length || someWorks(snapshot, sender, target),
        );
        expect(witnesses.map(({ outcome }) => outcome)).toEqual(provable);
        for (const witness of witnesses) {
          expect(canBeOfLambda(witness.from, blocks), witness.from).toBe(true);
          expect(trace(snapshot, packetOf(sender, witness)).outcome).toBe(witness.outcome);
          expect(witness.stoppedBy === null).toBe(witness.outcome === 'works');
        }
      }
};

describe('every answer has the packets that show it, and a simulator agrees with each', () => {
  it.each(rows.map((row) => [row.name, row] as const))('%s', (_, row) => {
    checkWitnesses(snapshotOf(row), questionsOf(row));
  });

  const fixtures = readdirSync('fixtures').filter((name) => !name.endsWith('.json'));
  it.each(fixtures)('fixtures/%s', (name) => {
    const snapshot = Snapshot.parse(JSON.parse(readFileSync(`fixtures/${name}/snapshot.json`, 'utf8')));
    checkWitnesses(snapshot, [defaultQuestion]);
  });
});

describe('the packets that are shown', () => {
  const witnessesOf = (snapshot: Snapshot): readonly Witness[] =>
    diagnosed(snapshot, [defaultQuestion])[0]?.answers[0]?.subnets[0]?.witnesses ?? [];
  const connection = { from: '10.0.11.4', to: '1.0.0.0', toPort: 443 };

  it('have the lowest port that is closed and the lowest that works', () => {
    const half = network((n) => {
      setAclRules(n, 'private', 'ingress', aclRule(100, 'allow', '0.0.0.0/0', [2000, 40_000]));
    });
    const acl = 'acl-0cf138b2936990287';
    expect(witnessesOf(half)).toEqual([
      { ...connection, outcome: 'works', fromPort: 2000, natPort: 1024, stoppedBy: null },
      { ...connection, outcome: 'fails', fromPort: 1024, natPort: 1024, stoppedBy: acl },
    ]);
  });

  it("isolate the port that is at fault: a closed NAT port comes with a port of the function's that works", () => {
    const both = network((n) => {
      setAclRules(n, 'private', 'ingress', aclRule(100, 'allow', '0.0.0.0/0', [32_768, 65_535]));
      setAclRules(
        n,
        'public',
        'ingress',
        aclRule(100, 'allow', '10.0.0.0/16', 'all'),
        aclRule(110, 'allow', '0.0.0.0/0', [40_000, 65_535]),
      );
    });
    const [, fails] = witnessesOf(both);
    expect(fails).toMatchObject({ fromPort: 32_768, natPort: 1024, stoppedBy: 'acl-0959ecc2fff6162f0' });
  });

  it('have no NAT port where the packet never comes to a NAT gateway', () => {
    const blackhole = network((n) => {
      n.route('private-a').state = 'blackhole';
    });
    expect(witnessesOf(blackhole)).toEqual([
      { ...connection, outcome: 'fails', fromPort: 1024, natPort: null, stoppedBy: 'rtb-039747f2a8fc9e46f' },
    ]);
  });
});
