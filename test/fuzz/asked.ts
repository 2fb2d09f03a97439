import type { Snapshot } from '../../src/model/snapshot.ts';
import type { Target } from '../../src/model/target.ts';
import type { Family } from '../../src/network/address.ts';
import { readBlock } from '../../src/network/trace/block.ts';
import { toEndpoint } from './asked-endpoint.ts';
import { type Interval, intervalOf } from './intervals.ts';

/** What packets are sent to: the internet, of which a small part may differ, or addresses, of which each one counts. */
export type Direct =
  | { readonly kind: 'internet'; readonly family: Family }
  | {
      readonly kind: 'addresses';
      readonly family: Family;
      readonly ranges: readonly Interval[];
      readonly port: number;
    };

/** What packets are sent to where a name leads to it. */
export type Asked =
  | Direct
  /** One way of two, the first over IPv4; a function that sends no IPv6 takes it, if its program is what chooses. */
  | { readonly kind: 'either'; readonly ways: readonly Asked[]; readonly isChosenByProgram: boolean }
  /** One address in each of these subnets, at which an endpoint has an interface that could not be read. */
  | {
      readonly kind: 'somewhere';
      readonly family: Family;
      readonly subnets: readonly (readonly Interval[])[];
      readonly port: number;
      readonly endpointId: string;
    };

const itemsOf = <Item>(section: { readonly status: string; readonly items?: readonly Item[] }): readonly Item[] =>
  section.items ?? [];

const toCidrs = (cidrs: readonly string[], port: number): Asked | null => {
  const [first] = cidrs;
  if (first === undefined) return null;
  const family = first.includes(':') ? 'ipv6' : 'ipv4';
  const ranges = cidrs.filter((cidr) => readBlock(cidr, family) !== null).map(intervalOf);
  return { kind: 'addresses', family, ranges, port };
};

type Interfaces = Extract<Snapshot['sections']['networkInterfaces'], { status: 'collected' }>['items'];

const addressesAt = (interfaces: Interfaces, port: number): Asked | null =>
  toCidrs(
    interfaces.flatMap(({ privateIpAddresses }) => privateIpAddresses.map(({ address }) => `${address}/32`)),
    port,
  );

/** The way of a service's name: interfaces of an endpoint with private DNS, else the ranges that AWS gives for it. */
const toService = (snapshot: Snapshot, service: string): Asked | null => {
  const { sections } = snapshot;
  const name = `com.amazonaws.eu-west-1.${service}`;
  const endpoint = itemsOf(sections.vpcEndpoints).find((item) => item.serviceName === name && item.privateDnsEnabled);
  if (endpoint !== undefined) return endpoint.state === 'available' ? toEndpoint(snapshot, endpoint) : null;
  const cidrs = itemsOf(sections.prefixLists).find((list) => list.name === name)?.cidrs;
  return cidrs?.status === 'known' ? toCidrs(cidrs.value, 443) : null;
};

/** The addresses that a target stands for; null where the snapshot does not hold them. */
export const askedOf = (snapshot: Snapshot, target: Target): Asked | null => {
  const interfaces = itemsOf(snapshot.sections.networkInterfaces);
  switch (target.kind) {
    case 'internet':
      return { kind: 'internet', family: 'ipv4' };
    case 'internet6':
      return { kind: 'internet', family: 'ipv6' };
    case 'addresses':
      return toCidrs([target.cidr], target.port);
    case 'interface':
      return addressesAt(
        interfaces.filter(({ id }) => id === target.id),
        target.port,
      );
    case 'security-group':
      return addressesAt(
        interfaces.filter(({ securityGroupIds }) => securityGroupIds.includes(target.id)),
        target.port,
      );
    case 'service':
      return toService(snapshot, target.service);
    default:
      return null;
  }
};
