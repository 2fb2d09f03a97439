import type { PlacedFunction } from '../rule.ts';
import { command } from './command.ts';

/** The options that name a function, with the version or alias that was asked for. */
export const qualifiedName = ({ name, qualifier }: PlacedFunction): string =>
  command`--function-name ${name}` + (qualifier === null ? '' : command` --qualifier ${qualifier}`);

/**
 * The command that gives a function these subnets and keeps everything else of its VPC configuration: an update
 * replaces the lists that it names, so both are always written out.
 * https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html
 */
export const vpcConfigCommand = (fn: PlacedFunction, subnetIds: readonly string[]): string => {
  const { network } = fn;
  const groups = network.kind === 'vpc' && network.securityGroupIds.length > 0 ? network.securityGroupIds : null;
  const dualStack = network.kind === 'vpc' && network.ipv6AllowedForDualStack ? ',Ipv6AllowedForDualStack=true' : '';
  const update = command`aws lambda update-function-configuration --function-name ${fn.name} --vpc-config SubnetIds=${subnetIds},SecurityGroupIds=${groups ?? ['<security groups>']}`;
  return update + dualStack;
};

/** What has to follow a change of a function's configuration, since a published version keeps its own for good. */
export const thenPublish = ({ qualifier }: PlacedFunction): string =>
  qualifier === null ? '' : ` Then publish a version and let callers of ${qualifier} use it.`;
