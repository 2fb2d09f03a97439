import type { Subnet } from '../../model/kinds/subnets.ts';
import { blocks, passes, type Step, unknown } from '../step.ts';
import { lookup, type Sender } from '../world.ts';
import { blockPublicAccessSteps } from './block-public-access.ts';
import { absent, isShared, type PathContext } from './context.ts';
import { ipv6AddressDoubt, isOnInstances } from './managed-instance.ts';
import { internalAddresses } from './private-address.ts';

const hop = 'network-interface';

type Ipv6Range = Subnet['ipv6Cidrs'][number];

const isAssociated = ({ state }: Ipv6Range): boolean => state === 'associated' || state === null;

/** States in which a range carries nothing; of any other that is not `associated` it cannot be told. */
const settled: readonly string[] = ['disassociated', 'failing', 'failed'];

const isPublic = ({ addressAttribute }: Ipv6Range): boolean =>
  addressAttribute === 'public' || addressAttribute === null;

/** What the subnet's IPv6 ranges allow: private ones are never advertised to the internet, but serve inside of VPCs. */
const rangeStep = (fn: Sender, { id, ipv6Cidrs, ipv6Native }: Subnet, isInternal: () => boolean): Step => {
  const associated = ipv6Cidrs.filter(isAssociated);
  if (isOnInstances(fn) && (associated.length > 0 || ipv6Native === true))
    return unknown(hop, id, ipv6AddressDoubt(id));
  if (associated.length === 0 || ipv6Native === true) {
    const changing = ipv6Cidrs.find(({ state }) => state !== null && !settled.includes(state));
    if (changing?.state && ipv6Native !== true)
      return unknown(hop, id, { kind: 'in-transition', resource: changing.cidr, state: changing.state });
    return blocks(hop, id, { kind: 'ipv6-subnet', subnetId: id, ipv6Native: ipv6Native === true });
  }
  if (associated.every(isPublic) || isInternal()) return passes(hop, id, 'has IPv6 addresses');
  if (associated.some(({ addressAttribute }) => addressAttribute !== 'private')) {
    const what = `whether the function gets a public IPv6 address in ${id} is not known`;
    return unknown(hop, id, { kind: 'not-evaluated', resource: id, what });
  }
  return blocks(hop, id, { kind: 'ipv6-private-range', subnetId: id, cidr: associated[0]?.cidr ?? '' });
};

/**
 * The function's own interface. Of a subnet that was not read it is not known which addresses it can have. A function
 * sends IPv6 only if it is told to and its subnet has both families.
 * https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html#configuration-vpc-ipv6
 */
export const ownInterfaceSteps = (context: PathContext, atom: number): Step[] => {
  const { axis, fn, subnet, unread } = context;
  const notRead = unread === null ? [] : [unknown(hop, subnet.id, unread)];
  if (axis.family === 'ipv4') return notRead;
  const isOff = fn.network.kind === 'vpc' && !fn.network.ipv6AllowedForDualStack;
  const [range = rangeStep(fn, subnet, () => internalAddresses(context)(atom))] = notRead;
  if (!isOff) return [range];
  const off = blocks(hop, fn.arn, { kind: 'ipv6-flag-off', functionName: fn.name });
  return range.outcome.kind === 'passes' ? [off] : [off, range];
};

/**
 * An egress-only internet gateway: attached to the VPC and not shut by Block Public Access.
 * https://docs.aws.amazon.com/vpc/latest/userguide/egress-only-internet-gateway.html
 */
export const egressOnlySteps = (context: PathContext, id: string): Step[] => {
  const gateway = 'egress-only-internet-gateway';
  const found = lookup(context.world.egressOnlyInternetGateways, id);
  const shut = blockPublicAccessSteps(context, gateway, id, context.subnet, gateway);
  const detached = { kind: 'egress-only-internet-gateway-not-attached', gatewayId: id } as const;
  if (found.status === 'unavailable') return [unknown(gateway, id, found.doubt), ...shut];
  if (found.status === 'missing')
    return [isShared(context) ? unknown(gateway, id, absent(context, id)) : blocks(gateway, id, detached), ...shut];
  const attachment = found.item.attachments.find(({ vpcId }) => vpcId === context.subnet.vpcId);
  const state = attachment === undefined ? 'detached' : attachment.state;
  switch (state) {
    case null:
    case 'available':
    case 'attached':
      return [passes(gateway, id, 'is attached to the VPC'), ...shut];
    case 'detached':
      return [blocks(gateway, id, detached), ...shut];
    default:
      return [unknown(gateway, id, { kind: 'in-transition', resource: id, state }), ...shut];
  }
};
