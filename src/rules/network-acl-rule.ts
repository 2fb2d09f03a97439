import type { BlockerOf } from '../network/blocker.ts';
import type { PortSet } from '../network/ports.ts';

/** The command that adds one allow rule to a network ACL, in front of the rule that stops these ports. */
export const allowRuleCommand = (blocker: BlockerOf<'network-acl'>, ports: PortSet): string => {
  const from = ports[0]?.[0] ?? 0;
  const to = ports.at(-1)?.[1] ?? 65535;
  return [
    'aws ec2 create-network-acl-entry',
    `--network-acl-id ${blocker.networkAclId}`,
    `--${blocker.direction}`,
    `--rule-number ${blocker.freeRuleNumber ?? '<free number>'}`,
    '--protocol tcp',
    `--port-range From=${from},To=${to}`,
    `--cidr-block ${blocker.peer}`,
    '--rule-action allow',
  ].join(' ');
};
