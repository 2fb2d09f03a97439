import { parseTarget } from '../../src/cli/target.ts';
import type { LambdaFunction } from '../../src/model/kinds/functions.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { askedOf } from './asked.ts';
import { expectedAnswer } from './expected-answer.ts';
import type { Expectation } from './expected-verdict.ts';
import { account } from './resources.ts';
import type { World } from './world.ts';

export const functionsOf = ({ sections: { functions } }: Snapshot): readonly LambdaFunction[] =>
  functions.status === 'collected' ? functions.items : [];

/** Which way the name of a service leads is not a matter of packets, and unknown where it could not be read. */
const isNameOpen = ({ sections }: Snapshot, target: string): boolean =>
  parseTarget(target).kind === 'service' &&
  (sections.vpcs.status !== 'collected' || sections.vpcEndpoints.status !== 'collected');

/** What packets show for every function with one subnet, by the function's name and the target. */
export type Expectations = ReadonlyMap<string, Expectation>;

export const expectationsOf = ({ snapshot, asked }: World): Expectations => {
  const expectations = new Map<string, Expectation>();
  for (const { name, network } of functionsOf(snapshot)) {
    const [subnetId, second] = network.kind === 'vpc' ? network.subnetIds : [];
    if (network.kind !== 'vpc' || subnetId === undefined || second !== undefined) continue;
    const { securityGroupIds, ipv6AllowedForDualStack: ipv6Allowed } = network;
    const sender = { subnetId, securityGroupIds, functionAccount: account, ipv6Allowed };
    for (const target of asked) {
      const packets = isNameOpen(snapshot, target) ? null : askedOf(snapshot, parseTarget(target));
      if (packets !== null) expectations.set(`${name} to ${target}`, expectedAnswer(snapshot, sender, packets));
    }
  }
  return expectations;
};
