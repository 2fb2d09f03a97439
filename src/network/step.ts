import type { Route } from '../model/kinds/route-tables.ts';
import type { HopKind } from '../model/report.ts';
import type { Blocker, BlockerOf } from './blocker.ts';
import type { Doubt } from './doubt.ts';
import type { RuleList } from './gates/rule-list.ts';

/** What is known of a gate before it is known which of its rules stop which packets. */
export type GateOwner =
  | Pick<BlockerOf<'security-group-egress'>, 'kind' | 'securityGroupIds' | 'rules'>
  | Pick<
      BlockerOf<'network-acl'>,
      'kind' | 'networkAclId' | 'subnetId' | 'side' | 'direction' | 'leg' | 'lines' | 'peer'
    >
  | Pick<
      BlockerOf<'target-security-group'>,
      'kind' | 'hostId' | 'ofEndpoint' | 'securityGroupIds' | 'peer' | 'seesGroups'
    >
  | Pick<
      BlockerOf<'nat-instance-security-group'>,
      'kind' | 'networkInterfaceId' | 'securityGroupIds' | 'direction' | 'peer'
    >;

/**
 * The port that a gate tests. Network ACLs and security groups match the destination port of the packet that they
 * see: of a request that is the target's port, of a reply the port that the function or the NAT gateway chose.
 */
export type PortVariable = 'destination' | 'function' | 'nat';

/** A rule list on the path. */
export interface Gate {
  readonly list: RuleList;
  /** The remote address that its rules test: the target's, or the function's own. */
  readonly address: 'destination' | 'function';
  readonly port: PortVariable;
  readonly owner: GateOwner;
  /** Why parts of the list are not known; null if all are. */
  readonly doubt: Doubt | null;
}

/** One hop of a path: it lets everything through, stops everything, cannot be told, or is a rule list. */
export interface Step {
  readonly hop: HopKind;
  readonly resource: string;
  /** What the hop does when nothing stops the packet there. */
  readonly note: string;
  /** The route that sends the packet on, at a hop that is a route table. */
  readonly route?: Route;
  readonly outcome:
    | { readonly kind: 'passes' }
    | { readonly kind: 'blocks'; readonly blocker: Blocker }
    | { readonly kind: 'unknown'; readonly doubt: Doubt }
    | { readonly kind: 'gate'; readonly gate: Gate };
}

const step = (hop: HopKind, resource: string, note: string, outcome: Step['outcome']): Step => ({
  hop,
  resource,
  note,
  outcome,
});

export const passes = (hop: HopKind, resource: string, note: string): Step =>
  step(hop, resource, note, { kind: 'passes' });

export const blocks = (hop: HopKind, resource: string, blocker: Blocker): Step =>
  step(hop, resource, '', { kind: 'blocks', blocker });

export const unknown = (hop: HopKind, resource: string, doubt: Doubt): Step =>
  step(hop, resource, '', { kind: 'unknown', doubt });

export const gateStep = (hop: HopKind, resource: string, note: string, gate: Gate): Step =>
  step(hop, resource, note, { kind: 'gate', gate });

/** Where a path ends for good: what lies behind such a step is never reached by this packet. */
export const isDeadEnd = (candidate: Step): boolean => candidate.outcome.kind === 'blocks';
