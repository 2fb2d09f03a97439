import type { BlockerOf } from '../../network/blocker.ts';
import { portsText } from '../../network/ports.ts';
import { openPortsText } from '../../network/problem.ts';
import type { Cause, Draft, RuleContext } from '../rule.ts';
import { stoppedPlaces } from './asked.ts';
import { fixInVpc } from './fix-in-vpc.ts';
import { allowRuleCommands, decidingLines, type NewNumbers, replyRules, requestRules } from './network-acl-rule.ts';
import { isPartial } from './words.ts';

type Context = Omit<RuleContext, 'world'>;
type AclCause = Cause<BlockerOf<'network-acl'>>;

/** What crosses a subnet's border there, and whether the function is its other end. */
const passageOf = (context: Context, cause: AclCause): { readonly what: string; readonly meetsFunction: boolean } => {
  const { leg, direction } = cause.blocker;
  const far = stoppedPlaces(context, cause);
  if (leg === 'request')
    return direction === 'ingress'
      ? { what: 'requests on their way in from the function', meetsFunction: true }
      : { what: `requests on their way out to ${far}`, meetsFunction: false };
  return direction === 'ingress'
    ? { what: `replies on their way in from ${far}`, meetsFunction: false }
    : { what: 'replies on their way out to the function', meetsFunction: true };
};

/** The finding about a network ACL that stands in another subnet than the function's. */
export const passageDraft = (context: Context, cause: AclCause, place: string, numbers: NewNumbers): Draft => {
  const { blocker } = cause;
  const { networkAclId, subnetId, direction, closed, wanted, leg } = blocker;
  const { what, meetsFunction } = passageOf(context, cause);
  const own = context.subnets
    .filter(({ id }) => cause.subnetIds.includes(id))
    .flatMap(({ cidr, ipv6Cidrs }) => (cause.family === 'ipv4' ? (cidr ?? []) : ipv6Cidrs.map((each) => each.cidr)));
  const all = portsText(closed) === portsText(wanted);
  const subject = `Network ACL ${networkAclId}, which guards ${subnetId} of ${place},`;
  const part = meetsFunction && isPartial(context, cause) ? 'a part of the ' : '';
  const ports = all ? wanted : closed;
  const cidrs = meetsFunction ? (own.includes(blocker.peer) ? own : [blocker.peer]) : undefined;
  const rules = leg === 'request' ? requestRules(context, cause, cidrs) : replyRules(context, cause, ports, cidrs);
  return {
    resource: networkAclId,
    where: cause,
    message: all
      ? `${subject} drops ${part}${what} (tcp ${portsText(closed)}), by ${decidingLines(blocker)}.`
      : `${subject} passes ${what} on only ${openPortsText(closed, wanted)}, by ${decidingLines(blocker)}: connections that get a closed port time out.`,
    fix: fixInVpc(
      context,
      cause,
      `Add ${direction} rules for the ${what}, with numbers below the rule that denies them.`,
      allowRuleCommands(context, blocker, rules, numbers),
    ),
  };
};
