import type { Family } from '../address.ts';
import { type Address, type Block, familyOf, inBlock, isInside, readBlock } from './block.ts';
import type { Facts } from './facts.ts';
import { findOrNull } from './items.ts';

/**
 * Blocks that no network announces to the internet: this network, private, shared, loopback, link-local, multicast and
 * reserved addresses. Over IPv6 all is reserved but the global unicast addresses 2000::/3.
 * https://www.iana.org/assignments/iana-ipv4-special-registry
 */
const never: Readonly<Record<Family, readonly string[]>> = {
  ipv4: [
    '0.0.0.0/8',
    '10.0.0.0/8',
    '100.64.0.0/10',
    '127.0.0.0/8',
    '169.254.0.0/16',
    '172.16.0.0/12',
    '192.168.0.0/16',
    '224.0.0.0/3',
  ],
  ipv6: ['::/3', '4000::/2', '8000::/1'],
};

const blocksOf = (family: Family): readonly Block[] =>
  never[family].map((cidr) => readBlock(cidr, family)).filter((block) => block !== null);

const neverPublic: Readonly<Record<Family, readonly Block[]>> = { ipv4: blocksOf('ipv4'), ipv6: blocksOf('ipv6') };

/** Whether the internet has no such address, so that internet gateways drop packets to it. */
export const isNeverPublic = (address: Address): boolean => {
  for (const block of neverPublic[familyOf(address)]) if (inBlock(address, block)) return true;
  return false;
};

/** Whether an address lies in the ranges of a VPC. */
export const isOfVpc = (facts: Facts, vpcId: string | null, address: Address): boolean => {
  const vpc = vpcId === null ? null : findOrNull(facts.vpcs, vpcId);
  return vpc !== null && isInside(vpc, address);
};

/** Whether an address is no part of the internet for a VPC: never public, its own, or that of a peered VPC. */
export const isInternal = (facts: Facts, vpcId: string | null, address: Address): boolean => {
  if (isNeverPublic(address) || isOfVpc(facts, vpcId, address)) return true;
  for (const { sides } of facts.peeringConnections ?? [])
    if (sides.some((side) => side.vpcId !== vpcId && isInside(side, address))) return true;
  return false;
};

const linkLocal: Readonly<Record<Family, Block | null>> = {
  ipv4: readBlock('169.254.168.0/22', 'ipv4'),
  ipv6: readBlock('fd00:ec2::/32', 'ipv6'),
};

/**
 * Whether AWS itself answers at an address: link-local ones that no table routes, and the resolver at the third address
 * of the VPC. https://docs.aws.amazon.com/vpc/latest/userguide/AmazonDNS-concepts.html
 */
export const isOfAws = (facts: Facts, vpcId: string | null, address: Address): boolean => {
  const block = linkLocal[familyOf(address)];
  if (block !== null && inBlock(address, block)) return true;
  const vpc = vpcId === null ? null : findOrNull(facts.vpcs, vpcId);
  const primary = readBlock(vpc?.cidrs[0] ?? '', 'ipv4');
  return typeof address === 'number' && primary !== null && address === Number(primary.first) + 2;
};
