import { z } from 'zod';
import { PrefixListId, SecurityGroupId, VpcId, VpcPeeringConnectionId } from '../ids.ts';
import { RulePorts } from './network-acls.ts';

/** The other end of a security group rule. A referenced group stands for the private addresses of its interfaces. */
export const SecurityGroupPeer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ipv4'), cidr: z.string() }),
  z.strictObject({ kind: z.literal('ipv6'), cidr: z.string() }),
  z.strictObject({ kind: z.literal('prefix-list'), id: PrefixListId }),
  z.strictObject({
    kind: z.literal('security-group'),
    id: SecurityGroupId,
    vpcId: VpcId.nullable(),
    ownerId: z.string().nullable(),
    peeringConnectionId: VpcPeeringConnectionId.nullable(),
    peeringStatus: z.string().nullable(),
  }),
]);
export type SecurityGroupPeer = z.infer<typeof SecurityGroupPeer>;

/** One permission and one peer. https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html */
export const SecurityGroupRule = z.strictObject({
  /** Protocol number in decimal (`6` for tcp), `-1` for all. */
  protocol: z.string(),
  ports: RulePorts,
  peer: SecurityGroupPeer,
});
export type SecurityGroupRule = z.infer<typeof SecurityGroupRule>;

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_SecurityGroup.html */
export const SecurityGroup = z.strictObject({
  id: SecurityGroupId,
  /** GroupName. */
  name: z.string().nullable(),
  vpcId: VpcId.nullable(),
  ingress: z.array(SecurityGroupRule).readonly(),
  egress: z.array(SecurityGroupRule).readonly(),
});
export type SecurityGroup = z.infer<typeof SecurityGroup>;

export default SecurityGroup;
