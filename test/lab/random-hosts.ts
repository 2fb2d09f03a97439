import type { SecurityGroup, SecurityGroupRule } from '../../src/model/kinds/security-groups.ts';
import type { Random } from '../fuzz/random.ts';
import type { Mutable, Network } from '../support/network.ts';
import { addPrefixList, groupReference, groupRule } from '../support/resources.ts';
import { addDataSubnet, addInterface, addSubnet } from '../support/targets.ts';
import { everywhere, portRanges } from './random-ranges.ts';

/** Where hosts can be: in subnets of their own, which share a network ACL or not, and in those of others. */
const hostPlaces = [
  { subnet: 'data-a', address: '10.0.40.7' },
  { subnet: 'data-a', address: '10.0.40.200' },
  { subnet: 'data-b', address: '10.0.41.130' },
  { subnet: 'private-a', address: '10.0.11.200' },
  { subnet: 'private-b', address: '10.0.12.9' },
  { subnet: 'public-a', address: '10.0.1.99' },
] as const;

export const hostAddresses = hostPlaces.map(({ address }) => address);

/** Rules of a group for who is in these blocks, carries one of these groups, or is on a prefix list of such blocks. */
export const rulesFor = (
  random: Random,
  n: Network,
  blocks: readonly string[],
  groups: readonly SecurityGroup['id'][],
): Mutable<SecurityGroupRule>[] =>
  Array.from({ length: 1 + random.below(3) }, () => {
    const ports = random.chance(0.4) ? 'all' : random.pick(portRanges);
    if (random.chance(0.3)) return groupReference(random.pick(groups), ports);
    const peer = random.pick(blocks);
    if (random.chance(0.15)) return { ...groupRule(peer, random.pick(portRanges)), protocol: '17' };
    if (random.chance(0.2)) {
      const id = addPrefixList(n, `listed${n.all.prefixLists.length}`, [peer, random.pick(blocks)]);
      return { ...groupRule(everywhere, ports), peer: { kind: 'prefix-list', id } };
    }
    return groupRule(peer, ports);
  });

/** One to three interfaces with the groups `db`, `cache` or both, which the caller fills with rules. */
export const addHosts = (n: Network, random: Random): readonly SecurityGroup['id'][] => {
  addDataSubnet(n);
  const rules = random.chance(0.5) ? 'data' : 'data-b';
  addSubnet(n, 'data-b', { cidr: '10.0.41.128/25', beside: 'private-b', rules });
  const groups = ['db', 'cache'].map((name) => n.addSecurityGroup(name, {}));
  const first = random.below(hostPlaces.length);
  for (let count = 1 + random.below(3); count > 0; count -= 1) {
    const { subnet, address } = random.pick(hostPlaces.slice(first % 2));
    if (n.all.networkInterfaces.some((eni) => eni.privateIpAddresses[0]?.address === address)) continue;
    const carried = random.chance(0.3) ? groups : [random.pick(groups)];
    const eni = addInterface(n, subnet, address, ...carried);
    if (random.chance(0.2)) eni.interfaceType = 'vpc_endpoint';
    if (random.chance(0.2)) {
      const second = address.replace(/\d+$/, '70');
      eni.privateIpAddresses.push({ address: second, publicIp: null, primary: false });
    }
  }
  return groups;
};
