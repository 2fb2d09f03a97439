import { type AddressRange, parseCidr } from '../address.ts';
import type { Doubt } from '../doubt.ts';
import { type Step, unknown } from '../step.ts';
import { lookup, type World } from '../world.ts';
import type { PathContext } from './context.ts';
import { targetAddress } from './target-address.ts';

/** Addresses that route tables never route. https://docs.aws.amazon.com/vpc/latest/userguide/subnet-route-tables.html */
const neverRouted: readonly AddressRange[] = ['169.254.168.0/22', 'fd00:ec2::/32'].flatMap(
  (cidr) => parseCidr(cidr) ?? [],
);

/**
 * Where AWS itself answers the interfaces of a VPC: its resolver, instance metadata, time. The resolver also has the
 * third address of the VPC's primary range, whatever subnet holds it.
 * https://docs.aws.amazon.com/vpc/latest/userguide/AmazonDNS-concepts.html
 */
export const addressesOfAws = (world: World, vpcId: string): readonly AddressRange[] => {
  const vpc = lookup(world.vpcs, vpcId);
  const primary = vpc.status === 'found' ? parseCidr(vpc.item.cidrs[0] ?? '') : null;
  if (primary === null) return neverRouted;
  return [...neverRouted, { family: primary.family, from: primary.from + 2n, to: primary.from + 3n }];
};

/**
 * What packets to such an address meet; null for every other address. Neither route tables nor, for the resolver, groups
 * and network ACLs stand in front of it, and what answers a function there is not on AWS's pages.
 */
export const addressOfAwsStep = (context: PathContext, atom: number): Step | null => {
  const { axis, subnet, world } = context;
  const [from, to] = [axis.cuts[atom] ?? 0n, axis.cuts[atom + 1] ?? 0n];
  const isOfAws = addressesOfAws(world, subnet.vpcId).some(
    (range) => range.family === axis.family && range.from <= from && to <= range.to,
  );
  if (!isOfAws) return null;
  const resource = targetAddress(context, atom);
  const what = `AWS itself answers at ${resource}, past route tables and rules, and whether it answers functions there is not documented`;
  const doubt: Doubt = { kind: 'not-evaluated', resource, what };
  return unknown('target', resource, doubt);
};
