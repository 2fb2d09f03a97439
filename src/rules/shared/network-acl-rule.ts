import type { BlockerOf } from '../../network/blocker.ts';
import type { PortSet } from '../../network/ports.ts';
import { lookup, type World } from '../../network/world.ts';
import type { RuleContext } from '../rule.ts';
import { command } from './command.ts';
import { cidrsByPort, type Stopped } from './far-addresses.ts';

type NetworkAclBlocker = BlockerOf<'network-acl'>;

/** The rules that stop the packet, as the owner wrote them: `rule 90 deny tcp 443 to 0.0.0.0/0`. */
export const decidingLines = ({ decidedBy, lines }: NetworkAclBlocker): string => {
  const deciding = decidedBy.flatMap((label) => lines.filter((line) => line.startsWith(`${label} `)));
  return deciding.slice(0, 3).join(', ') || decidedBy.join(', ');
};

const lastNumber = 32_766;

/** Where to look for a free number: right before the first numbered rule that denies, else behind the last rule. */
const startNumber = (decidedBy: readonly string[], used: ReadonlySet<number>): number => {
  const deciding = decidedBy.flatMap((label) => (label === 'rule *' ? [] : [Number(label.slice('rule '.length))]));
  if (deciding.length > 0) return Math.min(...deciding) - 1;
  const last = Math.max(0, ...used);
  return last === 0 ? 100 : Math.min(last + 10, lastNumber);
};

/**
 * Unused numbers of that direction in front of the rule that stops the packet, as many as there are up to `count`. Rules
 * of other protocols and of IPv6 take numbers as well.
 */
const freeNumbers = (
  hints: World,
  { networkAclId, direction, decidedBy }: NetworkAclBlocker,
  count: number,
  others: readonly number[],
): number[] => {
  const found = lookup(hints.networkAcls, networkAclId);
  const entries = found.status === 'found' ? found.item.entries : [];
  const numbers = entries.filter((entry) => entry.direction === direction).map(({ ruleNumber }) => ruleNumber);
  const used = new Set(numbers.filter((number) => number <= lastNumber));
  const free: number[] = [];
  for (let number = startNumber(decidedBy, used); number >= 1 && free.length < count; number -= 1)
    if (!used.has(number) && !others.includes(number)) free.push(number);
  return free.toReversed();
};

/** What one rule of a network ACL lets through. */
export interface AllowRule {
  readonly cidr: string;
  readonly from: number;
  readonly to: number;
}

type Context = Parameters<typeof cidrsByPort>[0];

/** Rules for the requests of a defect: the addresses that were asked for, each on its port. */
export const requestRules = (context: Context, where: Stopped, cidrs?: readonly string[]): AllowRule[] =>
  [...cidrsByPort(context, where)].flatMap(([port, asked]) =>
    (cidrs ?? asked).map((cidr) => ({ cidr, from: port, to: port })),
  );

/** Rules for the replies of a defect: from, or to, these addresses on the ports that the list drops. */
export const replyRules = (
  context: Context,
  where: Stopped,
  ports: PortSet,
  cidrs: readonly string[] = [...cidrsByPort(context, where).values()].flat(),
): AllowRule[] =>
  [...new Set(cidrs)].map((cidr) => ({ cidr, from: ports[0]?.[0] ?? 0, to: ports.at(-1)?.[1] ?? 65535 }));

/** Numbers that the findings of one rule give to new rules, by what these let through: no two get the same. */
export type NewNumbers = Map<string, number>;

/**
 * The commands that add allow rules, in front of the rule that stops the ports.
 * https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html
 */
export const allowRuleCommands = (
  { hints }: Pick<RuleContext, 'hints'>,
  blocker: NetworkAclBlocker,
  rules: readonly AllowRule[],
  given: NewNumbers,
): string[] => {
  const list = `${blocker.networkAclId} ${blocker.direction}`;
  const keyOf = ({ cidr, from, to }: AllowRule): string => `${list} ${cidr} ${from} ${to}`;
  const others = [...given].flatMap(([key, number]) => (key.startsWith(`${list} `) ? [number] : []));
  const fresh = rules.filter((rule) => !given.has(keyOf(rule)));
  const numbers = freeNumbers(hints, blocker, fresh.length, others);
  for (const [index, rule] of fresh.entries()) {
    const number = numbers[index];
    if (number !== undefined) given.set(keyOf(rule), number);
  }
  const entry = command`aws ec2 create-network-acl-entry --network-acl-id ${blocker.networkAclId}`;
  return rules.map(({ cidr, from, to }) =>
    [
      `${entry} --${blocker.direction}`,
      command`--rule-number ${given.get(keyOf({ cidr, from, to })) ?? '<free number below the deny>'}`,
      `--protocol tcp --port-range From=${from},To=${to}`,
      `${cidr.includes(':') ? '--ipv6-cidr-block' : '--cidr-block'} ${command`${cidr} --rule-action allow`}`,
    ].join(' '),
  );
};
