import type { SecurityGroupRule } from '../../model/kinds/security-groups.ts';
import { command } from './command.ts';
import type { Peer } from './far-addresses.ts';

const listOf = (name: string, items: readonly string[]): string[] =>
  items.length === 0 ? [] : [`${name}=[${[...new Set(items)].join(',')}]`];

/** A rule of a security group as the AWS CLI takes it after `--ip-permissions`. */
const permissionOf = (protocol: string, port: number, peers: readonly Peer[]): string => {
  const cidrs = peers.flatMap((peer) => (peer.kind === 'cidr' ? [peer.cidr] : []));
  const groups = peers.flatMap((peer) => (peer.kind === 'group' ? [`{GroupId=${peer.id}}`] : []));
  const lists = peers.flatMap((peer) => (peer.kind === 'prefix-list' ? [`{PrefixListId=${peer.id}}`] : []));
  return [
    `IpProtocol=${protocol},FromPort=${port},ToPort=${port}`,
    ...listOf(
      'IpRanges',
      cidrs.filter((cidr) => !cidr.includes(':')).map((cidr) => `{CidrIp=${cidr}}`),
    ),
    ...listOf(
      'Ipv6Ranges',
      cidrs.filter((cidr) => cidr.includes(':')).map((cidr) => `{CidrIpv6=${cidr}}`),
    ),
    ...listOf('PrefixListIds', lists),
    ...listOf('UserIdGroupPairs', groups),
  ].join(',');
};

/** The command that adds a rule for one port to a security group. */
export const authorizeCommand = (
  direction: 'ingress' | 'egress',
  groupId: string | undefined,
  port: number,
  peers: readonly Peer[],
  protocol = 'tcp',
): string =>
  command`aws ec2 authorize-security-group-${direction} --group-id ${groupId ?? '<security group>'} --ip-permissions ${permissionOf(protocol, port, peers)}`;

/** For ICMP the two ports hold type and code. */
const portsOf = ({ protocol, ports }: SecurityGroupRule): string[] => {
  if (ports.kind === 'range') return [`FromPort=${ports.from}`, `ToPort=${ports.to}`];
  if (ports.kind === 'icmp') return [`FromPort=${ports.type}`, `ToPort=${ports.code}`];
  return protocol === '-1' ? [] : ['FromPort=0', 'ToPort=65535'];
};

/** The command that takes a rule about another group out of a security group. */
export const revokeEgressCommand = (groupId: string, rule: SecurityGroupRule, peerId: string): string => {
  const permission = [`IpProtocol=${rule.protocol}`, ...portsOf(rule), `UserIdGroupPairs=[{GroupId=${peerId}}]`];
  return command`aws ec2 revoke-security-group-egress --group-id ${groupId} --ip-permissions ${permission.join(',')}`;
};
