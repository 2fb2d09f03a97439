import type { NetworkInterface } from '../../model/kinds/network-interfaces.ts';
import type { VpcEndpoint } from '../../model/kinds/vpc-endpoints.ts';
import type { Fix } from '../../model/report.ts';
import type { BlockerOf } from '../../network/blocker.ts';
import { allOf } from '../../network/words.ts';
import { accountOf, itemsOf, lookup } from '../../network/world.ts';
import type { Cause, Draft, RuleContext } from '../rule.ts';
import { portsAsked } from './asked.ts';
import type { Peer } from './far-addresses.ts';
import { authorizeCommand } from './group-permission.ts';
import { groupRuleLine } from './group-rule-line.ts';
import { someOf } from './words.ts';

type Context = RuleContext<'securityGroups'>;
type GroupCause = Cause<BlockerOf<'target-security-group'>>;

/** The interface whose groups do not let the function in. */
export const targetInterface = ({ hints }: Context, { blocker }: GroupCause): NetworkInterface | null => {
  const found = lookup(hints.networkInterfaces, blocker.hostId);
  return found.status === 'found' ? found.item : null;
};

/** The endpoint whose groups do not let the function in. */
export const targetEndpoint = ({ hints }: Context, { blocker: { hostId } }: GroupCause): VpcEndpoint | undefined =>
  itemsOf(hints.vpcEndpoints).find(({ id, networkInterfaceIds }) =>
    [id, ...networkInterfaceIds].some((each) => each === hostId),
  );

const linesOf = (context: Context, { blocker }: GroupCause): string[] =>
  blocker.securityGroupIds.flatMap((id) => {
    const group = lookup(context.world.securityGroups, id);
    return group.status === 'found' ? group.item.ingress.map((rule) => groupRuleLine(rule, 'ingress')) : [];
  });

/**
 * Who has to be let in: the function's group, or its subnets where the target is in another VPC, behind a middlebox or
 * sees another address than the function's. https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html
 */
const callersOf = (context: Context, cause: GroupCause): Peer[] => {
  const { fn, subnets } = context;
  const own = subnets.filter(({ id }) => cause.subnetIds.includes(id));
  const cidrs = own.flatMap(({ cidr, ipv6Cidrs }) =>
    cause.family === 'ipv4' ? (cidr ?? []) : ipv6Cidrs.map((each) => each.cidr),
  );
  const { peer, seesGroups } = cause.blocker;
  const vpcId = (targetInterface(context, cause) ?? targetEndpoint(context, cause))?.vpcId;
  if (!cidrs.includes(peer)) return [{ kind: 'cidr', cidr: peer }];
  const group = fn.network.kind === 'vpc' ? fn.network.securityGroupIds[0] : undefined;
  if (seesGroups && group !== undefined && own.every((subnet) => subnet.vpcId === vpcId))
    return [{ kind: 'group', id: group }];
  return cidrs.map((cidr) => ({ kind: 'cidr', cidr }));
};

const fixOf = (context: Context, cause: GroupCause): Fix => {
  const [group] = cause.blocker.securityGroupIds;
  const callers = callersOf(context, cause);
  const ports = portsAsked(context, cause);
  const names = callers.map((peer) => (peer.kind === 'cidr' ? peer.cidr : peer.id));
  const owner = targetInterface(context, cause)?.ownerId ?? null;
  const isForeign = owner !== null && owner !== accountOf(context.fn);
  return {
    text: `Let tcp ${allOf(ports.map(String))} in from ${someOf(names)}, by an ingress rule of ${group ?? 'a security group of the interface'}.`,
    commands: ports.map((port) => authorizeCommand('ingress', group, port, callers)),
    actor: isForeign ? 'owner-account' : 'you',
  };
};

/** The finding about an interface, named in words, whose groups do not let the function in. */
export const targetGroupDraft = (context: Context, cause: GroupCause, name: string): Draft => {
  const { securityGroupIds: ids, hostId } = cause.blocker;
  const lines = linesOf(context, cause);
  const groups = `${ids.length === 1 ? 'Security group' : 'The security groups'} ${ids.join(', ')} of ${name}`;
  const verb = ids.length === 1 ? 'lets' : 'let';
  const ports = allOf(portsAsked(context, cause).map(String));
  const seen = lines.length === 0 ? `${verb} nothing in` : `${verb} in only ${someOf(lines)}`;
  return {
    resource: ids.toSorted().join(', ') || hostId,
    where: cause,
    message: `${groups} ${seen}: connections of ${context.fn.name} to tcp ${ports} are dropped.`,
    fix: fixOf(context, cause),
  };
};
