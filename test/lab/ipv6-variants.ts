import { addIpv6, ipv6AclRule, sendAllIpv6, setIpv6AclRules } from '../support/ipv6.ts';
import { groupReference, groupRule, sendAll } from '../support/resources.ts';
import { addIpv6Database } from '../support/targets.ts';
import type { HostVariant } from './host-variants.ts';
import { ofLinux } from './port-pairs.ts';

const internet = ['2606:4700:4700::1111', '2a00:1450:4001::200e'];
const database = '2001:db8:1234:1a40::7';
const vpc = '2001:db8:1234:1a00::/56';
const linux = [32768, 61000] as const;
const always = (): boolean => true;
const never = (): boolean => false;

/** By hand: which connections of private-a over IPv6 work. */
export const ipv6Variants: readonly HostVariant[] = [
  { name: 'an egress-only internet gateway lets everything out', change: addIpv6, to: internet, works: always },
  {
    name: 'an internet gateway serves IPv6, for which no public address is needed',
    change: (n) => {
      addIpv6(n);
      sendAllIpv6(n, { kind: 'internet-gateway', id: n.internetGateway().id });
      sendAll(n, { kind: 'nat-gateway', id: 'nat-0deadbeefdeadbeef' });
    },
    to: internet,
    works: always,
  },
  {
    name: 'a NAT gateway carries no IPv6',
    change: (n) => {
      addIpv6(n);
      sendAllIpv6(n, { kind: 'nat-gateway', id: n.natGateway('nat-a').id });
    },
    to: internet,
    works: never,
  },
  {
    name: 'a function that is not told to sends no IPv6',
    change: (n) => {
      addIpv6(n);
      n.network().ipv6AllowedForDualStack = false;
    },
    to: internet,
    works: never,
  },
  {
    name: 'a group that lets out to 0.0.0.0/0 alone lets no IPv6 out',
    change: (n) => {
      addIpv6(n);
      n.securityGroup().egress = [groupRule('0.0.0.0/0', 'all')];
    },
    to: internet,
    works: never,
  },
  {
    name: 'a network ACL with rules for IPv4 alone lets no IPv6 back in',
    change: (n) => {
      addIpv6(n);
      setIpv6AclRules(n, 'private', 'ingress');
    },
    to: internet,
    works: never,
  },
  {
    name: 'a network ACL tests replies over IPv6 on the port of the function',
    change: (n) => {
      addIpv6(n);
      setIpv6AclRules(n, 'private', 'ingress', ipv6AclRule(101, 'allow', '::/0', linux));
    },
    to: internet,
    works: ({ fromPort }) => ofLinux(fromPort),
  },
  {
    name: 'addresses of a private range do not reach the internet',
    change: (n) => {
      addIpv6(n);
      for (const range of n.subnet('private-a').ipv6Cidrs) range.addressAttribute = 'private';
    },
    to: internet,
    works: never,
  },
  {
    name: 'the IPv6 rules of a host let the function in on its port',
    change: addIpv6Database,
    to: [database],
    works: ({ toPort }) => toPort === 5432,
  },
  {
    name: "a reference to the function's group stands for its IPv6 addresses",
    change: (n) => {
      addIpv6Database(n);
      n.securityGroup('db').ingress = [groupReference(n.securityGroup().id, 'all')];
    },
    to: [database],
    works: always,
  },
  {
    name: 'a host that lets in every IPv4 address lets no IPv6 in',
    change: (n) => {
      addIpv6Database(n);
      n.securityGroup('db').ingress = [groupRule('0.0.0.0/0', 'all')];
    },
    to: [database],
    works: never,
  },
  {
    name: 'the network ACL of a host tests replies over IPv6 on the port of the function',
    change: (n) => {
      addIpv6Database(n);
      n.securityGroup('db').ingress = [groupRule(vpc, 'all')];
      setIpv6AclRules(n, 'data', 'egress', ipv6AclRule(101, 'allow', vpc, linux));
    },
    to: [database],
    works: ({ fromPort }) => ofLinux(fromPort),
  },
];
