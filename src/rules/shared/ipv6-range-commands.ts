import type { Subnet } from '../../model/kinds/subnets.ts';
import { lookup, type World } from '../../network/world.ts';
import type { PlacedFunction } from '../rule.ts';
import { command } from './command.ts';
import { vpcConfigCommand } from './vpc-config.ts';

const isInUse = ({ state }: Subnet['ipv6Cidrs'][number]): boolean => state === 'associated' || state === null;

export const hasIpv6Range = ({ ipv6Cidrs }: Subnet): boolean => ipv6Cidrs.some(isInUse);

/**
 * The commands that give a subnet an IPv6 range that is advertised to the internet, after one for its VPC if that has
 * none. https://docs.aws.amazon.com/vpc/latest/userguide/vpc-migrate-ipv6-add.html
 */
export const ipv6RangeCommands = (hints: World, subnets: readonly Subnet[]): string[] => {
  const [first] = subnets;
  if (first === undefined) return [];
  const vpc = lookup(hints.vpcs, first.vpcId);
  const hasRange =
    vpc.status === 'found' &&
    vpc.item.ipv6Cidrs.some((range) => isInUse(range) && range.addressAttribute !== 'private');
  return [
    ...(hasRange
      ? []
      : [command`aws ec2 associate-vpc-cidr-block --vpc-id ${first.vpcId} --amazon-provided-ipv6-cidr-block`]),
    ...subnets.map(
      ({ id }) =>
        command`aws ec2 associate-subnet-cidr-block --subnet-id ${id} --ipv6-cidr-block ${'<a /64 of the range of the VPC>'}`,
    ),
  ];
};

/** The command that lets a function use IPv6 and keeps all else of its VPC configuration. */
export const allowIpv6Command = (fn: PlacedFunction): string =>
  fn.network.kind === 'vpc'
    ? vpcConfigCommand({ ...fn, network: { ...fn.network, ipv6AllowedForDualStack: true } }, fn.network.subnetIds)
    : `${vpcConfigCommand(fn, ['<dual-stack subnets>'])},Ipv6AllowedForDualStack=true`;
