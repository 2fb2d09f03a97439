import { z } from 'zod';
import { NetworkAclId, SubnetId, VpcId } from '../ids.ts';
import { openEnum } from '../section.ts';

/**
 * Which packets of a protocol a rule covers. Network ACLs and security groups test the destination port of the packet
 * that they see. `unknown` is a TCP or UDP rule whose ports the answer left out.
 */
export const RulePorts = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('all') }),
  z.strictObject({ kind: z.literal('range'), from: z.number(), to: z.number() }),
  z.strictObject({ kind: z.literal('icmp'), type: z.number(), code: z.number() }),
  z.strictObject({ kind: z.literal('unknown') }),
]);
export type RulePorts = z.infer<typeof RulePorts>;

/** The other end of a network ACL rule: the source of an ingress rule, the destination of an egress rule. */
export const NetworkAclCidr = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ipv4'), cidr: z.string() }),
  z.strictObject({ kind: z.literal('ipv6'), cidr: z.string() }),
  z.strictObject({ kind: z.literal('unknown') }),
]);

/**
 * One rule. The rule with the lowest number that matches decides. Entries are in no particular order, and the final
 * deny (32767, 32768) may be missing. https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html
 */
export const NetworkAclEntry = z.strictObject({
  ruleNumber: z.number(),
  direction: z.enum(['ingress', 'egress']),
  action: openEnum(['allow', 'deny']),
  /** Protocol number in decimal, `-1` for all. */
  protocol: z.string(),
  cidr: NetworkAclCidr,
  ports: RulePorts,
});
export type NetworkAclEntry = z.infer<typeof NetworkAclEntry>;

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_NetworkAcl.html */
export const NetworkAcl = z.strictObject({
  id: NetworkAclId,
  name: z.string().nullable(),
  vpcId: VpcId,
  isDefault: z.boolean().nullable(),
  subnetIds: z.array(SubnetId).readonly(),
  entries: z.array(NetworkAclEntry).readonly(),
});
export type NetworkAcl = z.infer<typeof NetworkAcl>;

export default NetworkAcl;
