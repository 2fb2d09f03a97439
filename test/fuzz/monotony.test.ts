import { describe, expect, it } from 'vitest';
import type { NetworkAclEntry } from '../../src/model/kinds/network-acls.ts';
import type { SecurityGroupRule } from '../../src/model/kinds/security-groups.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import type { Question } from '../../src/model/target.ts';
import { diagnosed, manyQuestions, rows, snapshotOf } from '../support/laws.ts';

/** What each subnet of each function answers to each target. */
const verdictsOf = (snapshot: Snapshot, questions: readonly Question[]): ReadonlyMap<string, string> =>
  new Map(
    diagnosed(snapshot, 'to', null, questions).flatMap(({ name, answers }) =>
      answers.flatMap(({ target, subnets }) =>
        subnets.map(({ subnetId, verdict }) => [`${name} ${subnetId} ${target}`, verdict] as const),
      ),
    ),
  );

/** Answers that a network with more open gates lost, or one with fewer routes gained. */
const lost = (more: ReadonlyMap<string, string>, less: ReadonlyMap<string, string>): string[] =>
  [...less].flatMap(([place, before]) => {
    const after = more.get(place) ?? 'nothing';
    const isLost = (before === 'reachable' && after !== 'reachable') || (before !== 'blocked' && after === 'blocked');
    return isLost ? [`${place}: ${before} there and ${after} here`] : [];
  });

type Families = readonly ['ipv4' | 'ipv6', string][];
const everywhere: Families = [
  ['ipv4', '0.0.0.0/0'],
  ['ipv6', '::/0'],
];

const allowing = (direction: NetworkAclEntry['direction']): NetworkAclEntry[] =>
  everywhere.map(([kind, cidr], index) => ({
    ruleNumber: index - 1,
    direction,
    action: 'allow',
    protocol: '-1',
    ports: { kind: 'all' },
    cidr: { kind, cidr },
  }));

const lettingAll = (): SecurityGroupRule[] =>
  everywhere.map(([kind, cidr]) => ({ protocol: '-1', ports: { kind: 'all' }, peer: { kind, cidr } }));

type Opened = (snapshot: Snapshot) => Snapshot;

const openedAcls =
  (direction: NetworkAclEntry['direction']): Opened =>
  (snapshot) => {
    const { networkAcls } = snapshot.sections;
    if (networkAcls.status === 'unavailable') return snapshot;
    const items = networkAcls.items.map((acl) => ({ ...acl, entries: [...allowing(direction), ...acl.entries] }));
    return { ...snapshot, sections: { ...snapshot.sections, networkAcls: { ...networkAcls, items } } };
  };

const openedGroups =
  (direction: 'ingress' | 'egress'): Opened =>
  (snapshot) => {
    const { securityGroups } = snapshot.sections;
    if (securityGroups.status === 'unavailable') return snapshot;
    const items = securityGroups.items.map((group) => ({
      ...group,
      [direction]: [...group[direction], ...lettingAll()],
    }));
    return { ...snapshot, sections: { ...snapshot.sections, securityGroups: { ...securityGroups, items } } };
  };

/** The snapshot with each of its routes in turn as a blackhole; a local route cannot be one. */
const withBlackholes = function* (snapshot: Snapshot): Generator<Snapshot> {
  const { routeTables } = snapshot.sections;
  if (routeTables.status === 'unavailable') return;
  for (const [place, table] of routeTables.items.entries())
    for (const [index, route] of table.routes.entries()) {
      if (route.state !== 'active' || route.target.kind === 'local') continue;
      const routes = table.routes.with(index, { ...route, state: 'blackhole' });
      const items = routeTables.items.with(place, { ...table, routes });
      yield { ...snapshot, sections: { ...snapshot.sections, routeTables: { ...routeTables, items } } };
    }
};

const questions = manyQuestions([{ target: { kind: 'internet6' }, origin: 'to', askedBecause: '--to' }]);
const networks = rows.map((row) => [row.name, snapshotOf(row)] as const);

describe.each([
  ['a rule that lets all in at the head of every network ACL', openedAcls('ingress')],
  ['a rule that lets all out at the head of every network ACL', openedAcls('egress')],
  ['a rule that lets all in to every security group', openedGroups('ingress')],
  ['a rule that lets all out of every security group', openedGroups('egress')],
])('%s', (_, opened) => {
  it.each(networks)('never makes an answer worse: %s', (_name, snapshot) => {
    expect(lost(verdictsOf(opened(snapshot), questions), verdictsOf(snapshot, questions))).toEqual([]);
  });
});

describe('a route that becomes a blackhole', () => {
  it.each(networks)('never makes an answer better: %s', (_name, snapshot) => {
    const before = verdictsOf(snapshot, questions);
    for (const changed of withBlackholes(snapshot)) expect(lost(before, verdictsOf(changed, questions))).toEqual([]);
  });
});
