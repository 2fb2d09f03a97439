import { z } from 'zod';
import { SecurityGroupId, SubnetId } from './ids.ts';
import { openEnum } from './section.ts';

/**
 * An event source that Lambda polls through network interfaces in the subnets of the source, not in those of the
 * function. Queues, streams and tables, which Lambda polls by the API of their service, are none of them.
 * https://docs.aws.amazon.com/lambda/latest/dg/with-msk-cluster-network.html
 */
export const EventSource = z.strictObject({
  /** UUID of the event source mapping. */
  id: z.string(),
  kind: z.enum(['msk', 'self-managed-kafka', 'mq', 'documentdb']),
  /** ARN of the cluster or broker; null for Kafka that is not AWS's. */
  sourceArn: z.string().nullable(),
  state: openEnum(['Creating', 'Enabling', 'Enabled', 'Disabling', 'Disabled', 'Updating', 'Deleting']).nullable(),
  /** Whether Lambda keeps pollers of its own for it, which call Lambda and STS outside the VPC. */
  provisioned: z.boolean(),
  /** Whether LastProcessingResult says PROBLEM. */
  hasProblem: z.boolean(),
  /** Whether a secret of Secrets Manager holds its credentials or certificates. */
  usesSecret: z.boolean(),
  /** VPC_SUBNET of self-managed Kafka; of the others, AWS tells only by the cluster. */
  subnetIds: z.array(SubnetId).readonly(),
  /** VPC_SECURITY_GROUP of self-managed Kafka. */
  securityGroupIds: z.array(SecurityGroupId).readonly(),
});
export type EventSource = z.infer<typeof EventSource>;
