import type { BlockerOf } from '../../network/blocker.ts';
import type { PortSet } from '../../network/ports.ts';
import { command } from './command.ts';

type NetworkAclBlocker = BlockerOf<'network-acl'>;

const numberOf = (line: string): number => Number(/^rule (\d+) /.exec(line)?.[1]);

/** The rules that stop the packet, as the owner wrote them: `rule 90 deny tcp 443 to 0.0.0.0/0`. */
export const decidingLines = ({ decidedBy, lines }: NetworkAclBlocker): string => {
  const deciding = decidedBy.flatMap((label) => lines.filter((line) => line.startsWith(`${label} `)));
  return deciding.slice(0, 3).join(', ') || decidedBy.join(', ');
};

/** Unused rule numbers in front of the rule that stops the packet, as many as there are up to `count`. */
const freeNumbers = ({ freeRuleNumber, lines }: NetworkAclBlocker, count: number): number[] => {
  const used = new Set(lines.map(numberOf));
  const free: number[] = [];
  for (let number = freeRuleNumber ?? 0; number >= 1 && free.length < count; number -= 1)
    if (!used.has(number)) free.push(number);
  return free;
};

/**
 * The commands that add one allow rule for each of these addresses, in front of the rule that stops the ports.
 * https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html
 */
export const allowRuleCommands = (
  blocker: NetworkAclBlocker,
  ports: PortSet,
  cidrs: readonly string[] = [blocker.peer],
): string[] => {
  const from = ports[0]?.[0] ?? 0;
  const to = ports.at(-1)?.[1] ?? 65535;
  const numbers = freeNumbers(blocker, cidrs.length);
  const entry = command`aws ec2 create-network-acl-entry --network-acl-id ${blocker.networkAclId}`;
  return cidrs.map((cidr, index) =>
    [
      `${entry} --${blocker.direction}`,
      command`--rule-number ${numbers[index] ?? '<free number below the deny>'}`,
      `--protocol tcp --port-range From=${from},To=${to}`,
      command`--cidr-block ${cidr} --rule-action allow`,
    ].join(' '),
  );
};
