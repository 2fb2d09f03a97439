import type { EncryptionControl, Vpc } from '../../model/kinds/vpcs.ts';
import type { HopKind } from '../../model/report.ts';
import type { EncryptionExclusion, ExclusionGap } from '../encryption-exclusions.ts';
import { type Step, unknown } from '../step.ts';
import { lookup } from '../world.ts';
import { absent, type PathContext } from './context.ts';

/** Hops that a VPC keeps out while it enforces encryption, unless they are excluded. */
const excludable: Partial<Record<HopKind, EncryptionExclusion>> = {
  'nat-gateway': 'natGateway',
  'internet-gateway': 'internetGateway',
  'egress-only-internet-gateway': 'egressOnlyInternetGateway',
};

const needed = (onward: readonly Step[]): EncryptionExclusion[] => [
  ...new Set<EncryptionExclusion>(['lambda', ...onward.flatMap(({ hop }) => excludable[hop] ?? [])]),
];

/** States in which a control in mode monitor neither enforces, nor is leaving or entering enforcement. */
const monitorsOnly: readonly (EncryptionControl['state'] | undefined)[] = [
  undefined,
  null,
  'available',
  'creating',
  'deleting',
  'delete-failed',
];

const mayEnforce = ({ encryptionControlMode: mode, encryptionControl: control }: Vpc): boolean =>
  mode !== null && control?.state !== 'deleted' && (mode !== 'monitor' || !monitorsOnly.includes(control?.state));

const gapsOf = ({ encryptionControl }: Vpc, onward: readonly Step[]): ExclusionGap[] =>
  needed(onward)
    .map((exclusion) => ({ exclusion, state: encryptionControl?.exclusions[exclusion] ?? null }))
    .filter(({ state }) => state !== 'enabled');

/**
 * Nothing where the VPC does not enforce encryption, or excludes Lambda and every gateway behind the route. AWS says
 * that it keeps resources without an exclusion out of such a VPC, not what becomes of packets where one is there.
 * https://docs.aws.amazon.com/vpc/latest/userguide/vpc-encryption-controls.html
 */
export const encryptionSteps = (context: PathContext, onward: readonly Step[]): Step[] => {
  const { vpcId } = context.subnet;
  const vpc = lookup(context.world.vpcs, vpcId);
  if (vpc.status === 'unavailable') return [unknown('route', vpcId, vpc.doubt)];
  if (vpc.status === 'missing') return [unknown('route', vpcId, absent(context, vpcId))];
  const { encryptionControlMode: mode, encryptionControl: control } = vpc.item;
  if (mode === null || !mayEnforce(vpc.item)) return [];
  if (mode !== 'monitor' && mode !== 'enforce') {
    const what = `VPC Encryption Controls of ${vpcId} are in a mode that this version does not know, ${mode}`;
    return [unknown('route', vpcId, { kind: 'not-evaluated', resource: vpcId, what })];
  }
  const gaps = gapsOf(vpc.item, onward);
  if (gaps.length === 0) return [];
  const state = control?.state ?? null;
  return [unknown('route', vpcId, { kind: 'encryption-controls', resource: vpcId, mode, state, gaps })];
};
