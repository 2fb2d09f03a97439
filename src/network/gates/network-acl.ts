import type { NetworkAcl, NetworkAclEntry } from '../../model/kinds/network-acls.ts';
import { type AddressRange, parseCidr } from '../address.ts';
import type { Axis } from '../axis.ts';
import { allPorts } from '../ports.ts';
import { type CompiledRule, certainly, perhaps, type RuleList, ruleListOf } from './rule-list.ts';
import { concernsTcp, type Direction, everywhere, portsOf, rangesOf, spansOf } from './tcp.ts';

/** Entries of one direction that concern TCP, in the order in which AWS tests them. */
export const entriesInOrder = (acl: NetworkAcl, direction: Direction): NetworkAclEntry[] =>
  acl.entries
    .filter((entry) => entry.direction === direction && concernsTcp(entry))
    .sort((a, b) => a.ruleNumber - b.ruleNumber);

/** AWS shows the final deny as rule 32767 (IPv4) and 32768 (IPv6) and writes it as `*`. */
export const ruleLabel = (ruleNumber: number): string => (ruleNumber >= 32767 ? 'rule *' : `rule ${ruleNumber}`);

export const networkAclRanges = (acl: NetworkAcl): AddressRange[] =>
  rangesOf(acl.entries.flatMap((entry) => (entry.cidr.kind === 'unknown' ? [] : [entry.cidr.cidr])));

const compileEntry = (axis: Axis, entry: NetworkAclEntry): CompiledRule[] => {
  if (entry.cidr.kind !== 'unknown' && entry.cidr.kind !== axis.family) return [];
  const ports = portsOf(entry.protocol, entry.ports);
  const range = entry.cidr.kind === 'unknown' ? null : parseCidr(entry.cidr.cidr);
  const rule = {
    label: ruleLabel(entry.ruleNumber),
    spans: range === null ? everywhere(axis) : spansOf(axis, [range]),
    ports: ports ?? allPorts,
  };
  if (entry.action !== 'allow' && entry.action !== 'deny') return [{ ...rule, lower: 'deny', upper: 'allow' }];
  return [{ ...rule, ...(ports === null || range === null ? perhaps(entry.action) : certainly(entry.action)) }];
};

/**
 * One direction of a network ACL for TCP: lowest rule number first, the first match decides, else deny.
 * https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html
 */
export const networkAclList = (axis: Axis, acl: NetworkAcl, direction: Direction): RuleList =>
  ruleListOf(
    axis.atoms,
    entriesInOrder(acl, direction).flatMap((entry) => compileEntry(axis, entry)),
  );
