import type { LambdaFunction } from '../../src/model/kinds/functions.ts';
import type { Section } from '../../src/model/section.ts';
import { type Kind, kinds } from '../../src/model/sections.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { networkOf, type Quotas } from './network.ts';

/** How much of everything an account has. A placement is a subnet with a set of groups. */
export interface Size {
  readonly functions: number;
  readonly vpcs: number;
  /** Subnets of its VPC, one to three, in all of which a function is. */
  readonly subnets: number;
  /** Groups of each VPC of which every function carries one. */
  readonly groups: number;
}

export const placementsOf = ({ vpcs, groups, subnets }: Size): number => vpcs * groups * subnets;

const itemsOf = <Item>(section: Section<Item>): readonly Item[] =>
  section.status === 'collected' ? section.items : [];

const sectionItems = ({ sections }: Snapshot, kind: Kind): readonly unknown[] => {
  const section: Section<unknown> = sections[kind];
  return itemsOf(section);
};

const ids = /"((?:vpc|subnet|rtb|rtbassoc|acl|sg|nat|igw|eni|eipalloc|vpce|dopt)-0[^"]*)"/g;

/** The same network under ids of its own. */
const copyOf = (text: string, index: number): Snapshot => JSON.parse(text.replace(ids, `"$1-${index}"`));

/** Functions that carry one of the groups each, in turn. */
const functionsOf = ({ sections }: Snapshot, subnets: number, first: number, count: number): LambdaFunction[] => {
  const [pattern] = itemsOf(sections.functions);
  if (pattern?.network.kind !== 'vpc') throw new Error('the network has no function in a VPC');
  const network = { ...pattern.network, subnetIds: pattern.network.subnetIds.slice(0, subnets) };
  return Array.from({ length: count }, (_, index): LambdaFunction => {
    const name = `function-${first + index}`;
    const carried = network.securityGroupIds[index % network.securityGroupIds.length];
    const securityGroupIds = carried === undefined ? [] : [carried];
    return { ...pattern, name, arn: `${pattern.arn}-${first + index}`, network: { ...network, securityGroupIds } };
  });
};

/** Kinds of which an account has the same for all VPCs. */
const ofTheAccount: readonly Kind[] = ['prefixLists', 'vpcBlockPublicAccessOptions'];

const usual: Omit<Quotas, 'groups'> = {
  aclRules: 10,
  denyOneOf: null,
  groupRules: 20,
  routes: 12,
  prefixListEntries: 0,
};

/** A snapshot file of an account of correct networks, in which every function reaches the internet. */
export const accountOf = ({ functions, vpcs, groups, subnets }: Size): string => {
  const whole = networkOf({ ...usual, groups }).snapshot();
  const text = JSON.stringify(whole);
  const copies = Array.from({ length: vpcs }, (_, index) => copyOf(text, index));
  const each = Math.ceil(functions / vpcs);
  const itemsFor = (kind: Kind): readonly unknown[] => {
    if (ofTheAccount.includes(kind)) return sectionItems(whole, kind);
    if (kind !== 'functions') return copies.flatMap((copy) => sectionItems(copy, kind));
    return copies.flatMap((copy, index) =>
      functionsOf(copy, subnets, index * each, Math.min(each, functions - index * each)),
    );
  };
  const sections = Object.fromEntries(kinds.map((kind) => [kind, { status: 'collected', items: itemsFor(kind) }]));
  return `${JSON.stringify({ ...whole, sections }, null, 2)}\n`;
};
