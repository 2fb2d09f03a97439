import type { SecurityGroup, SecurityGroupPeer, SecurityGroupRule } from '../../model/kinds/security-groups.ts';
import type { Vpc } from '../../model/kinds/vpcs.ts';
import { type AddressRange, parseCidr } from '../address.ts';
import type { Axis } from '../axis.ts';
import type { Doubt } from '../doubt.ts';
import { allPorts } from '../ports.ts';
import { itemsInVpc, itemsOf, lookup, type World } from '../world.ts';
import { type CompiledRule, certainly, perhaps, type RuleList, ruleListOf } from './rule-list.ts';
import { concernsTcp, type Direction, everywhere, portsOf, rangesOf, spansOf } from './tcp.ts';

interface PeerAddresses {
  readonly ranges: readonly AddressRange[];
  /** Set when the peer could not be resolved; `ranges` then holds where it can be, null for anywhere. */
  readonly doubt: { readonly doubt: Doubt; readonly within: readonly AddressRange[] | null } | null;
}

const known = (ranges: readonly AddressRange[]): PeerAddresses => ({ ranges, doubt: null });

const prefixListAddresses = (world: World, id: string): PeerAddresses => {
  const list = lookup(world.prefixLists, id);
  if (list.status === 'unavailable') return { ranges: [], doubt: { doubt: list.doubt, within: null } };
  if (list.status === 'missing')
    return { ranges: [], doubt: { doubt: { kind: 'missing', resource: id }, within: null } };
  const { cidrs } = list.item;
  if (cidrs.status === 'known') return known(rangesOf(cidrs.value));
  const doubt: Doubt = { kind: 'unavailable', section: 'prefixLists', action: cidrs.action, reason: cidrs.reason };
  return { ranges: [], doubt: { doubt, within: null } };
};

const cidrsOf = ({ cidrs, ipv6Cidrs }: Vpc): string[] => [...cidrs, ...ipv6Cidrs.map(({ cidr }) => cidr)];

type Reference = Extract<SecurityGroupPeer, { kind: 'security-group' }>;

/** A reference across a peering connection that is no longer active is stale and matches nothing. */
const isStale = ({ peeringConnectionId, peeringStatus }: Reference): boolean =>
  peeringConnectionId !== null && peeringStatus !== 'active';

/** A referenced group stands for the private addresses of its interfaces, which lie in the VPC of the group. */
const groupAddresses = (world: World, peer: Reference): PeerAddresses => {
  const isSeen = peer.vpcId !== null && itemsInVpc(world.subnets, peer.vpcId).length > 0;
  if (world.networkInterfaces.status === 'collected' && (peer.peeringConnectionId === null || isSeen))
    return known(
      (world.interfacesOfGroup.get(peer.id) ?? []).flatMap((eni) =>
        rangesOf([...eni.privateIpAddresses.map((ip) => ip.address), ...eni.ipv6Addresses]),
      ),
    );
  const doubt: Doubt =
    world.networkInterfaces.status === 'unavailable'
      ? world.networkInterfaces.doubt
      : (world.unreadVpcs.get(peer.vpcId ?? '') ?? {
          kind: 'out-of-sight',
          resource: peer.id,
          what: `interfaces of ${peer.id} in the peered VPC are out of sight`,
        });
  const vpcs = itemsOf(world.vpcs).filter((vpc) => peer.vpcId === null || vpc.id === peer.vpcId);
  const within = peer.peeringConnectionId === null && vpcs.length > 0 ? rangesOf(vpcs.flatMap(cidrsOf)) : null;
  return { ranges: [], doubt: { doubt, within } };
};

const peerAddresses = (world: World, peer: SecurityGroupPeer): PeerAddresses => {
  if (peer.kind === 'prefix-list') return prefixListAddresses(world, peer.id);
  if (peer.kind === 'security-group') return isStale(peer) ? known([]) : groupAddresses(world, peer);
  const range = parseCidr(peer.cidr);
  if (range !== null) return known([range]);
  const doubt: Doubt = { kind: 'not-evaluated', resource: peer.cidr, what: `${peer.cidr} is not a CIDR block` };
  return { ranges: [], doubt: { doubt, within: null } };
};

const rulesOf = (groups: readonly SecurityGroup[], direction: Direction): SecurityGroupRule[] =>
  groups.flatMap((group) => group[direction]).filter(concernsTcp);

/** A rule as a line: `tcp 443 to 0.0.0.0/0`. */
export const ruleText = (rule: SecurityGroupRule, direction: Direction): string => {
  const { peer, ports, protocol } = rule;
  const other = peer.kind === 'ipv4' || peer.kind === 'ipv6' ? peer.cidr : peer.id;
  const range =
    ports.kind === 'range' ? (ports.from === ports.to ? `${ports.from}` : `${ports.from}-${ports.to}`) : null;
  const what = protocol === '-1' ? 'all traffic' : range === null ? 'tcp, all ports' : `tcp ${range}`;
  return `${what} ${direction === 'ingress' ? 'from' : 'to'} ${other}`;
};

export const securityGroupRanges = (world: World, groups: readonly SecurityGroup[]): AddressRange[] =>
  groups.flatMap((group) =>
    [...group.egress, ...group.ingress].flatMap((rule) => {
      const { ranges, doubt } = peerAddresses(world, rule.peer);
      return [...ranges, ...(doubt?.within ?? [])];
    }),
  );

const unreadPorts = (rule: string): Doubt => ({
  kind: 'not-evaluated',
  resource: 'a security group',
  what: `a security group has the rule ${rule}, whose ports are not in what was read`,
});

/** Who sends the packets that a group's ingress rules test: the groups that it carries and where its addresses lie. */
export interface CallerAddresses {
  readonly securityGroupIds: readonly string[];
  readonly cidr: string;
}

/**
 * The union of the rules of all groups for TCP in one direction; what no rule covers is not let through. Of a
 * caller, a rule that names one of its groups covers every address that it can have, and one that names another group
 * covers none.
 * https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html
 */
export const securityGroupList = (
  axis: Axis,
  world: World,
  groups: readonly SecurityGroup[],
  direction: Direction,
  caller: CallerAddresses | null,
): { readonly list: RuleList; readonly doubt: Doubt | null } => {
  const doubts: Doubt[] = [];
  const rules = rulesOf(groups, direction).flatMap((rule): CompiledRule[] => {
    const { ranges, doubt } =
      caller !== null && rule.peer.kind === 'security-group'
        ? known(caller.securityGroupIds.includes(rule.peer.id) && !isStale(rule.peer) ? rangesOf([caller.cidr]) : [])
        : peerAddresses(world, rule.peer);
    const ports = portsOf(rule.protocol, rule.ports);
    if (doubt !== null) doubts.push(doubt.doubt);
    if (ports === null) doubts.push(unreadPorts(ruleText(rule, direction)));
    const spans =
      doubt === null ? spansOf(axis, ranges) : doubt.within === null ? everywhere(axis) : spansOf(axis, doubt.within);
    const effect = doubt === null && ports !== null ? certainly('allow') : perhaps('allow');
    return [{ label: ruleText(rule, direction), spans, ports: ports ?? allPorts, ...effect }];
  });
  return { list: ruleListOf(axis.atoms, rules), doubt: doubts[0] ?? null };
};
