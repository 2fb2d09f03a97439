import { DescribeRouteTablesResult$ } from '@aws-sdk/client-ec2';
import type { Route, RouteDestination, RouteTarget } from '../../../../src/model/kinds/route-tables.ts';
import type { World } from '../world.ts';
import type { AwsShape } from '../xml.ts';
import { describeAction } from './describe.ts';
import { nameTag, word } from './words.ts';

const destinationShape = (destination: RouteDestination): AwsShape => {
  switch (destination.kind) {
    case 'ipv4':
      return { DestinationCidrBlock: destination.cidr };
    case 'ipv6':
      return { DestinationIpv6CidrBlock: destination.cidr };
    case 'prefix-list':
      return { DestinationPrefixListId: destination.id };
    case 'unknown':
      return {};
  }
};

/** Gateway endpoints and Gateway Load Balancer endpoints appear as GatewayId; an unknown target does so too. */
const targetShape = (target: RouteTarget, world: World): AwsShape => {
  switch (target.kind) {
    case 'local':
      return { GatewayId: 'local' };
    case 'internet-gateway':
    case 'vpc-endpoint':
    case 'virtual-private-gateway':
      return { GatewayId: target.id };
    case 'egress-only-internet-gateway':
      return { EgressOnlyInternetGatewayId: target.id };
    case 'nat-gateway':
      return { NatGatewayId: target.id };
    case 'network-interface': {
      const owner = target.instanceId === null ? null : world.account;
      return { NetworkInterfaceId: target.id, InstanceId: target.instanceId, InstanceOwnerId: owner };
    }
    case 'instance':
      return { InstanceId: target.id, InstanceOwnerId: world.account };
    case 'vpc-peering-connection':
      return { VpcPeeringConnectionId: target.id };
    case 'transit-gateway':
      return { TransitGatewayId: target.id };
    case 'local-gateway':
      return { LocalGatewayId: target.id };
    case 'carrier-gateway':
      return { CarrierGatewayId: target.id };
    case 'core-network':
      return { CoreNetworkArn: target.arn };
    case 'odb-network':
      return { OdbNetworkArn: target.arn };
    case 'none':
      return {};
    case 'unknown':
      return { GatewayId: target.raw };
  }
};

const routeShape = (route: Route, world: World): AwsShape => ({
  ...destinationShape(route.destination),
  ...targetShape(route.target, world),
  Origin: word(route.origin),
  State: word(route.state),
});

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeRouteTables.html */
export const describeRouteTables = describeAction({
  name: 'DescribeRouteTables',
  result: DescribeRouteTablesResult$,
  list: 'RouteTables',
  section: (sections) => sections.routeTables,
  id: ({ id }) => id,
  idParameter: 'RouteTableId',
  notFound: 'InvalidRouteTableID.NotFound',
  pages: { min: 5, max: 100 },
  filters: {
    'association.gateway-id': ({ associations }) => associations.map(({ gatewayId }) => gatewayId),
    'association.main': ({ associations }) => associations.map(({ main }) => main),
    'association.subnet-id': ({ associations }) => associations.map(({ subnetId }) => subnetId),
    'route-table-id': ({ id }) => [id],
    'vpc-id': ({ vpcId }) => [vpcId],
  },
  shape: (table, world) => ({
    RouteTableId: table.id,
    VpcId: table.vpcId,
    OwnerId: world.account,
    Routes: table.routes.map((route) => routeShape(route, world)),
    Associations: table.associations.map((association) => ({
      RouteTableAssociationId: association.id,
      RouteTableId: table.id,
      SubnetId: association.subnetId,
      GatewayId: association.gatewayId,
      Main: association.main,
      AssociationState: association.state === null ? null : { State: word(association.state) },
    })),
    PropagatingVgws: [],
    Tags: nameTag(table.name),
  }),
});
