import type { NetworkAcl } from '../../src/model/kinds/network-acls.ts';
import type { SecurityGroup, SecurityGroupRule } from '../../src/model/kinds/security-groups.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { boundsOf, textOf } from './addresses.ts';
import { each, type Fault, withRoutes, withSections } from './fault.ts';
import { itemsOf } from './sections.ts';

const withGroups = (snapshot: Snapshot, change: (group: SecurityGroup) => SecurityGroup): Snapshot =>
  withSections(snapshot, ({ securityGroups }) => ({ securityGroups: each(securityGroups, change) }));

const withAcls = (snapshot: Snapshot, change: (acl: NetworkAcl) => NetworkAcl): Snapshot =>
  withSections(snapshot, ({ networkAcls }) => ({ networkAcls: each(networkAcls, change) }));

const fromAnywhere: SecurityGroupRule = {
  protocol: '-1',
  ports: { kind: 'all' },
  peer: { kind: 'ipv4', cidr: '0.0.0.0/0' },
};

const opened = (acl: NetworkAcl, direction: 'ingress' | 'egress'): NetworkAcl => {
  if (!acl.name?.includes('data')) return acl;
  const entries = acl.entries.map((each) =>
    each.direction === direction ? { ...each, action: 'allow' as const } : each,
  );
  return { ...acl, entries };
};

/** Hosts in subnets of the function stand in other subnets, with the same addresses and rules. */
const apart = (snapshot: Snapshot): Snapshot =>
  withSections(snapshot, ({ subnets, networkInterfaces, networkAcls, routeTables }) => {
    const other = (id: `subnet-${string}`) => `${id}0` as const;
    return {
      subnets: {
        ...subnets,
        status: 'collected',
        items: itemsOf(subnets).flatMap((one) => [one, { ...one, id: other(one.id) }]),
      },
      networkInterfaces: each(networkInterfaces, (eni) =>
        eni.interfaceType === 'nat_gateway' || eni.subnetId === null ? eni : { ...eni, subnetId: other(eni.subnetId) },
      ),
      networkAcls: each(networkAcls, (acl) => ({
        ...acl,
        subnetIds: acl.subnetIds.flatMap((id) => [id, other(id)]),
      })),
      routeTables: each(routeTables, (table) => ({
        ...table,
        associations: table.associations.flatMap((one) =>
          one.subnetId === null ? [one] : [one, { ...one, subnetId: other(one.subnetId) }],
        ),
      })),
    };
  });

export const hostFaults: readonly Fault[] = [
  {
    name: 'groups of the far side let everything in',
    inNetwork: (snapshot) => withGroups(snapshot, (group) => ({ ...group, ingress: [...group.ingress, fromAnywhere] })),
  },
  {
    name: 'a reference to a group covers nobody',
    inNetwork: (snapshot) =>
      withGroups(snapshot, (group) => ({
        ...group,
        ingress: group.ingress.filter(({ peer }) => peer.kind !== 'security-group'),
      })),
  },
  {
    name: 'a reference to any group covers the function',
    inNetwork: (snapshot) =>
      withGroups(snapshot, (group) => ({
        ...group,
        ingress: group.ingress.map((rule) =>
          rule.peer.kind === 'security-group' ? { ...rule, peer: fromAnywhere.peer } : rule,
        ),
      })),
  },
  {
    name: 'of several groups of an interface the first one counts',
    inNetwork: (snapshot) =>
      withSections(snapshot, ({ networkInterfaces }) => ({
        networkInterfaces: each(networkInterfaces, (eni) => ({
          ...eni,
          securityGroupIds: eni.securityGroupIds.slice(0, 1),
        })),
      })),
  },
  {
    name: 'the network ACL of the far subnet lets every request in',
    inNetwork: (snapshot) => withAcls(snapshot, (acl) => opened(acl, 'ingress')),
  },
  {
    name: 'the network ACL of the far subnet lets every reply out',
    inNetwork: (snapshot) => withAcls(snapshot, (acl) => opened(acl, 'egress')),
  },
  { name: 'network ACLs are tested inside a subnet', inNetwork: apart },
  {
    name: 'the local route comes before more specific ones',
    inNetwork: (snapshot) =>
      withRoutes(
        snapshot,
        ({ destination, target }) =>
          target.kind === 'local' || destination.kind !== 'ipv4' || !destination.cidr.startsWith('10.'),
      ),
  },
  {
    name: 'all addresses of a subnet are its first one',
    inEngine: ({ answer }) => ({
      answer: (probe) => answer({ ...probe, from: textOf('ipv4', boundsOf(`${probe.from}/24`)[0] + 4n) }),
    }),
  },
];
