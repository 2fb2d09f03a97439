import type { Note, Severity } from '../model/report.ts';
import type { Family } from '../network/address.ts';
import type { Blocker, BlockerOf } from '../network/blocker.ts';
import { blockerText } from '../network/blocker-text.ts';
import { culpritOf } from '../network/culprit.ts';
import { hopsOf } from '../network/hops.ts';
import type { Problem } from '../network/problem.ts';
import { fails } from '../network/verdict.ts';
import type { Cause, Occurrence } from '../rules/rule.ts';
import { isDemanded, severityOf } from './expectation.ts';
import type { ExplainedClass, Outcome, SubnetOutcome } from './outcome.ts';

const rank: Readonly<Record<Severity, number>> = { error: 2, warning: 1, note: 0 };

export const lesser = (a: Severity, b: Severity): Severity => (rank[a] <= rank[b] ? a : b);
export const greater = (a: Severity, b: Severity): Severity => (rank[a] >= rank[b] ? a : b);

const unique = <Item>(items: readonly Item[], key: (item: Item) => string): Item[] =>
  [...new Map(items.toReversed().map((item) => [key(item), item])).values()].toReversed();

const uniqueNotes = (notes: readonly Note[]): Note[] => unique(notes, ({ resource, note }) => `${resource} ${note}`);

export const mergeOccurrences = (a: Occurrence, b: Occurrence): Occurrence => ({
  subnetIds: [...new Set([...a.subnetIds, ...b.subnetIds])],
  targets: [...new Set([...a.targets, ...b.targets])],
  severity: greater(a.severity, b.severity),
  onlyByDefault: a.onlyByDefault && b.onlyByDefault,
  evidence: a.evidence,
  also: uniqueNotes([...a.also, ...b.also]),
});

/** The path up to the culprit; of a network ACL also its own rules, as the owner wrote them. */
export const evidenceOf = (explained: ExplainedClass, root: Problem): Note[] => [
  ...hopsOf(explained.reach)
    .slice(0, root.step + 1)
    .map(({ resource, note }) => ({ resource, note })),
  ...(root.effect !== 'unknown' && root.blocker.kind === 'network-acl' ? linesOf(root.blocker) : []),
];

const linesOf = ({ networkAclId, direction, lines }: BlockerOf<'network-acl'>): Note[] =>
  lines.map((line) => ({ resource: networkAclId, note: `${direction} ${line}` }));

const alsoOf = (explained: ExplainedClass, root: Problem): Note[] =>
  uniqueNotes(
    explained.problems.flatMap((problem) =>
      problem === root || problem.effect === 'unknown'
        ? []
        : [{ resource: culpritOf(problem.blocker).resource, note: blockerText(problem.blocker) }],
    ),
  );

/** Whether enough ports work, so that what closes the others is not what makes an answer fail. */
const isMinor = ({ verdict }: ExplainedClass): boolean => verdict === 'reachable' || verdict === 'unknown';

export const occurrenceOf = (
  outcome: Outcome,
  subnet: SubnetOutcome,
  explained: ExplainedClass,
  root: Problem,
): Occurrence => ({
  subnetIds: [subnet.subnetId],
  targets: [outcome.target],
  severity: severityOf(isMinor(explained) ? explained.verdict : subnet.verdict, outcome.question.origin),
  onlyByDefault: !isDemanded(outcome.question.origin),
  evidence: evidenceOf(explained, root),
  also: alsoOf(explained, root),
});

/** What tells causes with one culprit apart: what a list does, and to where a route of its own is missing. */
const partOf = (blocker: Blocker, target: string): string => {
  if (blocker.kind === 'network-acl') return `${blocker.side} ${blocker.leg} ${blocker.direction}`;
  return blocker.kind === 'no-route' || blocker.kind === 'private-address' ? target : '';
};

const keyOf = (blocker: Blocker, target: string): string => {
  const { resource, destination } = culpritOf(blocker);
  return [blocker.kind, partOf(blocker, target), resource, destination].join(' ');
};

/** The same culprit can stop several devices; those that the finding does not name stand in its `also`. */
const withTwin = (named: Blocker, blocker: Blocker, place: Occurrence): Occurrence => {
  const note = blockerText(blocker);
  if (note === blockerText(named)) return place;
  return { ...place, also: [...place.also, { resource: culpritOf(blocker).resource, note }] };
};

/**
 * Outside a VPC there is no IPv6 at all, and no way to addresses of a VPC.
 * https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html#configuration-vpc-ipv6
 */
const outsideVpc = (functionName: string, outcome: Outcome): Cause => {
  const blocker: Blocker =
    outcome.family === 'ipv6'
      ? { kind: 'ipv6-outside-vpc', functionName }
      : { kind: 'outside-vpc', functionName, target: outcome.target };
  return {
    blocker,
    family: outcome.family,
    subnetIds: [],
    targets: [outcome.target],
    severity: severityOf(outcome.verdict, outcome.question.origin),
    onlyByDefault: !isDemanded(outcome.question.origin),
    evidence: [{ resource: functionName, note: blockerText(blocker) }],
    also: [],
  };
};

/** What packets met on the usual way and on others, each with their family. */
const explainedIn = ({ axis, classes, besides }: SubnetOutcome, asked: Family) =>
  [{ family: axis?.family ?? asked, classes }, ...besides].flatMap((way) =>
    way.classes.map((explained) => ({ family: way.family, explained })),
  );

/** The root causes of a function's answers: one for each culprit, and one for what it closes where enough still works. */
export const causesOf = (functionName: string, outcomes: readonly Outcome[]): Cause[] => {
  const causes = new Map<string, Cause>();
  for (const outcome of outcomes) {
    if (fails(outcome) && outcome.subnets.length === 0)
      causes.set(`outside a VPC ${outcome.target}`, outsideVpc(functionName, outcome));
    for (const subnet of outcome.subnets)
      for (const { family, explained } of explainedIn(subnet, outcome.family)) {
        const { root } = explained;
        if (root === null || root.effect === 'unknown') continue;
        const key = `${family} ${isMinor(explained) ? 'in part ' : ''}${keyOf(root.blocker, outcome.target)}`;
        const place = occurrenceOf(outcome, subnet, explained, root);
        const known = causes.get(key);
        if (known === undefined) causes.set(key, { ...place, blocker: root.blocker, family });
        else causes.set(key, { ...known, ...mergeOccurrences(known, withTwin(known.blocker, root.blocker, place)) });
      }
  }
  return [...causes.values()];
};
