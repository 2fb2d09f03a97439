import type { Facts } from './facts.ts';
import type { Decision } from './packet.ts';
import type { Place } from './place.ts';

/** What hands a packet out: a NAT gateway, an egress-only internet gateway, or an interface with a public address. */
export type Sender = 'nat-gateway' | 'egress-only-internet-gateway' | 'interface';

type Mode = string | null;

/** block-ingress lets only NAT gateways and egress-only gateways out; block-bidirectional lets nothing out. */
const decideByMode = (mode: Mode, sender: Sender): Decision => {
  if (mode === 'off') return 'passes';
  if (mode === 'block-bidirectional') return 'blocks';
  if (mode === 'block-ingress') return sender === 'interface' ? 'blocks' : 'passes';
  return 'unknown';
};

/** States in which an exclusion lets nothing out; one that is being made or taken away may be in effect. */
const over = ['create-failed', 'delete-complete', 'disable-complete'];
const inEffect = ['create-complete', 'update-complete'];

/** Exclusions of the subnet or its VPC. */
const exclusionsOf = (facts: Facts, { subnetId, vpcId }: Place) =>
  facts.exclusions?.filter(
    ({ resourceArn, state }) =>
      !over.includes(state ?? '') &&
      (resourceArn === null || resourceArn.endsWith(`:subnet/${subnetId}`) || resourceArn.endsWith(`:vpc/${vpcId}`)),
  ) ?? null;

/** Whether an exclusion may let out what the mode blocks; allow-egress means NAT and egress-only gateways alone. */
const mayBeExcluded = (facts: Facts, place: Place, sender: Sender): boolean =>
  exclusionsOf(facts, place)?.some(({ mode }) => mode !== 'allow-egress' || sender !== 'interface') ?? true;

/** Whether exclusions in effect let out what the account's mode blocks. */
const isExcluded = (facts: Facts, place: Place, sender: Sender): boolean =>
  exclusionsOf(facts, place)?.some(
    ({ mode, resourceArn, state }) =>
      resourceArn !== null &&
      inEffect.includes(state ?? '') &&
      (mode === 'allow-bidirectional' || (mode === 'allow-egress' && sender !== 'interface')),
  ) ?? false;

/** An endpoint that does not have the feature shows no mode anywhere, where AWS would show `off`. */
const isAbsent = ({ blockPublicAccess, subnets, vpcs }: Facts): boolean => {
  if (blockPublicAccess.status === 'collected') return false;
  if (blockPublicAccess.reason === 'unsupported by this endpoint') return true;
  if (blockPublicAccess.reason !== 'the service failed' || subnets === null || vpcs === null) return false;
  return [...subnets, ...vpcs].every(({ internetGatewayBlockMode }) => internetGatewayBlockMode === null);
};

/**
 * VPC Block Public Access in the subnet that touches the internet gateway: the subnet's own field, else the account's
 * mode less the exclusions, which says nothing of a subnet that another account owns.
 * https://docs.aws.amazon.com/vpc/latest/userguide/security-vpc-bpa-basics.html
 */
export const decideByPublicAccess = (facts: Facts, place: Place, sender: Sender): Decision => {
  const { blockPublicAccess } = facts;
  const options = blockPublicAccess.status === 'collected' ? blockPublicAccess.items[0] : undefined;
  const ofAccount = isAbsent(facts) ? 'off' : place.shared ? null : (options?.mode ?? null);
  const own = place.blockMode;
  const decision = decideByMode(own ?? (place.known ? ofAccount : null), sender);
  if (options?.state === 'update-in-progress' && !place.shared) return 'unknown';
  if (decision !== 'blocks') return decision;
  if (own === null && isExcluded(facts, place, sender)) return 'passes';
  return mayBeExcluded(facts, place, sender) ? 'unknown' : 'blocks';
};
