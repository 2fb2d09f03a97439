import type { Subnet } from '../../model/kinds/subnets.ts';
import type { Note } from '../../model/report.ts';
import type { Blocker } from '../../network/blocker.ts';
import { destinationOf } from '../../network/destination-of.ts';
import { hopsOf } from '../../network/hops.ts';
import { packetsTo } from '../../network/packets.ts';
import { problemsOf, rootOf } from '../../network/problem.ts';
import { stopClause } from '../../network/stop-text.ts';
import { accountOf } from '../../network/world.ts';
import type { RuleContext } from '../rule.ts';
import { inUdpWords, udpWorldOf } from './udp.ts';

/** Why queries to a DNS server do not arrive from a subnet, or their answers do not come back. */
export interface UnreachableServer {
  readonly subnet: Subnet;
  readonly blocker: Blocker;
  readonly clause: string;
  readonly evidence: readonly Note[];
}

const dnsPort = 53;

const unreachableFrom = (
  { fn, hints }: Pick<RuleContext, 'fn' | 'hints'>,
  subnet: Subnet,
  server: string,
): UnreachableServer[] => {
  if (fn.network.kind !== 'vpc') return [];
  const world = udpWorldOf(hints);
  const text = `${server}:${dnsPort}`;
  const target = { kind: 'addresses', text, cidr: server, port: dnsPort } as const;
  const isShared = subnet.ownerId !== null && subnet.ownerId !== accountOf(fn);
  const vantage = { world, fn, subnet, securityGroupIds: fn.network.securityGroupIds, unread: null };
  const { found, reached } = packetsTo(vantage, destinationOf(world, subnet, isShared, target), text);
  const [reach] = reached;
  const root = reach === undefined ? null : rootOf(problemsOf(reach));
  if (found.verdict !== 'blocked' || reach === undefined || root === null || root.effect === 'unknown') return [];
  const evidence = hopsOf(reach)
    .slice(0, root.step + 1)
    .map(({ resource, note }) => ({ resource, note: inUdpWords(note) }));
  return [{ subnet, blocker: root.blocker, clause: inUdpWords(stopClause(root)), evidence }];
};

/** The subnets of the function from which a DNS server certainly cannot be asked. */
export const unreachableServer = (
  context: Pick<RuleContext, 'fn' | 'hints' | 'subnets'>,
  vpcId: string,
  server: string,
): UnreachableServer[] =>
  context.subnets
    .filter((subnet) => subnet.vpcId === vpcId && subnet.cidr !== null)
    .flatMap((subnet) => unreachableFrom(context, subnet, server));
