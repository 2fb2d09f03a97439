import type { Fix } from '../../model/report.ts';
import { fixBy } from '../rule.ts';
import { command } from './command.ts';
import type { UnreachableServer } from './dns-servers.ts';
import { type FixContext, fixInVpc } from './fix-in-vpc.ts';
import { authorizeCommand } from './group-permission.ts';

const openPort = (direction: 'ingress' | 'egress', group: string | undefined, cidrs: readonly string[]): string[] =>
  ['udp', 'tcp'].map((protocol) =>
    authorizeCommand(
      direction,
      group,
      53,
      cidrs.map((cidr) => ({ kind: 'cidr', cidr })),
      protocol,
    ),
  );

/** What lets a DNS server be asked: rules of the groups where they are in the way, else the resolver of Amazon. */
export const dnsServerFix = (
  context: FixContext,
  server: string,
  vpcId: string,
  found: readonly UnreachableServer[],
): Fix => {
  const blocker = found[0]?.blocker;
  if (blocker?.kind === 'security-group-egress')
    return fixBy(
      `Let udp and tcp 53 out to ${server}.`,
      ...openPort('egress', blocker.securityGroupIds[0], [`${server}/${server.includes(':') ? 128 : 32}`]),
    );
  if (blocker?.kind === 'target-security-group')
    return fixBy(
      `Let udp and tcp 53 in from the subnets of the function to ${server}.`,
      ...openPort(
        'ingress',
        blocker.securityGroupIds[0],
        found.flatMap(({ subnet }) => subnet.cidr ?? []),
      ),
    );
  return fixInVpc(
    context,
    { subnetIds: found.map(({ subnet }) => subnet.id) },
    `Open the way to ${server} for udp and tcp 53 and their replies, or let all of ${vpcId} use the resolver of Amazon.`,
    [command`aws ec2 associate-dhcp-options --dhcp-options-id default --vpc-id ${vpcId}`],
  );
};
