import type { Atoms } from './atoms.ts';
import type { Axis } from './axis.ts';
import type { RuleList } from './gates/rule-list.ts';
import type { Ways } from './path/legs.ts';
import type { RoutePlan } from './routing.ts';
import type { Step } from './step.ts';
import type { TransitGatewayPlan } from './transit-gateway-routing.ts';

/** One direction of a network ACL on the axis, and its rules as its owner wrote them. */
export interface CompiledNetworkAcl {
  readonly list: RuleList;
  readonly lines: readonly string[];
}

/** Atoms with one key; the route of the largest is the one that most packets take. */
export interface AlikeAtoms extends Atoms {
  readonly key: string;
}

/** What functions share whose packets start in one subnet, whatever groups they carry. */
export interface Start {
  /** Steps through rule lists, by what they are made from: compiling a list is the dearest part of a path. */
  readonly steps: Map<string, Step>;
  /** What lies behind the groups, by the routes that win, where it does not depend on the groups. */
  readonly ways: Map<string, Ways>;
  /** Addresses by the routes that take them, by how many addresses are asked for. */
  readonly alike: Map<string, readonly AlikeAtoms[]>;
  /** Addresses of the public internet; null before they are asked for. */
  internet: readonly number[] | null;
}

/** An axis with the route tables and rule lists that were laid on it so far; subnets of one VPC share it. */
export interface Compiled {
  readonly axis: Axis;
  /** By route table. */
  readonly plans: Map<string, RoutePlan>;
  /** By route table of a transit gateway. */
  readonly transitGatewayPlans: Map<string, TransitGatewayPlan>;
  /** By network ACL and direction. */
  readonly networkAcls: Map<string, CompiledNetworkAcl>;
  /** The step through the function's own groups, by their ids in order. */
  readonly groupSteps: Map<string, Step>;
  /** By subnet, by who owns the function, and by what is asked for. */
  readonly starts: Map<string, Start>;
}
