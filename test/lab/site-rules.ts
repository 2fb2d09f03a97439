import type { NetworkAcl, NetworkAclEntry, RulePorts } from '../../src/model/kinds/network-acls.ts';
import type { SecurityGroup, SecurityGroupPeer } from '../../src/model/kinds/security-groups.ts';
import type { Subnet } from '../../src/model/kinds/subnets.ts';
import { familyOf } from './addresses.ts';
import { itemsOf, NotExpressible, prefixListCidrs } from './sections.ts';
import { addressesOf, type Site } from './site.ts';
import { standsIn } from './site-routes.ts';

type Direction = 'ingress' | 'egress';

/** An nftables chain, whose rules are one to a line. */
export const chain = (name: string, lines: readonly string[]): string =>
  `chain ${name} {\n${lines.map((line) => `    ${line}\n`).join('')}  }`;

/** Replaces every rule of a namespace. */
export const nft = (ruleset: string): string => `nft -f - <<'END'\nflush ruleset\n${ruleset}\nEND\n`;

/** By these, hosts of one link find each other over IPv6; no rule of a snapshot concerns them. */
export const neighbours = 'icmpv6 type { nd-neighbor-solicit, nd-neighbor-advert } accept';

const quoted = (names: readonly string[]): string => `{ ${names.map((name) => `"${name}"`).join(', ')} }`;

/** Rules test the destination port of the packet that they see, in either direction. */
const matchOf = (protocol: string, ports: RulePorts): string => {
  if (protocol === '-1') return '';
  if (ports.kind === 'unknown') throw new NotExpressible('a rule without ports');
  const name = { '6': 'tcp', '17': 'udp' }[protocol];
  if (name === undefined || ports.kind !== 'range') return `meta l4proto ${protocol}`;
  return `${name} dport ${ports.from}-${ports.to}`;
};

/** The address of the other end: where the packet comes from, or where it goes. A block covers its own family alone. */
const otherEnd = (direction: Direction, cidr: string): string =>
  `${familyOf(cidr) === 'ipv4' ? 'ip' : 'ip6'} ${direction === 'ingress' ? 'saddr' : 'daddr'} ${cidr}`;

const entryLine = ({ direction, protocol, ports, cidr, action }: NetworkAclEntry): string => {
  if (cidr.kind === 'unknown' || (action !== 'allow' && action !== 'deny'))
    throw new NotExpressible('a rule without an address or action');
  const verdict = action === 'allow' ? 'return' : 'drop';
  return `${otherEnd(direction, cidr.cidr)} ${matchOf(protocol, ports)} ${verdict}`;
};

const networkAclOf = ({ sections, vpcId }: Site, subnet: Subnet): NetworkAcl => {
  const acls = itemsOf(sections.networkAcls).filter((acl) => acl.vpcId === vpcId);
  const acl = acls.find(({ subnetIds }) => subnetIds.includes(subnet.id)) ?? acls.find(({ isDefault }) => isDefault);
  if (acl === undefined) throw new NotExpressible(`${subnet.id} has no network ACL`);
  return acl;
};

const aclChain = (name: string, acl: NetworkAcl, direction: Direction): string => {
  const entries = acl.entries
    .filter((entry) => entry.direction === direction)
    .toSorted((a, b) => a.ruleNumber - b.ruleNumber);
  return chain(name, [...entries.map(entryLine), 'drop']);
};

/** Stateless: connections are not tracked, and every packet that enters or leaves a subnet is tested anew. */
export const networkAclRules = (site: Site): string => {
  const subnets = new Map(standsIn(site).map(({ subnet }) => [subnet.id, subnet]));
  const parts = [...subnets.values()].map((subnet, index) => {
    const inside = standsIn(site).filter((one) => one.subnet.id === subnet.id);
    const names = quoted(inside.map(({ link }) => link.nearName));
    const acl = networkAclOf(site, subnet);
    return {
      chains: (['egress', 'ingress'] as const).map((direction) => aclChain(`${direction}${index}`, acl, direction)),
      leaves: `iifname ${names} oifname != ${names} jump egress${index}`,
      enters: `oifname ${names} iifname != ${names} jump ingress${index}`,
    };
  });
  return [
    'table inet lab {',
    chain('untracked', ['type filter hook prerouting priority raw', 'notrack']),
    ...parts.flatMap(({ chains }) => chains),
    chain('passing', [
      'type filter hook forward priority filter',
      ...parts.map(({ leaves }) => leaves),
      ...parts.map(({ enters }) => enters),
    ]),
    '}',
  ].join('\n');
};

/** A referenced group stands for the private addresses of the interfaces that carry it, the function's among them. */
const peerAddresses = ({ sections, securityGroupIds, places }: Site, peer: SecurityGroupPeer): readonly string[] => {
  if (peer.kind === 'ipv4' || peer.kind === 'ipv6') return [peer.cidr];
  if (peer.kind === 'prefix-list') return prefixListCidrs(sections, peer.id);
  const carriers = itemsOf(sections.networkInterfaces).filter((eni) => eni.securityGroupIds.includes(peer.id));
  return [
    ...carriers.flatMap(addressesOf),
    ...(securityGroupIds.includes(peer.id) ? places.flatMap(({ addresses }) => addresses) : []),
  ];
};

const groupOf = ({ sections }: Site, id: string): SecurityGroup => {
  const group = itemsOf(sections.securityGroups).find((item) => item.id === id);
  if (group === undefined) throw new NotExpressible(`no group ${id}`);
  return group;
};

/** The rules of all groups together; what none of them matches does not pass. */
export const groupLines = (site: Site, ids: readonly string[], direction: Direction): string[] =>
  ids
    .flatMap((id) => groupOf(site, id)[direction])
    .flatMap(({ peer, protocol, ports }) =>
      peerAddresses(site, peer).map((address) => `${otherEnd(direction, address)} ${matchOf(protocol, ports)} return`),
    )
    .concat('drop');
