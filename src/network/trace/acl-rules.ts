import type { NetworkAcl } from '../../model/kinds/network-acls.ts';
import type { Family } from '../address.ts';
import { type Address, type Block, inBlock, readBlock } from './block.ts';
import type { Decision } from './packet.ts';

/** One rule of a network ACL that can concern TCP of one family; null stands for what the answer left out. */
export interface AclRule {
  readonly text: string;
  readonly action: 'allow' | 'deny' | null;
  readonly block: Block | null;
  readonly ports: readonly [from: number, to: number] | null;
}

type Entry = NetworkAcl['entries'][number];

const readPorts = ({ protocol, ports }: Entry): AclRule['ports'] | 'not tcp' => {
  if (protocol === '-1' || ports.kind === 'all') return [0, 65535];
  if (ports.kind === 'icmp') return 'not tcp';
  return ports.kind === 'range' ? [ports.from, ports.to] : null;
};

const readRule = (entry: Entry, family: Family): readonly AclRule[] => {
  const { cidr, protocol } = entry;
  const ports = readPorts(entry);
  if ((protocol !== '6' && protocol !== '-1') || ports === 'not tcp') return [];
  if (cidr.kind !== 'unknown' && cidr.kind !== family) return [];
  const block = cidr.kind === 'unknown' ? null : readBlock(cidr.cidr, family);
  const action = entry.action === 'allow' || entry.action === 'deny' ? entry.action : null;
  return [{ text: `rule ${entry.ruleNumber}`, action, block, ports }];
};

/** The rules of one direction in the order of their numbers. */
export const readAclRules = (acl: NetworkAcl, direction: Entry['direction'], family: Family): readonly AclRule[] =>
  acl.entries
    .filter((entry) => entry.direction === direction)
    .sort((one, other) => one.ruleNumber - other.ruleNumber)
    .flatMap((entry) => readRule(entry, family));

/**
 * The lowest number that matches decides, and without a match the packet is denied. A rule that may match counts both
 * ways: it decides, or the rules behind it do.
 * https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html
 */
export const decideByAcl = (rules: readonly AclRule[], address: Address, port: number): readonly [Decision, string] => {
  let mayAllow = false;
  let mayDeny = false;
  let decider = 'rule *';
  let decided = false;
  for (const { text, action, block, ports } of rules) {
    if (block !== null && !inBlock(address, block)) continue;
    if (ports !== null && (port < ports[0] || port > ports[1])) continue;
    if (action !== 'deny') mayAllow = true;
    if (action !== 'allow') mayDeny = true;
    decider = text;
    decided = block !== null && ports !== null;
    if (decided) break;
  }
  if (!decided) mayDeny = true;
  return [mayAllow && mayDeny ? 'unknown' : mayAllow ? 'passes' : 'blocks', decider];
};
