import type { Change } from '../support/network.ts';
import { aclRule, addNatInstance, groupRule, sendAll, setAclRules } from '../support/resources.ts';
import { linuxPortsOnly, ofLinux } from './port-pairs.ts';
import type { Probe } from './probes.ts';

const everywhere = '0.0.0.0/0';
const vpc = '10.0.0.0/16';

/** One change of the correct network, and by hand which connections of private-a then work. */
export interface Variant {
  readonly name: string;
  readonly change: Change | null;
  readonly works: (probe: Probe) => boolean;
}

const always = (): boolean => true;
const never = (): boolean => false;

export const variants: readonly Variant[] = [
  { name: 'the correct network lets everything through', change: null, works: always },
  {
    name: 'a public subnet gives a function no public address',
    change: (n) => sendAll(n, { kind: 'internet-gateway', id: n.internetGateway().id }),
    works: never,
  },
  {
    name: 'a network ACL of the function for the ports of Linux lets replies to those in',
    change: linuxPortsOnly.function,
    works: ({ fromPort }) => ofLinux(fromPort),
  },
  {
    name: "a network ACL of the NAT gateway for the ports of Linux tests the NAT gateway's ports",
    change: linuxPortsOnly.nat,
    works: ({ natPort }) => ofLinux(natPort),
  },
  {
    name: 'both network ACLs for the ports of Linux need both ports to be among them',
    change: linuxPortsOnly.both,
    works: ({ fromPort, natPort }) => ofLinux(fromPort) && ofLinux(natPort),
  },
  {
    name: 'a NAT instance keeps the port, so both network ACLs test the same one',
    change: (n) => {
      linuxPortsOnly.both(n);
      addNatInstance(n);
      n.securityGroup('nat-instance').ingress = [groupRule(vpc, 'all')];
    },
    works: ({ fromPort }) => ofLinux(fromPort),
  },
  {
    name: 'a NAT instance with its source/destination check on forwards nothing',
    change: (n) => {
      addNatInstance(n).sourceDestCheck = true;
    },
    works: never,
  },
  {
    name: 'a network ACL that lets no replies in stops everything',
    change: (n) => setAclRules(n, 'private', 'ingress', aclRule(100, 'allow', everywhere, [443, 443])),
    works: never,
  },
  {
    name: "a network ACL of the NAT gateway lets out replies to some of the function's ports",
    change: (n) =>
      setAclRules(
        n,
        'public',
        'egress',
        aclRule(50, 'deny', '10.0.11.0/24', [61001, 65535]),
        aclRule(100, 'allow', everywhere, 'all'),
      ),
    works: ({ fromPort }) => fromPort < 61001,
  },
  {
    name: 'a blackhole drops what it matches and falls back to nothing',
    change: (n) => n.addRoute('private-a', '8.0.0.0/7', { kind: 'none' }, { state: 'blackhole' }),
    works: ({ to }) => to !== '8.8.8.8',
  },
  {
    name: 'a blackhole as the default route stops everything',
    change: (n) => {
      n.route('private-a').state = 'blackhole';
    },
    works: never,
  },
  {
    name: 'a security group for one port lets out that one, and the replies',
    change: (n) => {
      n.securityGroup().egress = [groupRule(everywhere, [80, 81])];
    },
    works: ({ toPort }) => toPort === 80 || toPort === 81,
  },
  {
    name: 'rules for UDP do not concern TCP',
    change: (n) => {
      setAclRules(
        n,
        'private',
        'egress',
        { ...aclRule(10, 'deny', everywhere, [0, 65535]), protocol: '17' },
        aclRule(20, 'allow', everywhere, 'all'),
      );
      n.securityGroup().egress = [
        { ...groupRule(everywhere, [0, 65535]), protocol: '17' },
        groupRule(everywhere, [22, 22]),
      ];
    },
    works: ({ toPort }) => toPort === 22,
  },
  {
    name: 'a NAT gateway whose own route leads back to it goes round in circles',
    change: (n) => {
      n.route('public').target = { kind: 'nat-gateway', id: n.natGateway('nat-a').id };
    },
    works: never,
  },
  {
    name: 'a detached internet gateway forwards nothing',
    change: (n) => {
      n.internetGateway().attachments = [];
    },
    works: never,
  },
];
