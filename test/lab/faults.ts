import type { NetworkAclEntry } from '../../src/model/kinds/network-acls.ts';
import { each, type Fault, withEntries, withRoutes, withSections } from './fault.ts';

const endsEarly = (entry: NetworkAclEntry): NetworkAclEntry => {
  const { ports } = entry;
  if (ports.kind !== 'range' || ports.from === ports.to) return entry;
  return { ...entry, ports: { ...ports, to: ports.to - 1 } };
};

const tcpForUdp = <Rule extends { readonly protocol: string }>(rule: Rule): Rule =>
  rule.protocol === '17' ? { ...rule, protocol: '6' } : rule;

export const faults: readonly Fault[] = [
  {
    name: 'network ACLs let everything in',
    inNetwork: (snapshot) =>
      withEntries(snapshot, (entry) => (entry.direction === 'ingress' ? { ...entry, action: 'allow' } : entry)),
  },
  {
    name: 'port ranges of network ACLs end one port early',
    inNetwork: (snapshot) => withEntries(snapshot, endsEarly),
  },
  {
    name: 'network ACLs are read from the highest number down',
    inNetwork: (snapshot) => withEntries(snapshot, (entry) => ({ ...entry, ruleNumber: 32767 - entry.ruleNumber })),
  },
  {
    name: 'a blackhole falls back to the next route',
    inNetwork: (snapshot) => withRoutes(snapshot, ({ state }) => state !== 'blackhole'),
  },
  {
    name: 'routes of prefix lists are forgotten',
    inNetwork: (snapshot) => withRoutes(snapshot, ({ destination }) => destination.kind !== 'prefix-list'),
  },
  {
    name: 'a rule for UDP is one for TCP',
    inNetwork: (snapshot) =>
      withSections(withEntries(snapshot, tcpForUdp), ({ securityGroups }) => ({
        securityGroups: each(securityGroups, (group) => ({ ...group, egress: group.egress.map(tcpForUdp) })),
      })),
  },
  {
    name: 'the source/destination check is never on',
    inNetwork: (snapshot) =>
      withSections(snapshot, ({ networkInterfaces }) => ({
        networkInterfaces: each(networkInterfaces, (eni) => ({ ...eni, sourceDestCheck: false })),
      })),
  },
  {
    name: "the ports of the function and of its NAT gateway are taken for each other's",
    inEngine: ({ answer }) => ({
      answer: (probe) => answer({ ...probe, fromPort: probe.natPort, natPort: probe.fromPort }),
    }),
  },
  {
    name: "replies to the function are tested on the target's port",
    inEngine: ({ answer }) => ({ answer: (probe) => answer({ ...probe, fromPort: probe.toPort }) }),
  },
  {
    name: 'the path leads through no NAT device',
    inEngine: ({ answer }) => ({ answer: (probe) => ({ ...answer(probe), natDevice: null }) }),
  },
];
