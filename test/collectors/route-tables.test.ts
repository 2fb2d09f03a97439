import type { Route as RawRoute } from '@aws-sdk/client-ec2';
import { describe, expect, it } from 'vitest';
import collector, { fromAws } from '../../src/collectors/route-tables.ts';
import { routeTarget } from '../../src/collectors/route-target.ts';
import schema, { type RouteTable, RouteTarget } from '../../src/model/kinds/route-tables.ts';
import { describeMapper, nothing } from './mapper.ts';

const bare: RouteTable = { id: 'rtb-1', name: null, vpcId: 'vpc-1', associations: [], routes: [] };
const local = { kind: 'local' } as const;

describeMapper(schema, fromAws, {
  maps: {
    'all fields': [
      {
        RouteTableId: 'rtb-1',
        VpcId: 'vpc-1',
        Tags: [{ Key: 'Name', Value: 'private' }],
        Associations: [
          {
            RouteTableAssociationId: 'rtbassoc-1',
            Main: false,
            SubnetId: 'subnet-1',
            AssociationState: { State: 'associated' },
          },
          { RouteTableAssociationId: 'rtbassoc-2', Main: true, AssociationState: { State: 'disassociating' } },
          { RouteTableAssociationId: 'rtbassoc-3', GatewayId: 'igw-1' },
        ],
        Routes: [
          { DestinationCidrBlock: '10.0.0.0/16', GatewayId: 'local', State: 'active', Origin: 'CreateRouteTable' },
          { DestinationIpv6CidrBlock: '::/0', EgressOnlyInternetGatewayId: 'eigw-1', State: 'active' },
          { DestinationPrefixListId: 'pl-1', GatewayId: 'vpce-1', State: 'active', Origin: 'CreateRoute' },
          { DestinationCidrBlock: '0.0.0.0/0', NatGatewayId: 'nat-1', State: 'blackhole', Origin: 'CreateRoute' },
        ],
      },
      {
        ...bare,
        name: 'private',
        associations: [
          { id: 'rtbassoc-1', main: false, subnetId: 'subnet-1', gatewayId: null, state: 'associated' },
          { id: 'rtbassoc-2', main: true, subnetId: null, gatewayId: null, state: 'disassociating' },
          { id: 'rtbassoc-3', main: false, subnetId: null, gatewayId: 'igw-1', state: null },
        ],
        routes: [
          {
            destination: { kind: 'ipv4', cidr: '10.0.0.0/16' },
            target: local,
            state: 'active',
            origin: 'CreateRouteTable',
          },
          {
            destination: { kind: 'ipv6', cidr: '::/0' },
            target: { kind: 'egress-only-internet-gateway', id: 'eigw-1' },
            state: 'active',
            origin: null,
          },
          {
            destination: { kind: 'prefix-list', id: 'pl-1' },
            target: { kind: 'vpc-endpoint', id: 'vpce-1' },
            state: 'active',
            origin: 'CreateRoute',
          },
          {
            destination: { kind: 'ipv4', cidr: '0.0.0.0/0' },
            target: { kind: 'nat-gateway', id: 'nat-1' },
            state: 'blackhole',
            origin: 'CreateRoute',
          },
        ],
      },
    ],
    'ids alone': [{ RouteTableId: 'rtb-1', VpcId: 'vpc-1' }, bare],
    'words and destinations that it does not know': [
      JSON.parse(
        '{"RouteTableId":"rtb-1","VpcId":"vpc-1","Associations":[{"AssociationState":{"State":"shy"}}],' +
          '"Routes":[{"GatewayId":"local","State":"resting","Origin":"Dream"},{"DestinationPrefixListId":"list-1","GatewayId":"local"}]}',
      ),
      {
        ...bare,
        associations: [{ id: null, main: false, subnetId: null, gatewayId: null, state: 'unknown:shy' }],
        routes: [
          {
            destination: { kind: 'unknown', raw: 'no destination' },
            target: local,
            state: 'unknown:resting',
            origin: 'unknown:Dream',
          },
          { destination: { kind: 'unknown', raw: 'list-1' }, target: local, state: 'unknown:', origin: null },
        ],
      },
    ],
  },
  refuses: {
    'a table without an id': { VpcId: 'vpc-1' },
    'an id of another kind': { RouteTableId: 'acl-1', VpcId: 'vpc-1' },
    'a table without a VPC': { RouteTableId: 'rtb-1' },
    'an associated subnet of another kind': {
      RouteTableId: 'rtb-1',
      VpcId: 'vpc-1',
      Associations: [{ SubnetId: 'eni-1' }],
    },
  },
});

describe('routeTarget', () => {
  const table: Record<string, readonly [RawRoute, RouteTarget]> = {
    local: [{ GatewayId: 'local' }, { kind: 'local' }],
    'an internet gateway': [{ GatewayId: 'igw-1' }, { kind: 'internet-gateway', id: 'igw-1' }],
    'a virtual private gateway': [{ GatewayId: 'vgw-1' }, { kind: 'virtual-private-gateway', id: 'vgw-1' }],
    'an endpoint': [{ GatewayId: 'vpce-1' }, { kind: 'vpc-endpoint', id: 'vpce-1' }],
    'a gateway of a new kind': [{ GatewayId: 'xgw-1' }, { kind: 'unknown', raw: 'xgw-1' }],
    'a transit gateway': [{ TransitGatewayId: 'tgw-1' }, { kind: 'transit-gateway', id: 'tgw-1' }],
    'a peering connection': [{ VpcPeeringConnectionId: 'pcx-1' }, { kind: 'vpc-peering-connection', id: 'pcx-1' }],
    'an interface of an instance': [
      { NetworkInterfaceId: 'eni-1', InstanceId: 'i-1', InstanceOwnerId: '1' },
      { kind: 'network-interface', id: 'eni-1', instanceId: 'i-1' },
    ],
    'an interface of no instance': [
      { NetworkInterfaceId: 'eni-1' },
      { kind: 'network-interface', id: 'eni-1', instanceId: null },
    ],
    'an instance alone': [{ InstanceId: 'i-1' }, { kind: 'instance', id: 'i-1' }],
    'a local gateway': [{ LocalGatewayId: 'lgw-1' }, { kind: 'local-gateway', id: 'lgw-1' }],
    'a carrier gateway': [{ CarrierGatewayId: 'cagw-1' }, { kind: 'carrier-gateway', id: 'cagw-1' }],
    'a core network': [{ CoreNetworkArn: 'arn:1' }, { kind: 'core-network', arn: 'arn:1' }],
    'an ODB network': [{ OdbNetworkArn: 'arn:1' }, { kind: 'odb-network', arn: 'arn:1' }],
    'the next hop of a route server': [{ IpAddress: '10.0.0.9' }, { kind: 'unknown', raw: '10.0.0.9' }],
    'an id of the wrong kind': [{ NatGatewayId: 'igw-1' }, { kind: 'unknown', raw: 'igw-1' }],
    'two targets': [
      { GatewayId: 'igw-1', NatGatewayId: 'nat-1' },
      { kind: 'unknown', raw: 'igw-1 nat-1' },
    ],
    'a blackhole whose target is gone': [{ State: 'blackhole' }, { kind: 'none' }],
    'an active route whose target is not known': [{ State: 'active' }, { kind: 'unknown', raw: 'no target' }],
  };

  it.each(Object.entries(table))('reads %s', (_, [raw, target]) => {
    expect(routeTarget(raw)).toEqual(target);
    expect(RouteTarget.parse(target)).toEqual(target);
  });
});

describe('references', () => {
  it('names prefix lists and egress-only gateways', () => {
    const table = fromAws({
      RouteTableId: 'rtb-1',
      VpcId: 'vpc-1',
      Routes: [
        { DestinationPrefixListId: 'pl-1', GatewayId: 'vpce-1' },
        { DestinationIpv6CidrBlock: '::/0', EgressOnlyInternetGatewayId: 'eigw-1' },
        { DestinationCidrBlock: '0.0.0.0/0', NatGatewayId: 'nat-1' },
        { DestinationCidrBlock: '10.9.0.0/16', TransitGatewayId: 'tgw-1' },
      ],
    });
    expect(collector.references?.(table, nothing)).toEqual(['pl-1', 'eigw-1', 'tgw-1']);
  });
});
