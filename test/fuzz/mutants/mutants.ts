import type { WorldKind } from '../recipes.ts';
import { endpointFamilyMutants, endpointMutants } from './endpoint-mutants.ts';
import { ipv6Mutants } from './ipv6-mutants.ts';
import { type EquivalentMutant, type Mutant, mutant } from './mutant.ts';
import { pathMutants } from './path-mutants.ts';
import { ruleMutants } from './rule-mutants.ts';
import { targetIpv6Mutants, targetMutants } from './target-mutants.ts';
import { transitGatewayMutants } from './transit-gateway-mutants.ts';

/** Faults that other tools really have, and slips of the hand. Each must be found by packets of its family. */
export const mutants: Readonly<Record<WorldKind, readonly Mutant[]>> = {
  ipv4: [...ruleMutants, ...pathMutants, ...transitGatewayMutants],
  ipv6: ipv6Mutants,
  targets: [...targetMutants, ...endpointMutants],
  targets6: [...targetIpv6Mutants, ...endpointFamilyMutants],
};

/** Faults that change nothing that anybody could see. */
export const equivalents: readonly EquivalentMutant[] = [
  {
    ...mutant(
      'a network ACL sees what a NAT gateway in the same subnet gets',
      'path/nat-subnet.ts',
      "direction: 'ingress' } as const;\n  return subnet.id === context.subnet.id ? [] :",
      "direction: 'ingress' } as const;\n  return subnet.id === 'subnet-none' ? [] :",
    ),
    proof:
      'A device in the subnet of the function shares its route table, and the route that leads to the device leads it back to itself: the path is blocked with or without the network ACL.',
  },
];
