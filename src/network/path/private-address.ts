import type { HopKind } from '../../model/report.ts';
import { type AddressRange, parseCidr } from '../address.ts';
import { spanOf } from '../axis.ts';
import { blocks, type Step } from '../step.ts';
import { type PathContext, targetAddress } from './context.ts';

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

const gateways: readonly HopKind[] = ['internet-gateway', 'egress-only-internet-gateway'];

/** Nothing where the address is public, or the way does not lead to a gateway to the internet. */
export const privateAddressSteps = (context: PathContext, atom: number, onward: readonly Step[]): Step[] => {
  const gateway = onward.findLast(({ hop }) => gateways.includes(hop));
  if (gateway === undefined || !isPrivateAt(context, atom)) return [];
  const address = targetAddress(context, atom);
  return [blocks(gateway.hop, gateway.resource, { kind: 'private-address', gatewayId: gateway.resource, address })];
};
