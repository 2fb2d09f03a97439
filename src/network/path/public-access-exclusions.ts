import type { VpcBlockPublicAccessExclusion } from '../../model/kinds/vpc-block-public-access-exclusions.ts';
import type { Doubt } from '../doubt.ts';
import type { World } from '../world.ts';

/** What an exclusion lets through; null if its mode is not known. */
export type ExclusionMode = 'allow-bidirectional' | 'allow-egress' | null;

/** The exclusions of a subnet and of its VPC, each of which lets through what it allows. */
export interface Exclusions {
  readonly inForce: readonly ExclusionMode[];
  /** Those of which it cannot be told whether they are in force, or what they allow, with the reason. */
  readonly open: readonly { readonly mode: ExclusionMode; readonly doubt: Doubt }[];
}

/** States in which an exclusion counts for nothing, and those in which it is in force. */
const ended: readonly (string | null)[] = ['delete-complete', 'disable-complete', 'create-failed'];
const complete: readonly (string | null)[] = ['create-complete', 'update-complete'];

const modeOf = ({ mode }: VpcBlockPublicAccessExclusion): ExclusionMode =>
  mode === 'allow-bidirectional' || mode === 'allow-egress' ? mode : null;

const isCertain = (exclusion: VpcBlockPublicAccessExclusion): boolean =>
  complete.includes(exclusion.state) && exclusion.resourceArn !== null && modeOf(exclusion) !== null;

/**
 * A subnet can have an exclusion beside that of its VPC.
 * https://docs.aws.amazon.com/vpc/latest/userguide/security-vpc-bpa-basics.html
 */
export const exclusionsOf = ({ snapshot }: World, ids: readonly string[]): Exclusions => {
  const section = snapshot.sections.vpcBlockPublicAccessExclusions;
  if (section.status === 'unavailable') {
    const { action, reason } = section;
    const doubt: Doubt = { kind: 'unavailable', section: 'vpcBlockPublicAccessExclusions', action, reason };
    return { inForce: [], open: [{ mode: null, doubt }] };
  }
  const own = section.items.filter(
    ({ resourceArn, state }) =>
      !ended.includes(state) && (resourceArn === null || ids.some((id) => resourceArn.endsWith(`/${id}`))),
  );
  return {
    inForce: own.filter(isCertain).map(modeOf),
    open: own
      .filter((exclusion) => !isCertain(exclusion))
      .map((exclusion) => ({
        mode: modeOf(exclusion),
        doubt: { kind: 'in-transition', resource: exclusion.id, state: `${exclusion.mode}, ${exclusion.state}` },
      })),
  };
};
