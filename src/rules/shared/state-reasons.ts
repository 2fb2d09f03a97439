import type { Fix } from '../../model/report.ts';
import { fixBy, type PlacedFunction } from '../rule.ts';
import { command } from './command.ts';

const partitionOf = (fn: PlacedFunction): string => fn.arn.split(':')[1] || 'aws';

const listOf = (fn: PlacedFunction, list: 'subnetIds' | 'securityGroupIds'): readonly string[] =>
  fn.network.kind === 'vpc' && fn.network[list].length > 0 ? fn.network[list] : ['<ids>'];

const fileSystem = (fn: PlacedFunction): Fix =>
  fixBy(
    'Look at the file system of the function: a mount target in the zone of each subnet, and security groups that let tcp 2049 through between the function and the mount targets.',
    command`aws lambda get-function-configuration --function-name ${fn.name} --query FileSystemConfigs`,
  );

/**
 * Reason codes that Lambda gives when it cannot set up or use what the function has in its VPC, with what mends each.
 * https://docs.aws.amazon.com/lambda/latest/api/API_FunctionConfiguration.html
 */
const networkReasons: Readonly<Record<string, (fn: PlacedFunction) => Fix>> = {
  EniLimitExceeded: () =>
    fixBy(
      'Raise the quota of network interfaces per VPC, or let functions share their subnets and security groups, since equal combinations share interfaces.',
      'aws service-quotas get-service-quota --service-code lambda --quota-code L-9FEE3D26',
      "aws service-quotas request-service-quota-increase --service-code lambda --quota-code L-9FEE3D26 --desired-value '<number>'",
    ),
  InsufficientRolePermissions: (fn) =>
    fixBy(
      'Allow the execution role to manage network interfaces.',
      command`aws lambda get-function-configuration --function-name ${fn.name} --query Role`,
      command`aws iam attach-role-policy --role-name ${'<execution role>'} --policy-arn arn:${partitionOf(fn)}:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole`,
    ),
  SubnetOutOfIPAddresses: (fn) =>
    fixBy(
      'Free addresses in the subnets of the function, or attach it to larger subnets.',
      command`aws ec2 describe-subnets --filters Name=subnet-id,Values=${listOf(fn, 'subnetIds')} --query 'Subnets[].[SubnetId,AvailableIpAddressCount]'`,
    ),
  InvalidSubnet: (fn) =>
    fixBy(
      'Find the subnet that no longer exists and attach the function to subnets that do.',
      command`aws ec2 describe-subnets --filters Name=subnet-id,Values=${listOf(fn, 'subnetIds')} --query 'Subnets[].SubnetId'`,
    ),
  InvalidSecurityGroup: (fn) =>
    fixBy(
      'Find the security group that no longer exists and give the function groups that do.',
      command`aws ec2 describe-security-groups --filters Name=group-id,Values=${listOf(fn, 'securityGroupIds')} --query 'SecurityGroups[].GroupId'`,
    ),
  EC2RequestLimitExceeded: () =>
    fixBy('Amazon EC2 throttled Lambda; wait a few minutes and try the update or the call again.'),
  DisallowedByVpcEncryptionControl: (fn) =>
    fixBy(
      'Exclude Lambda from the encryption controls of the VPC, or attach the function to a VPC without them.',
      command`aws ec2 describe-vpc-encryption-controls --vpc-ids ${(fn.network.kind === 'vpc' ? fn.network.vpcId : null) ?? '<VPC>'}`,
    ),
  EFSIOError: fileSystem,
  EFSMountConnectivityError: fileSystem,
  EFSMountFailure: fileSystem,
  EFSMountTimeout: fileSystem,
};

export const isNetworkReason = (code: string | null): boolean => code !== null && Object.hasOwn(networkReasons, code);

/** What mends a reason; for one that this version does not know, where its text can be read. */
export const fixOfReason = (fn: PlacedFunction, code: string | null): Fix => {
  const known = code === null || !isNetworkReason(code) ? undefined : networkReasons[code];
  return (
    known?.(fn) ??
    fixBy(
      'Mend what the reason names.',
      command`aws lambda get-function-configuration --function-name ${fn.name} --query '[State,StateReasonCode,StateReason,LastUpdateStatus,LastUpdateStatusReasonCode,LastUpdateStatusReason]'`,
    )
  );
};

/** `EniLimitExceeded: the text that Lambda gives`, as much of it as there is. */
export const reasonText = (...parts: readonly (string | null)[]): string => parts.filter(Boolean).join(': ');
