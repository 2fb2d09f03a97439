import { z } from 'zod';

export const Verdict = z.enum(['reachable', 'blocked', 'partial', 'unknown']);
export type Verdict = z.infer<typeof Verdict>;

/** What a configuration expects of a function and a target; `any` asks and expects nothing. */
export const Expected = z.enum(['required', 'forbidden', 'any']);
export type Expected = z.infer<typeof Expected>;

export const HopKind = z.enum([
  'network-interface',
  'security-group-egress',
  'network-acl-egress',
  'network-acl-ingress',
  'route',
  'nat-gateway',
  'nat-instance',
  'internet-gateway',
  'egress-only-internet-gateway',
  'vpc-endpoint',
  'peering-connection',
  'transit-gateway',
  'firewall',
  'target',
]);
export type HopKind = z.infer<typeof HopKind>;

/** One step of a path, in the order in which the packet and then its reply meet it. */
export const Hop = z.object({
  hop: HopKind,
  /** Id of the resource, or the target. */
  resource: z.string(),
  verdict: z.enum(['passes', 'blocks', 'partial', 'unknown', 'not-reached']),
  note: z.string(),
});
export type Hop = Readonly<z.infer<typeof Hop>>;

/**
 * One TCP connection that shows an answer: proven to work or to fail, and sent through a simulator that came to the same
 * result by itself. A NAT instance keeps the function's port.
 */
export const Witness = z.object({
  outcome: z.enum(['works', 'fails']),
  /** Address that Lambda can have in the subnet. */
  from: z.string(),
  fromPort: z.number(),
  /** null where no NAT gateway chooses one. */
  natPort: z.number().nullable(),
  to: z.string(),
  toPort: z.number(),
  /** Id of the resource that stops it; null if it works. */
  stoppedBy: z.string().nullable(),
});
export type Witness = Readonly<z.infer<typeof Witness>>;

export const SubnetAnswer = z.object({
  subnetId: z.string(),
  availabilityZone: z.string().nullable(),
  availabilityZoneId: z.string().nullable(),
  verdict: Verdict,
  /** Share of what was asked that works, 0 to 1; null when it cannot be told. */
  share: z.number().min(0).max(1).nullable(),
  /** Empty where the subnet is reachable, unless all hops were asked for. */
  hops: z.array(Hop).readonly(),
  /** Reachable: one that works; blocked: one that fails; partial: both, as far as they are proven. */
  witnesses: z.array(Witness).readonly(),
});
export type SubnetAnswer = Readonly<z.infer<typeof SubnetAnswer>>;

/** A small part of the internet whose outcome differs from the rest. */
export const AnswerException = z.object({
  cidrs: z.array(z.string()).readonly(),
  verdict: Verdict,
  because: z.string(),
});
export type AnswerException = Readonly<z.infer<typeof AnswerException>>;

export const Answer = z.object({
  target: z.string(),
  verdict: Verdict,
  /** One sentence. */
  because: z.string(),
  /** Why this target was asked: `--to`, the default question, a variable's name. */
  askedBecause: z.string(),
  /** null where no configuration says anything. A forbidden target that is reachable is a finding. */
  expected: Expected.nullable(),
  subnets: z.array(SubnetAnswer).readonly(),
  exceptions: z.array(AnswerException).readonly(),
});
export type Answer = Readonly<z.infer<typeof Answer>>;
