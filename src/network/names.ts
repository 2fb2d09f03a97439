import type { Vpc } from '../model/kinds/vpcs.ts';
import { parseAddress, parseCidr } from './address.ts';
import type { Doubt } from './doubt.ts';
import { lookup, type World } from './world.ts';

const amazonProvided = 'AmazonProvidedDNS';

/**
 * The resolver of every VPC, by its link-local addresses and by the third one of the VPC's primary range.
 * https://docs.aws.amazon.com/vpc/latest/userguide/AmazonDNS-concepts.html
 */
const isAmazons = ({ cidrs }: Vpc, server: string): boolean => {
  if ([amazonProvided, '169.254.169.253', 'fd00:ec2::253'].includes(server)) return true;
  const [address, primary] = [parseAddress(server), parseCidr(cidrs[0] ?? '')];
  return address?.family === 'ipv4' && primary !== null && address.value === primary.from + 2n;
};

/** DNS servers of the owner's choice; empty where Amazon's is used or it cannot be told. */
export const ownServers = (world: Pick<World, 'dhcpOptions'>, vpc: Vpc): readonly string[] => {
  const { dhcpOptionsId } = vpc;
  if (dhcpOptionsId === null || dhcpOptionsId === 'default') return [];
  const options = lookup(world.dhcpOptions, dhcpOptionsId);
  return options.status === 'found' ? options.item.domainNameServers.filter((server) => !isAmazons(vpc, server)) : [];
};

const usesAmazons = (world: World, vpc: Vpc): boolean => ownServers(world, vpc).length === 0;

/**
 * Why names may not be resolved at all: the resolver of a VPC answers nothing while DNS support is off. That functions
 * use it is not on AWS's pages. https://docs.aws.amazon.com/vpc/latest/userguide/AmazonDNS-concepts.html
 */
export const doubtAboutNames = (world: World, vpc: Vpc): Doubt | null => {
  const { enableDnsSupport } = vpc;
  if (enableDnsSupport.status === 'unavailable' || enableDnsSupport.value || !usesAmazons(world, vpc)) return null;
  const what = `DNS support of ${vpc.id} is off, so whether the function can resolve the name is not known`;
  return { kind: 'not-evaluated', resource: vpc.id, what };
};

/** Why a private name may not be answered with the addresses of the endpoint. */
export const doubtAboutPrivateNames = (world: World, vpc: Vpc): Doubt | null => {
  for (const attribute of [vpc.enableDnsSupport, vpc.enableDnsHostnames])
    if (attribute.status === 'unavailable')
      return { kind: 'unavailable', section: 'vpcs', action: attribute.action, reason: attribute.reason };
  const servers = ownServers(world, vpc);
  if (servers.length === 0) return null;
  const what = `${servers.join(', ')}, the DNS servers of ${vpc.id}, may give the public addresses or those of the endpoint`;
  return { kind: 'not-evaluated', resource: vpc.id, what };
};
