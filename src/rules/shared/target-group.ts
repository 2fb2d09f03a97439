import type { NetworkInterface } from '../../model/kinds/network-interfaces.ts';
import type { Fix } from '../../model/report.ts';
import type { BlockerOf } from '../../network/blocker.ts';
import { allOf } from '../../network/words.ts';
import { accountOf, lookup } from '../../network/world.ts';
import type { Cause, Draft, RuleContext } from '../rule.ts';
import { portsAsked } from './asked.ts';
import type { Peer } from './far-addresses.ts';
import { authorizeCommand } from './group-permission.ts';
import { groupRuleLine } from './group-rule-line.ts';
import { someOf } from './words.ts';

type Context = RuleContext<'networkInterfaces' | 'securityGroups'>;
type GroupCause = Cause<BlockerOf<'target-security-group'>>;

/** The interface whose groups do not let the function in. */
export const targetInterface = (context: Context, { blocker }: GroupCause): NetworkInterface | null => {
  const found = lookup(context.world.networkInterfaces, blocker.networkInterfaceId);
  return found.status === 'found' ? found.item : null;
};

/** Whether the interface is that of a VPC endpoint. */
export const isOfEndpoint = (eni: NetworkInterface | null): boolean => eni?.interfaceType === 'vpc_endpoint';

const linesOf = (context: Context, { blocker }: GroupCause): string[] =>
  blocker.securityGroupIds.flatMap((id) => {
    const group = lookup(context.world.securityGroups, id);
    return group.status === 'found' ? group.item.ingress.map((rule) => groupRuleLine(rule, 'ingress')) : [];
  });

/**
 * Who has to be let in: the function's group, or its subnets where the target is in another VPC or sees another address
 * than the function's. https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html
 */
const callersOf = ({ fn, subnets }: Context, cause: GroupCause, eni: NetworkInterface | null): Peer[] => {
  const own = subnets.filter(({ id }) => cause.subnetIds.includes(id));
  const cidrs = own.flatMap(({ cidr, ipv6Cidrs }) =>
    cause.family === 'ipv4' ? (cidr ?? []) : ipv6Cidrs.map((each) => each.cidr),
  );
  const { peer } = cause.blocker;
  if (!cidrs.includes(peer)) return [{ kind: 'cidr', cidr: peer }];
  const group = fn.network.kind === 'vpc' ? fn.network.securityGroupIds[0] : undefined;
  if (group !== undefined && own.every(({ vpcId }) => vpcId === eni?.vpcId)) return [{ kind: 'group', id: group }];
  return cidrs.map((cidr) => ({ kind: 'cidr', cidr }));
};

const fixOf = (context: Context, cause: GroupCause, eni: NetworkInterface | null): Fix => {
  const [group] = cause.blocker.securityGroupIds;
  const callers = callersOf(context, cause, eni);
  const ports = portsAsked(context, cause);
  const names = callers.map((peer) => (peer.kind === 'cidr' ? peer.cidr : peer.id));
  const isForeign = (eni?.ownerId ?? null) !== null && eni?.ownerId !== accountOf(context.fn);
  return {
    text: `Let tcp ${allOf(ports.map(String))} in from ${someOf(names)}, by an ingress rule of ${group ?? 'a security group of the interface'}.`,
    commands: ports.map((port) => authorizeCommand('ingress', group, port, callers)),
    actor: isForeign ? 'owner-account' : 'you',
  };
};

/** The finding about an interface, named in words, whose groups do not let the function in. */
export const targetGroupDraft = (context: Context, cause: GroupCause, name: string): Draft => {
  const { securityGroupIds: ids, networkInterfaceId } = cause.blocker;
  const lines = linesOf(context, cause);
  const groups = `${ids.length === 1 ? 'Security group' : 'The security groups'} ${ids.join(', ')} of ${name}`;
  const verb = ids.length === 1 ? 'lets' : 'let';
  const ports = allOf(portsAsked(context, cause).map(String));
  const seen = lines.length === 0 ? `${verb} nothing in` : `${verb} in only ${someOf(lines)}`;
  return {
    resource: ids.toSorted().join(', ') || networkInterfaceId,
    where: cause,
    message: `${groups} ${seen}: connections of ${context.fn.name} to tcp ${ports} are dropped.`,
    fix: fixOf(context, cause, targetInterface(context, cause)),
  };
};
