import type { Axis } from './axis.ts';
import type { EffectiveRouteTable } from './effective-route-table.ts';
import type { RuleList } from './gates/rule-list.ts';
import type { RoutePlan } from './routing.ts';
import type { Step } from './step.ts';

/** One direction of a network ACL on the axis, and its rules as its owner wrote them. */
export interface CompiledNetworkAcl {
  readonly list: RuleList;
  readonly lines: readonly string[];
}

/** An axis with the route tables and rule lists that were laid on it so far; subnets of one VPC share it. */
export interface Compiled {
  readonly axis: Axis;
  /** By route table. */
  readonly plans: Map<string, RoutePlan>;
  /** By network ACL and direction. */
  readonly networkAcls: Map<string, CompiledNetworkAcl>;
  /** By subnet. */
  readonly tables: Map<string, EffectiveRouteTable>;
  /** The step through the function's own groups, by their ids in order. */
  readonly groupSteps: Map<string, Step>;
}
