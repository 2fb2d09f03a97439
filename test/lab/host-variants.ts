import type { Change } from '../support/network.ts';
import { aclRule, addAclRules, groupReference, groupRule, setAclRules } from '../support/resources.ts';
import {
  addDatabase,
  addInterface,
  addSubnet,
  moveToOwnAcl,
  sendThroughPrivateNatGateway,
} from '../support/targets.ts';
import { ofLinux } from './port-pairs.ts';
import type { Probe } from './probes.ts';

/** A network with hosts, and by hand which connections of private-a to some of them then work. */
export interface HostVariant {
  readonly name: string;
  readonly change: Change;
  readonly to: readonly string[];
  readonly works: (probe: Probe) => boolean;
}

const vpc = '10.0.0.0/16';
const inDataSubnet = '10.0.40.7';
const inOwnSubnet = '10.0.11.200';
const linux = [32768, 61000] as const;
const always = (): boolean => true;
const never = (): boolean => false;
const toDatabase = ({ toPort }: Probe): boolean => toPort === 5432;

/** A host in the function's own subnet that lets in what carries the function's group. */
const addHostInside: Change = (n) => {
  const ingress = [groupReference(n.securityGroup().id, 'all')];
  addInterface(n, 'private-a', inOwnSubnet, n.addSecurityGroup('inside', { ingress }));
};

export const hostVariants: readonly HostVariant[] = [
  {
    name: "a group that names the function's group lets it in on its port",
    change: addDatabase,
    to: [inDataSubnet],
    works: toDatabase,
  },
  {
    name: 'a group that names another group does not let the function in',
    change: (n) => addDatabase(n, groupReference(n.securityGroup('default').id, 'all')),
    to: [inDataSubnet],
    works: never,
  },
  {
    name: 'a group for a quarter of the subnet lets in the addresses in it',
    change: (n) => addDatabase(n, groupRule('10.0.11.0/26', 'all')),
    to: [inDataSubnet],
    works: ({ from }) => from === '10.0.11.57',
  },
  {
    name: 'the rules of all groups of an interface count together',
    change: (n) => {
      addDatabase(n, groupRule(vpc, [80, 80]));
      const other = n.addSecurityGroup('other', { ingress: [groupRule(vpc, [5432, 5432])] });
      n.networkInterface(inDataSubnet).securityGroupIds.push(other);
    },
    to: [inDataSubnet],
    works: ({ toPort }) => toPort === 80 || toPort === 5432,
  },
  {
    name: 'two interfaces in different subnets with one group let the same in',
    change: (n) => {
      addDatabase(n);
      addSubnet(n, 'data-b', { cidr: '10.0.41.0/24', beside: 'private-b', rules: 'data' });
      addInterface(n, 'data-b', '10.0.41.7', n.securityGroup('db').id);
    },
    to: [inDataSubnet, '10.0.41.7'],
    works: toDatabase,
  },
  {
    name: 'a network ACL of the far subnet tests replies on the port of the function',
    change: (n) => {
      addDatabase(n, groupRule(vpc, 'all'));
      setAclRules(n, 'data', 'egress', aclRule(100, 'allow', vpc, linux));
    },
    to: [inDataSubnet],
    works: ({ fromPort }) => ofLinux(fromPort),
  },
  {
    name: 'a network ACL of the far subnet tests requests on the port of the target',
    change: (n) => {
      addDatabase(n, groupRule(vpc, 'all'));
      setAclRules(n, 'data', 'ingress', aclRule(100, 'allow', vpc, [5432, 5432]));
    },
    to: [inDataSubnet],
    works: toDatabase,
  },
  {
    name: 'a network ACL of the far subnet that denies half of the subnet stops the addresses in it',
    change: (n) => {
      addDatabase(n, groupRule(vpc, 'all'));
      addAclRules(n, 'data', 'ingress', aclRule(50, 'deny', '10.0.11.128/25', 'all'));
    },
    to: [inDataSubnet],
    works: ({ from }) => from === '10.0.11.57',
  },
  {
    name: 'a network ACL that lets nothing through does not concern a host in the same subnet',
    change: (n) => {
      addHostInside(n);
      moveToOwnAcl(n, 'private-a', 'closed');
      for (const direction of ['ingress', 'egress'] as const) setAclRules(n, 'closed', direction);
    },
    to: [inOwnSubnet],
    works: always,
  },
  {
    name: 'a blackhole for the own subnet does not concern a host in it, and one for another subnet does',
    change: (n) => {
      addHostInside(n);
      addDatabase(n, groupRule(vpc, 'all'));
      for (const cidr of ['10.0.11.0/24', '10.0.40.0/24'])
        n.addRoute('private-a', cidr, { kind: 'nat-gateway', id: 'nat-0deadbeefdeadbeef' }, { state: 'blackhole' });
    },
    to: [inOwnSubnet, inDataSubnet],
    works: ({ to }) => to === inOwnSubnet,
  },
  {
    name: "replies that the far subnet's route table drops never arrive",
    change: (n) => {
      addDatabase(n, groupRule(vpc, 'all'));
      n.addRoute('data', '10.0.11.0/24', { kind: 'nat-gateway', id: 'nat-0deadbeefdeadbeef' }, { state: 'blackhole' });
    },
    to: [inDataSubnet],
    works: never,
  },
  {
    name: "behind a private NAT gateway the function's group is not recognised, the gateway's address is",
    change: (n) => {
      addDatabase(n, groupReference(n.securityGroup().id, [0, 65535]), groupRule('10.0.1.26/32', [5432, 5432]));
      sendThroughPrivateNatGateway(n, '10.0.40.0/24');
    },
    to: [inDataSubnet],
    works: toDatabase,
  },
];
