import { type Route, RouteDestination } from '../../../src/model/kinds/route-tables.ts';
import type { Snapshot } from '../../../src/model/snapshot.ts';
import { healthy } from '../network.ts';
import { everythingAround } from './everything-around.ts';

const route = (destination: string, target: Route['target'], state: Route['state'] = 'active'): Route => ({
  destination: RouteDestination.parse(
    destination.startsWith('pl-')
      ? { kind: 'prefix-list', id: destination }
      : { kind: destination.includes(':') ? 'ipv6' : 'ipv4', cidr: destination },
  ),
  target,
  state,
  origin: 'CreateRoute',
});

const anywhere = { kind: 'ipv4', cidr: '0.0.0.0/0' } as const;
const allow = { direction: 'egress', action: 'allow', cidr: anywhere } as const;
const https = { protocol: '6', ports: { kind: 'range', from: 443, to: 443 } } as const;

/** One resource of each kind with every field filled: not a network that works, but one that shows each shape. */
export const everything: Snapshot = {
  ...healthy,
  sections: {
    ...everythingAround,
    functions: { status: 'collected', items: [] },
    subnets: {
      status: 'collected',
      items: [
        {
          id: 'subnet-1',
          name: 'a <b> & "c"',
          vpcId: 'vpc-1',
          availabilityZone: 'eu-west-1a',
          availabilityZoneId: 'euw1-az1',
          cidr: '10.0.1.0/24',
          ipv6Cidrs: [{ cidr: '2001:db8::/64', state: 'associated', addressAttribute: 'public' }],
          ipv6Native: false,
          enableDns64: true,
          availableIpAddressCount: 250,
          ownerId: '123456789012',
          outpostArn: null,
          internetGatewayBlockMode: 'block-ingress',
        },
      ],
    },
    routeTables: {
      status: 'collected',
      items: [
        {
          id: 'rtb-1',
          name: null,
          vpcId: 'vpc-1',
          associations: [{ id: 'rtbassoc-1', main: false, subnetId: 'subnet-1', gatewayId: null, state: 'associated' }],
          routes: [
            route('10.0.0.0/16', { kind: 'local' }),
            route('10.1.0.0/16', { kind: 'internet-gateway', id: 'igw-1' }),
            route('::/0', { kind: 'egress-only-internet-gateway', id: 'eigw-1' }),
            route('10.2.0.0/16', { kind: 'nat-gateway', id: 'nat-1' }),
            route('10.3.0.0/16', { kind: 'network-interface', id: 'eni-1', instanceId: 'i-1' }),
            route('pl-1', { kind: 'vpc-endpoint', id: 'vpce-1' }),
            route('10.4.0.0/16', { kind: 'vpc-peering-connection', id: 'pcx-1' }),
            route('10.5.0.0/16', { kind: 'transit-gateway', id: 'tgw-1' }),
            route('10.6.0.0/16', { kind: 'virtual-private-gateway', id: 'vgw-1' }),
            route('10.7.0.0/16', { kind: 'none' }, 'blackhole'),
            route('10.8.0.0/16', { kind: 'unknown', raw: 'qgw-1' }, 'unknown:entangled'),
          ],
        },
      ],
    },
    networkAcls: {
      status: 'collected',
      items: [
        {
          id: 'acl-1',
          name: null,
          vpcId: 'vpc-1',
          isDefault: false,
          subnetIds: ['subnet-1'],
          entries: [
            { ...allow, ruleNumber: 100, protocol: '6', ports: { kind: 'range', from: 1024, to: 65535 } },
            { ...allow, ruleNumber: 110, protocol: '6', ports: { kind: 'all' } },
            { ...allow, ruleNumber: 120, protocol: '1', ports: { kind: 'icmp', type: 8, code: -1 } },
            {
              ruleNumber: 32768,
              direction: 'ingress',
              action: 'deny',
              protocol: '-1',
              cidr: { kind: 'ipv6', cidr: '::/0' },
              ports: { kind: 'all' },
            },
          ],
        },
      ],
    },
    securityGroups: {
      status: 'collected',
      items: [
        {
          id: 'sg-1',
          name: 'fn',
          vpcId: 'vpc-1',
          ingress: [],
          egress: [
            { ...https, peer: { kind: 'ipv4', cidr: '10.0.0.0/8' } },
            { ...https, peer: { kind: 'ipv4', cidr: '192.0.2.0/24' } },
            { ...https, peer: { kind: 'prefix-list', id: 'pl-1' } },
            { protocol: '-1', ports: { kind: 'all' }, peer: { kind: 'ipv6', cidr: '::/0' } },
            {
              protocol: '1',
              ports: { kind: 'icmp', type: 8, code: -1 },
              peer: {
                kind: 'security-group',
                id: 'sg-2',
                vpcId: 'vpc-1',
                ownerId: '123456789012',
                peeringConnectionId: null,
                peeringStatus: null,
              },
            },
          ],
        },
      ],
    },
  },
};
