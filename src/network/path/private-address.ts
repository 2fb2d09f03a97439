import type { HopKind } from '../../model/report.ts';
import { type AddressRange, parseCidr } from '../address.ts';
import { atomsWithin, spanOf } from '../axis.ts';
import { blocks, type Step } from '../step.ts';
import { itemsOf, lookup } from '../world.ts';
import type { PathContext } from './context.ts';
import { targetAddress } from './target-address.ts';

/**
 * Blocks that no gateway to the internet carries: private, shared, loopback, link-local, multicast and reserved ones.
 * https://docs.aws.amazon.com/vpc/latest/userguide/vpc-ip-addressing.html
 */
export const specialRanges: readonly AddressRange[] = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '224.0.0.0/3',
  '::/3',
  '4000::/2',
  '8000::/1',
].flatMap((cidr) => parseCidr(cidr) ?? []);

export const isPrivateAt = ({ axis }: PathContext, atom: number): boolean =>
  specialRanges.some((range) => {
    if (range.family !== axis.family) return false;
    const { from, to } = spanOf(axis, range);
    return from <= atom && atom < to;
  });

/** Says which atoms lie in one of these blocks. */
const liesIn = ({ axis }: PathContext, ranges: readonly AddressRange[]): ((atom: number) => boolean) => {
  const marks = new Uint8Array(axis.atoms);
  for (const range of ranges)
    if (range.family === axis.family) {
      const { from, to } = atomsWithin(axis, range);
      marks.fill(1, from, to);
    }
  return (atom) => marks[atom] === 1;
};

const blocksOf = (cidrs: readonly string[]): AddressRange[] => cidrs.flatMap((cidr) => parseCidr(cidr) ?? []);

const cidrsOfVpc = ({ world, subnet }: PathContext): string[] => {
  const vpc = lookup(world.vpcs, subnet.vpcId);
  return vpc.status === 'found' ? [...vpc.item.cidrs, ...vpc.item.ipv6Cidrs.map(({ cidr }) => cidr)] : [];
};

/** Whether addresses are those of the function's VPC. */
export const isOfVpcAt = (context: PathContext, atom: number): boolean =>
  liesIn(context, blocksOf(cidrsOfVpc(context)))(atom);

/**
 * Says which addresses are no part of the internet for the function's VPC: those that are never public, its own, and
 * those of peered VPCs. Interfaces reach them with addresses that are never advertised.
 */
export const internalAddresses = (context: PathContext): ((atom: number) => boolean) => {
  const { world, subnet } = context;
  const sides = itemsOf(world.vpcPeeringConnections).flatMap(({ requester, accepter }) => [requester, accepter]);
  const others = sides.filter(({ vpcId }) => vpcId !== subnet.vpcId);
  const theirs = others.flatMap(({ cidrs, ipv6Cidrs }) => [...cidrs, ...ipv6Cidrs]);
  return liesIn(context, [...specialRanges, ...blocksOf([...cidrsOfVpc(context), ...theirs])]);
};

/** 64:ff9b::/96. https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-nat64-dns64.html */
export const translatedRange: AddressRange = {
  family: 'ipv6',
  from: 0x64ff9bn << 96n,
  to: (0x64ff9bn << 96n) + (1n << 32n),
};

/** Whether IPv6 addresses stand for IPv4 addresses. */
export const isTranslatedAt = ({ axis }: PathContext, atom: number): boolean => {
  if (axis.family !== 'ipv6') return false;
  const { from, to } = atomsWithin(axis, translatedRange);
  return from <= atom && atom < to;
};

const gateways: readonly HopKind[] = ['internet-gateway', 'egress-only-internet-gateway'];

/** Nothing where the address is public, or the way does not lead to a gateway to the internet. */
export const privateAddressSteps = (context: PathContext, atom: number, onward: readonly Step[]): Step[] => {
  const gateway = onward.findLast(({ hop }) => gateways.includes(hop));
  if (gateway === undefined || !isPrivateAt(context, atom)) return [];
  const address = targetAddress(context, atom);
  return [blocks(gateway.hop, gateway.resource, { kind: 'private-address', gatewayId: gateway.resource, address })];
};
