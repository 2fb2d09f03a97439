import { type Packet, type Trace, trace } from '../../src/network/trace.ts';
import { type Change, healthy, network } from '../support/network.ts';

const privateA = '10.0.11.57';
const elsewhere = '198.41.0.7';

const items = <Item>(section: { status: string; items?: readonly Item[] }): readonly Item[] => section.items ?? [];
const subnetId = (name: string): string => items(healthy.sections.subnets).find((item) => item.name === name)?.id ?? '';
export const groupId = items(healthy.sections.securityGroups).find((item) => item.name === 'orders-fn')?.id ?? '';

const packet = (over: Partial<Packet> = {}): Packet => ({
  subnetId: subnetId('private-a'),
  securityGroupIds: [groupId],
  functionAccount: '123456789012',
  ipv6Allowed: false,
  sourceAddress: privateA,
  destination: elsewhere,
  destinationPort: 443,
  functionPort: 40_000,
  natPort: 50_000,
  ...over,
});

/** What happens to a packet of orders-api from private-a, in the correct network or after a change to it. */
export const sent = (change: Change | null, over: Partial<Packet> = {}): Trace =>
  trace(change === null ? healthy : network(change), packet(over));

export const places = ({ hops }: Trace): readonly string[] => hops.map(({ where }) => where);
