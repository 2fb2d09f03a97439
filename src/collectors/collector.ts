import type { FunctionReference } from '../model/function-reference.ts';
import type { SecurityGroupId, SubnetId, VpcId } from '../model/ids.ts';
import type { LambdaFunction } from '../model/kinds/functions.ts';
import type { Kind, Sections } from '../model/sections.ts';
import type { Aws } from './aws.ts';
import type { Action } from './read-only.ts';

/** One resource of a kind, as the snapshot holds it. */
export type Item<K extends Kind> = Extract<Sections[K], { readonly status: 'collected' }>['items'][number];

/** What is read: VPCs, and the subnets and security groups that functions name. */
export interface Scope {
  readonly vpcIds: readonly VpcId[];
  readonly subnetIds: readonly SubnetId[];
  readonly securityGroupIds: readonly SecurityGroupId[];
}

/** What the snapshot is about, known once all is read. */
export interface Subject {
  /** VPCs in which the functions' subnets are, and for a kind that is read of peered VPCs those. */
  readonly vpcIds: ReadonlySet<string>;
  /** Security groups that functions name. */
  readonly securityGroupIds: ReadonlySet<string>;
  /** Ids to which another resource that was read refers. */
  readonly referenced: ReadonlySet<string>;
}

/**
 * A resource of the kind for which the read matters. Without such a resource it could change no answer, so that it is
 * not asked for and the section is empty; where the kind cannot be read, it is asked for.
 */
export interface Condition {
  readonly kind: Kind;
  matters(item: Item<Kind>): boolean;
}

/**
 * Reads one kind of resource. `region`: takes no VPC id, so it is read at once beside the functions. `vpc`: read by the
 * VPCs of the functions. Any error that `collect` throws makes the section unavailable with the first action's name.
 */
export interface Collector<K extends Kind = Kind> {
  readonly kind: K;
  /** IAM actions of all calls, for the policy that a user needs. */
  readonly actions: readonly [Action, ...Action[]];
  readonly scope: 'region' | 'vpc';
  /** Read only where this says so. */
  readonly onlyIf?: Condition;
  /** Whether it decides on packets to the other VPC of a peering connection, so that it is read of that VPC too. */
  readonly ofPeers?: true;
  collect(aws: Aws, scope: Scope): Promise<readonly Item<K>[]>;
  /** Whether the snapshot keeps the resource: the VPC that Lambda reported may have been the wrong one. */
  belongs(item: Item<K>, subject: Subject): boolean;
  /**
   * Ids of resources that are kept only because another one refers to them. `subject.referenced` are those to which
   * kinds earlier in the alphabet refer.
   */
  references?(item: Item<K>, subject: Subject): readonly string[];
  /** A resource of which nothing but a reference to it is known; null if the id is of another kind. */
  mentioned?(id: string): Item<K> | null;
  /** Reads what takes a call for each resource, for the given ids. It throws for none of them. */
  details?(aws: Aws, items: readonly Item<K>[], ids: ReadonlySet<string>): Promise<readonly Item<K>[]>;
}

/** A function and the ARN of its execution role, which the snapshot holds only where it is asked about. */
export interface FoundFunction {
  readonly lambdaFunction: LambdaFunction;
  readonly role: string | null;
}

/** Reads one function; its errors are told apart, since a function that does not exist is no failed read. */
export interface FunctionCollector {
  readonly kind: 'functions';
  readonly actions: readonly [Action, ...Action[]];
  readonly scope: 'function';
  /** `detect`: whether targets are looked for that the function's own configuration names. */
  collect(aws: Aws, reference: FunctionReference, detect: boolean): Promise<FoundFunction>;
}

/**
 * Reads what functions name by its ARN; nothing where none names any. Any error that `collect` throws makes the section
 * unavailable with the first action's name.
 */
export interface NamedCollector<K extends Kind = Kind> {
  readonly kind: K;
  readonly actions: readonly [Action, ...Action[]];
  readonly scope: 'named';
  collect(aws: Aws, functions: readonly LambdaFunction[]): Promise<readonly Item<K>[]>;
}

export type AnyCollector = Collector | NamedCollector | FunctionCollector;

export const isOfNetwork = (collector: AnyCollector): collector is Collector =>
  collector.scope === 'region' || collector.scope === 'vpc';

export const defineCollector = <const K extends Exclude<Kind, 'functions'>>(collector: Collector<K>): Collector<K> =>
  collector;

export const defineNamedCollector = <const K extends Exclude<Kind, 'functions'>>(
  collector: NamedCollector<K>,
): NamedCollector<K> => collector;

/** Whether one of the attachments is to one of the VPCs. */
export const isAttached = (attachments: readonly { readonly vpcId: string }[], subject: Subject): boolean =>
  attachments.some((attachment) => subject.vpcIds.has(attachment.vpcId));
