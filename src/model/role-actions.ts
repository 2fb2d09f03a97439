import { z } from 'zod';
import { Arn } from './ids.ts';

/**
 * What Lambda does with the function's execution role to make and remove the function's network interfaces.
 * https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html
 */
export const networkInterfaceActions = [
  'ec2:CreateNetworkInterface',
  'ec2:DescribeNetworkInterfaces',
  'ec2:DescribeSubnets',
  'ec2:DeleteNetworkInterface',
  'ec2:AssignPrivateIpAddresses',
  'ec2:UnassignPrivateIpAddresses',
] as const;
export type NetworkInterfaceAction = (typeof networkInterfaceActions)[number];

/**
 * Those of the actions that IAM's simulation does not allow the execution role, each with what stands against it. One
 * that hangs on a condition about which the simulation was told nothing is not among them.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulatePrincipalPolicy.html
 */
export const RoleActions = z.strictObject({
  roleArn: Arn,
  notAllowed: z
    .array(
      z.strictObject({
        action: z.enum(networkInterfaceActions),
        because: z.enum([
          'no policy allows it',
          'a policy denies it',
          'the permissions boundary',
          'a service control policy',
          'there is no such role',
        ]),
      }),
    )
    .readonly(),
});
export type RoleActions = z.infer<typeof RoleActions>;
export type NotAllowed = RoleActions['notAllowed'][number];
