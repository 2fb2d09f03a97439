import type { EncryptionExclusions } from '../model/kinds/vpcs.ts';

/** What a VPC that enforces encryption can exclude from it, of the resources on a function's way out. */
export type EncryptionExclusion = keyof EncryptionExclusions;

/** An exclusion that a path needs and that is not in force; the state is null where it was not read. */
export interface ExclusionGap {
  readonly exclusion: EncryptionExclusion;
  readonly state: EncryptionExclusions[EncryptionExclusion];
}

const names: Readonly<Record<EncryptionExclusion, string>> = {
  lambda: 'Lambda functions',
  natGateway: 'NAT gateways',
  internetGateway: 'internet gateways',
  egressOnlyInternetGateway: 'egress-only internet gateways',
};

/** An encryption control that enforces, or may, while something on the way out is not excluded from it. */
export interface Enforcement {
  readonly mode: 'monitor' | 'enforce';
  readonly state: string | null;
  readonly gaps: readonly ExclusionGap[];
}

/** The mode, the state unless it is settled, and what is not excluded with the state of its exclusion. */
export const enforcementText = ({ mode, state, gaps }: Enforcement): string => {
  const moving = state === null || state === 'available' ? '' : ` (${state})`;
  const resources = gaps.map(({ exclusion, state: seen }) => `${names[exclusion]} (${seen ?? 'not shown'})`);
  return `in mode ${mode}${moving} without an exclusion in force for ${resources.join(', ')}`;
};
