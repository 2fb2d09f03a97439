import type { InternetGatewayBlockMode } from '../../model/kinds/subnets.ts';
import type { BlockerOf } from '../blocker.ts';
import type { Doubt } from '../doubt.ts';
import { blocks, type Step, unknown } from '../step.ts';
import { accountOf, type World } from '../world.ts';
import type { PathContext } from './context.ts';
import { type ExclusionMode, exclusionsOf } from './public-access-exclusions.ts';

type Mode = BlockerOf<'block-public-access'>['mode'];
type Via = BlockerOf<'block-public-access'>['via'];

/** Whose traffic uses an internet gateway: a subnet, or a VPC where a device has no subnet. */
export interface GatewayUser {
  readonly id: string;
  readonly vpcId: string;
  readonly ownerId: string | null;
  readonly internetGatewayBlockMode: InternetGatewayBlockMode | null;
}

/** The modes that can be in force; with more than one, `doubt` says why it cannot be told which. */
interface Effective {
  readonly modes: readonly ('off' | Mode)[];
  readonly doubt: Doubt | null;
}

const surely = (mode: 'off' | Mode): Effective => ({ modes: [mode], doubt: null });
const off = surely('off');
const anyMode = (doubt: Doubt): Effective => ({ modes: ['off', 'block-ingress', 'block-bidirectional'], doubt });

const unclear = (resource: string, what: string): Effective => anyMode({ kind: 'not-evaluated', resource, what });

/**
 * Where the feature exists, DescribeVpcs and DescribeSubnets answer with a mode, `off` included. An endpoint that shows
 * none anywhere and cannot serve the action itself has not got the feature.
 */
const showsNoMode = ({ subnets, vpcs }: World): boolean =>
  subnets.status === 'collected' &&
  vpcs.status === 'collected' &&
  [...subnets.items, ...vpcs.items].every(({ internetGatewayBlockMode }) => internetGatewayBlockMode === null);

/** What a mode can be once an exclusion counts: the mode itself, if it counts already, or what the exclusion leaves. */
const relaxed = (mode: Mode, exclusion: ExclusionMode): ('off' | Mode)[] => {
  if (exclusion === 'allow-bidirectional') return [mode, 'off'];
  return exclusion === 'allow-egress' ? [mode, 'block-ingress'] : [mode, 'block-ingress', 'off'];
};

/** The account's setting less its exclusions; it holds for subnets of that account only. */
const accountMode = (context: PathContext, user: GatewayUser): Effective => {
  const section = context.world.snapshot.sections.vpcBlockPublicAccessOptions;
  if (section.status === 'unavailable') {
    const { action, reason } = section;
    if (reason === 'unsupported by this endpoint') return off;
    if (reason === 'the service failed' && showsNoMode(context.world)) return off;
    return anyMode({ kind: 'unavailable', section: 'vpcBlockPublicAccessOptions', action, reason });
  }
  if (user.ownerId !== null && user.ownerId !== accountOf(context.fn))
    return unclear(user.id, `Block Public Access of the account that owns ${user.id} is not visible to this one`);
  const mode = section.items[0]?.mode ?? 'off';
  if (mode === 'off') return off;
  if (mode !== 'block-bidirectional' && mode !== 'block-ingress')
    return unclear(user.id, `Block Public Access has the mode ${mode}`);
  const { inForce, open } = exclusionsOf(context.world, [user.id, user.vpcId]);
  if (inForce.includes('allow-bidirectional')) return off;
  const left = inForce.length > 0 ? 'block-ingress' : mode;
  const [first] = open;
  if (first === undefined) return surely(left);
  return { modes: open.flatMap((exclusion) => relaxed(left, exclusion.mode)), doubt: first.doubt };
};

/**
 * The mode in force for a user. The subnet's own field holds it; where the answer lacks the field, the account's
 * setting does. Whether the field already counts exclusions is not documented, so an exclusion that contradicts it
 * leaves the answer open. https://docs.aws.amazon.com/vpc/latest/userguide/security-vpc-bpa-basics.html
 */
const effectiveMode = (context: PathContext, user: GatewayUser): Effective => {
  if (context.unread !== null && user.id === context.subnet.id) return anyMode(context.unread);
  const options = context.world.snapshot.sections.vpcBlockPublicAccessOptions;
  const isOwn = user.ownerId === null || user.ownerId === accountOf(context.fn);
  if (isOwn && options.status === 'collected' && options.items[0]?.state === 'update-in-progress')
    return anyMode({ kind: 'block-public-access-changing', resource: user.id });
  const { internetGatewayBlockMode: mode } = user;
  if (mode === 'off') return off;
  if (mode === null) return accountMode(context, user);
  if (mode !== 'block-bidirectional' && mode !== 'block-ingress')
    return unclear(user.id, `Block Public Access has the mode ${mode}`);
  const { inForce, open } = exclusionsOf(context.world, [user.id, user.vpcId]);
  const exclusions = [...inForce, ...open.map((exclusion) => exclusion.mode)];
  if (exclusions.length === 0) return surely(mode);
  const what = `an exclusion covers ${user.id}, which still reports Block Public Access as ${mode}`;
  const contradicts: Doubt = { kind: 'not-evaluated', resource: user.id, what };
  return {
    modes: exclusions.flatMap((exclusion) => relaxed(mode, exclusion)),
    doubt: inForce.length > 0 ? contradicts : (open[0]?.doubt ?? null),
  };
};

const managerOf = (context: PathContext, user: GatewayUser): BlockerOf<'block-public-access'>['managedBy'] => {
  if (user.ownerId !== null && user.ownerId !== accountOf(context.fn)) return 'owner-account';
  const section = context.world.snapshot.sections.vpcBlockPublicAccessOptions;
  const managedBy = section.status === 'collected' ? (section.items[0]?.managedBy ?? null) : null;
  return managedBy === 'account' || managedBy === 'declarative-policy' ? managedBy : null;
};

/** Ways out that block-ingress leaves open. */
const outboundOnly: readonly Via[] = ['nat-gateway', 'egress-only-internet-gateway'];

/**
 * Nothing where Block Public Access lets the traffic of this subnet pass. `block-ingress` still allows NAT gateways
 * and egress-only internet gateways, and shuts every other use of an internet gateway in both directions.
 */
export const blockPublicAccessSteps = (
  context: PathContext,
  hop: 'internet-gateway' | 'egress-only-internet-gateway',
  gatewayId: string,
  user: GatewayUser,
  via: Via,
): Step[] => {
  const { modes, doubt } = effectiveMode(context, user);
  const shut = modes.filter((mode) => mode !== 'off' && !(mode === 'block-ingress' && outboundOnly.includes(via)));
  if (shut.length === 0) return [];
  const [mode] = shut;
  if (shut.length < modes.length || mode === undefined || mode === 'off')
    return doubt === null ? [] : [unknown(hop, gatewayId, doubt)];
  const managedBy = managerOf(context, user);
  return [blocks(hop, gatewayId, { kind: 'block-public-access', subnetId: user.id, mode, managedBy, via })];
};
