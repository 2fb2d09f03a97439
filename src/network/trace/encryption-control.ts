import type { Vpc } from '../../model/kinds/vpcs.ts';
import type { Facts } from './facts.ts';
import { findOrNull } from './items.ts';
import type { Decision, Walk } from './packet.ts';
import type { Place } from './place.ts';

type Excludable = keyof NonNullable<Vpc['encryptionControl']>['exclusions'];

/** A control in one of these states is entering or leaving enforcement, or its state is not known. */
const isMoving = (state: string): boolean => /^(modify|monitor|enforce)-/.test(state) || state.startsWith('unknown:');

const decide = ({ encryptionControlMode: mode, encryptionControl }: Vpc, resource: Excludable): Decision => {
  const state = encryptionControl?.state ?? 'available';
  if (mode === null || state === 'deleted' || (mode === 'monitor' && !isMoving(state))) return 'passes';
  const excluded = encryptionControl?.exclusions[resource] === 'enabled';
  return excluded && (mode === 'enforce' || mode === 'monitor') ? 'passes' : 'unknown';
};

/**
 * A VPC in mode enforce has Lambda and gateways only where they are excluded; what happens to packets of one that is
 * there without an exclusion is not documented.
 * https://docs.aws.amazon.com/vpc/latest/userguide/vpc-encryption-controls.html
 */
export const meetEncryptionControl = (walk: Walk, facts: Facts, { vpcId }: Place, resource: Excludable): void => {
  const vpc = vpcId === null ? null : findOrNull(facts.vpcs, vpcId);
  const decision = vpc === null ? 'unknown' : decide(vpc, resource);
  if (decision !== 'passes') walk.meet('vpc', vpcId ?? 'vpc', decision, `VPC Encryption Controls and ${resource}`);
};
