import type { Subnet } from '../../model/kinds/subnets.ts';
import type { BlockerOf } from '../blocker.ts';
import type { Doubt } from '../doubt.ts';
import { blocks, type Step, unknown } from '../step.ts';
import { accountOf, lookup, type World } from '../world.ts';
import type { PathContext } from './context.ts';

type Mode = BlockerOf<'block-public-access'>['mode'];

type Effective =
  | { readonly kind: 'mode'; readonly mode: 'off' | Mode }
  | { readonly kind: 'unknown'; readonly doubt: Doubt };

const off: Effective = { kind: 'mode', mode: 'off' };

const unclear = (resource: string, what: string): Effective => ({
  kind: 'unknown',
  doubt: { kind: 'not-evaluated', resource, what },
});

type Exclusion =
  | { readonly kind: 'none' }
  | { readonly kind: 'covers'; readonly mode: 'allow-bidirectional' | 'allow-egress' }
  | { readonly kind: 'unknown'; readonly doubt: Doubt };

/** The exclusion in force for the subnet or its VPC. */
const exclusionOf = (world: World, subnet: Subnet): Exclusion => {
  const section = world.snapshot.sections.vpcBlockPublicAccessExclusions;
  if (section.status === 'unavailable') {
    const { action, reason } = section;
    const doubt: Doubt = { kind: 'unavailable', section: 'vpcBlockPublicAccessExclusions', action, reason };
    return { kind: 'unknown', doubt };
  }
  const ended = ['delete-complete', 'disable-complete', 'create-failed'];
  const exclusion = section.items.find(
    ({ resourceArn, state }) =>
      [`/${subnet.id}`, `/${subnet.vpcId}`].some((end) => resourceArn?.endsWith(end)) && !ended.includes(state ?? ''),
  );
  if (exclusion === undefined) return { kind: 'none' };
  const { id, mode, state } = exclusion;
  const inForce = state === 'create-complete' || state === 'update-complete';
  if (inForce && (mode === 'allow-bidirectional' || mode === 'allow-egress')) return { kind: 'covers', mode };
  return { kind: 'unknown', doubt: { kind: 'in-transition', resource: id, state: `${mode}, ${state}` } };
};

/**
 * Where the feature exists, DescribeVpcs and DescribeSubnets answer with a mode, `off` included. An endpoint that shows
 * none for the VPC or the subnet and cannot serve the action itself has not got the feature.
 */
const showsNoMode = (context: PathContext, subnet: Subnet): boolean => {
  const vpc = lookup(context.world.vpcs, subnet.vpcId);
  return (
    vpc.status === 'found' && vpc.item.internetGatewayBlockMode === null && subnet.internetGatewayBlockMode === null
  );
};

/** The account's setting less its exclusions; it holds for subnets of that account only. */
const accountMode = (context: PathContext, subnet: Subnet): Effective => {
  const section = context.world.snapshot.sections.vpcBlockPublicAccessOptions;
  if (section.status === 'unavailable') {
    const { action, reason } = section;
    if (reason === 'unsupported by this endpoint') return off;
    if (reason === 'the service failed' && showsNoMode(context, subnet)) return off;
    return { kind: 'unknown', doubt: { kind: 'unavailable', section: 'vpcBlockPublicAccessOptions', action, reason } };
  }
  if (subnet.ownerId !== null && subnet.ownerId !== accountOf(context.fn))
    return unclear(subnet.id, `Block Public Access of the account that owns ${subnet.id} is not visible to this one`);
  const mode = section.items[0]?.mode ?? 'off';
  if (mode === 'off') return off;
  if (mode !== 'block-bidirectional' && mode !== 'block-ingress')
    return unclear(subnet.id, `Block Public Access has the mode ${mode}`);
  const exclusion = exclusionOf(context.world, subnet);
  if (exclusion.kind === 'unknown') return exclusion;
  if (exclusion.kind === 'none') return { kind: 'mode', mode };
  return exclusion.mode === 'allow-bidirectional' ? off : { kind: 'mode', mode: 'block-ingress' };
};

/**
 * The mode in force for a subnet. The subnet's own field holds it; where the answer lacks the field, the account's
 * setting does. Whether the field already counts exclusions is not documented, so an exclusion that contradicts it
 * leaves the answer open. https://docs.aws.amazon.com/vpc/latest/userguide/security-vpc-bpa-basics.html
 */
const effectiveMode = (context: PathContext, subnet: Subnet): Effective => {
  const options = context.world.snapshot.sections.vpcBlockPublicAccessOptions;
  if (options.status === 'collected' && options.items[0]?.state === 'update-in-progress')
    return { kind: 'unknown', doubt: { kind: 'block-public-access-changing', resource: subnet.id } };
  const { internetGatewayBlockMode: mode } = subnet;
  if (mode === 'off') return off;
  if (mode === null) return accountMode(context, subnet);
  if (mode !== 'block-bidirectional' && mode !== 'block-ingress')
    return unclear(subnet.id, `Block Public Access has the mode ${mode}`);
  const exclusion = exclusionOf(context.world, subnet);
  if (exclusion.kind === 'unknown') return exclusion;
  const agrees = exclusion.kind === 'none' || (mode === 'block-ingress' && exclusion.mode === 'allow-egress');
  if (agrees) return { kind: 'mode', mode };
  return unclear(subnet.id, `an exclusion covers ${subnet.id}, which still reports Block Public Access as ${mode}`);
};

const managerOf = (context: PathContext, subnet: Subnet): BlockerOf<'block-public-access'>['managedBy'] => {
  if (subnet.ownerId !== null && subnet.ownerId !== accountOf(context.fn)) return 'owner-account';
  const section = context.world.snapshot.sections.vpcBlockPublicAccessOptions;
  const managedBy = section.status === 'collected' ? (section.items[0]?.managedBy ?? null) : null;
  return managedBy === 'account' || managedBy === 'declarative-policy' ? managedBy : null;
};

/**
 * Nothing where Block Public Access lets the traffic of this subnet pass. `block-ingress` still allows NAT gateways
 * and egress-only internet gateways, and shuts every other use of an internet gateway in both directions.
 */
export const blockPublicAccessSteps = (
  context: PathContext,
  internetGatewayId: string,
  subnet: Subnet,
  via: BlockerOf<'block-public-access'>['via'],
): Step[] => {
  const effective = effectiveMode(context, subnet);
  if (effective.kind === 'unknown') return [unknown('internet-gateway', internetGatewayId, effective.doubt)];
  if (effective.mode === 'off' || (effective.mode === 'block-ingress' && via === 'nat-gateway')) return [];
  return [
    blocks('internet-gateway', internetGatewayId, {
      kind: 'block-public-access',
      subnetId: subnet.id,
      mode: effective.mode,
      managedBy: managerOf(context, subnet),
      via,
    }),
  ];
};
