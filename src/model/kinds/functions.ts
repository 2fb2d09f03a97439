import { z } from 'zod';
import { EventSource } from '../event-source.ts';
import { Arn, SecurityGroupId, SubnetId, VpcId } from '../ids.ts';
import { RoleActions } from '../role-actions.ts';
import { openEnum, readOf } from '../section.ts';

/**
 * Where a function's traffic leaves. `vpcId` is what Lambda reports and may be wrong: the VPC comes from the subnets.
 * A function with a capacity provider takes its network from there, not from its own VpcConfig.
 * https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html
 */
export const FunctionNetwork = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({
    kind: z.literal('vpc'),
    vpcId: VpcId.nullable(),
    subnetIds: z.array(SubnetId).readonly(),
    securityGroupIds: z.array(SecurityGroupId).readonly(),
    ipv6AllowedForDualStack: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('capacity-provider'), capacityProviderArn: z.string() }),
]);
export type FunctionNetwork = z.infer<typeof FunctionNetwork>;

/** State and LastUpdateStatus of a function. https://docs.aws.amazon.com/lambda/latest/dg/functions-states.html */
export const FunctionState = openEnum([
  'Pending',
  'Active',
  'Inactive',
  'Failed',
  'Deactivating',
  'Deactivated',
  'ActiveNonInvocable',
  'Deleting',
]);
export const LastUpdateStatus = openEnum(['Successful', 'Failed', 'InProgress']);

/**
 * What a function's own configuration names as something that it calls: all that is kept of the value that names it.
 * A host name of an AWS service in the function's region is kept as that service.
 */
export const NamedTarget = z.strictObject({
  target: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('service'), service: z.string() }),
    z.strictObject({ kind: z.literal('address'), address: z.string(), port: z.number() }),
    z.strictObject({ kind: z.literal('host'), host: z.string(), port: z.number() }),
  ]),
  /** What names it: `env DB_HOST`. */
  namedBy: z.string(),
});
export type NamedTarget = z.infer<typeof NamedTarget>;

/**
 * An alias and the published versions to which it sends traffic, that of its FunctionVersion first. Each version keeps
 * the VPC configuration that it was published with.
 * https://docs.aws.amazon.com/lambda/latest/dg/configuring-alias-routing.html
 */
export const FunctionAlias = z.strictObject({
  name: z.string(),
  versions: z.array(z.strictObject({ version: z.string(), network: FunctionNetwork })).readonly(),
});
export type FunctionAlias = z.infer<typeof FunctionAlias>;

/**
 * One function, version or alias, as GetFunctionConfiguration reports it. Values of environment variables are never
 * here; of the variables only the names are, and what their values name as a target.
 */
export const LambdaFunction = z.strictObject({
  name: z.string(),
  /** Unqualified ARN. */
  arn: Arn,
  /** What was asked for: a version number or an alias; null for $LATEST. */
  qualifier: z.string().nullable(),
  /** The version that answered: `$LATEST` or a number. */
  version: z.string().nullable(),
  network: FunctionNetwork,
  state: FunctionState.nullable(),
  stateReasonCode: z.string().nullable(),
  stateReason: z.string().nullable(),
  lastUpdateStatus: LastUpdateStatus.nullable(),
  lastUpdateStatusReasonCode: z.string().nullable(),
  lastUpdateStatusReason: z.string().nullable(),
  /** Seconds. */
  timeout: z.number().nullable(),
  environmentVariableNames: z.array(z.string()).readonly(),
  /** Left out where there is none, where none was looked for, and by snapshots that were saved before they were. */
  namedTargets: z.array(NamedTarget).readonly().optional(),
  /** ARNs of the access points of file systems that it mounts; left out as `namedTargets` are. */
  fileSystems: z.array(Arn).readonly().optional(),
  /** Left out where there is none, where a version or an alias was asked for, and by snapshots that were saved before it was read. */
  aliases: readOf(z.array(FunctionAlias).readonly()).optional(),
  /** Those that are polled from within a VPC; left out where there is none, and by snapshots that were saved before they were read. */
  eventSources: readOf(z.array(EventSource).readonly()).optional(),
  /** Left out of a function that is not in a VPC, and unless it was asked for. */
  roleActions: readOf(RoleActions).optional(),
  /** Whether it has a DurableConfig, so that its code reports each step to Lambda; left out where it has none. */
  durable: z.literal(true).optional(),
});
export type LambdaFunction = z.infer<typeof LambdaFunction>;

export default LambdaFunction;
