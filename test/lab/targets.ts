import type { Snapshot } from '../../src/model/snapshot.ts';
import type { Target } from '../../src/model/target.ts';
import { alone, familyOf, isWithin } from './addresses.ts';
import { cidrsOf, functionOf, itemsOf, subnetOf } from './sections.ts';
import { addressesOf, hostInterfaces } from './site.ts';

const block = (cidr: string): Target => ({ kind: 'addresses', text: cidr, cidr, port: 443 });

/** The interface that has an address, and every group that it carries; by these names IPv4 is asked for. */
const namesOf = (snapshot: Snapshot, vpcId: string, address: string): Target[] =>
  hostInterfaces(snapshot.sections, vpcId)
    .filter((eni) => familyOf(address) === 'ipv4' && addressesOf(eni).includes(address))
    .flatMap(({ id, securityGroupIds }): Target[] => [
      { kind: 'interface', text: id, id, port: 443 },
      ...securityGroupIds.map((group): Target => ({ kind: 'security-group', text: group, id: group, port: 443 })),
    ]);

/** All ways to ask for an address: one of the VPC by itself, with its whole subnet and by name, others as the internet. */
export const targetsAt = (snapshot: Snapshot, functionName: string, address: string): Target[] => {
  const { network } = functionOf(snapshot, functionName);
  const [subnetId] = network.kind === 'vpc' ? network.subnetIds : [];
  const { vpcId } = subnetOf(snapshot.sections, subnetId ?? null);
  const vpc = itemsOf(snapshot.sections.vpcs).find(({ id }) => id === vpcId);
  const inside = [...(vpc?.cidrs ?? []), ...(vpc?.ipv6Cidrs ?? []).map(({ cidr }) => cidr)];
  if (!inside.some((cidr) => isWithin(address, cidr)))
    return [{ kind: familyOf(address) === 'ipv4' ? 'internet' : 'internet6' }];
  const subnets = itemsOf(snapshot.sections.subnets).filter((subnet) => subnet.vpcId === vpcId);
  const around = subnets.flatMap(cidrsOf).filter((cidr) => isWithin(address, cidr));
  return [alone(address), ...around].map(block).concat(namesOf(snapshot, vpcId, address));
};
