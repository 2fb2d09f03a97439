import type { NatGateway } from '../../model/kinds/nat-gateways.ts';
import { parseCidr } from '../address.ts';
import { atomOf, spanOf } from '../axis.ts';
import { listAt } from '../gates/rule-list.ts';
import type { PortVariable, Step } from '../step.ts';
import { ownCidr, type PathContext } from './context.ts';

/** Who the far side of a connection sees: the function, or a NAT gateway in its place. */
export interface Caller {
  /** The subnet from which packets come to the far side's; null for a device that stands in none. */
  readonly subnetId: string | null;
  /** Groups that count as its own where a group of the far side names one. */
  readonly securityGroupIds: readonly string[];
  readonly cidr: string;
  /** Where its addresses are on the axis. */
  readonly atoms: readonly number[];
  /** The one address that all of its packets come from; null for the function, which has any of its subnet. */
  readonly fixedAt: number | null;
  /** To which replies come. */
  readonly port: PortVariable;
}

export const functionAsCaller = (context: PathContext): Caller => {
  const { axis, range, subnet, securityGroupIds } = context;
  const span = range === null ? { from: 0, to: 0 } : spanOf(axis, range);
  const atoms = Array.from({ length: span.to - span.from }, (_, offset) => span.from + offset);
  return { subnetId: subnet.id, securityGroupIds, cidr: ownCidr(context), atoms, fixedAt: null, port: 'function' };
};

/**
 * A NAT gateway sends from its private address and carries no group; null if the address is not told.
 * https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html
 */
export const natGatewayAsCaller = (context: PathContext, nat: NatGateway, subnetId: string): Caller | null => {
  const primary = nat.addresses.find(({ isPrimary }) => isPrimary === true);
  const only = nat.addresses.length === 1 ? nat.addresses[0] : undefined;
  const cidr = (primary ?? only)?.privateIp ?? null;
  const range = cidr === null ? null : parseCidr(cidr);
  if (cidr === null || range === null) return null;
  const atom = atomOf(context.axis, range.from);
  return { subnetId, securityGroupIds: [], cidr: `${cidr}/32`, atoms: [atom], fixedAt: atom, port: 'nat' };
};

/** A rule list that tests the caller's address. */
export const seenBy = (caller: Caller, step: Step): Step => {
  if (step.outcome.kind !== 'gate' || caller.fixedAt === null) return step;
  const { gate } = step.outcome;
  const owner = 'peer' in gate.owner ? { ...gate.owner, peer: caller.cidr } : gate.owner;
  const list = listAt(gate.list, caller.fixedAt);
  return { ...step, outcome: { kind: 'gate', gate: { ...gate, owner, list, address: 'destination' } } };
};
