import {
  addGatewayEndpoint,
  deleteS3Endpoint,
  dissociateFromS3,
  s3Endpoint,
  s3PrefixList,
} from '../../support/endpoints.ts';
import { otherVpcId, privateSubnets, removeDefaultRoutes } from '../../support/targets.ts';
import { pages } from '../pages.ts';
import { allThree, firstOnly, type TruthRow } from '../row.ts';
import { blockedBy, reachable, uneven, unknown } from './outcomes.ts';

const page = pages.gatewayEndpoints;
const target = 's3';
const dynamodbRanges = ['3.218.182.0/24', '52.94.4.0/22', '52.119.224.0/20'];
const viaNat = { 's3-dynamodb-via-nat': 'note' } as const;

/** Which gateway endpoint serves a subnet: the one to which the prefix list in the subnet's own table leads. */
export const gatewayEndpoints: readonly TruthRow[] = [
  {
    name: 'S3 through the gateway endpoint with which every table of the function is associated',
    change: null,
    target,
    ...reachable,
    shares: { 'private-a': [1, 1], 'private-b': [1, 1], 'private-c': [1, 1] },
    silent: ['gateway-endpoint-not-associated', 's3-dynamodb-via-nat', 'aws-service-unreachable', 'path-blocked'],
    page,
  },
  {
    name: 'S3 through its gateway endpoint needs no default route',
    change: removeDefaultRoutes,
    target,
    ...reachable,
    silent: ['no-internet-route', 'aws-service-unreachable', 'gateway-endpoint-not-associated'],
    page,
  },
  {
    name: 'one table is not associated with the endpoint of S3 and goes through its NAT gateway',
    change: (n) => dissociateFromS3(n, 'private-a'),
    target,
    ...allThree('reachable'),
    speaks: { 'gateway-endpoint-not-associated': 'warning' },
    silent: ['s3-dynamodb-via-nat', 'inconsistent-subnet-egress', 'aws-service-unreachable'],
    page,
  },
  {
    name: 'one table is not associated with the endpoint of S3 and has no other way',
    change: (n) => {
      dissociateFromS3(n, 'private-a');
      n.removeRoute('private-a');
    },
    target,
    ...firstOnly('blocked'),
    speaks: { 'gateway-endpoint-not-associated': 'error', ...uneven },
    silent: ['aws-service-unreachable', 'no-internet-route', 'path-blocked'],
    page,
  },
  {
    name: 'the table that is associated with the endpoint of S3 is no longer that of the subnet',
    change: (n) => n.disassociate('private-a'),
    target,
    ...firstOnly('blocked'),
    speaks: { 'gateway-endpoint-not-associated': 'error', ...uneven },
    silent: ['aws-service-unreachable', 'no-internet-route', 'path-blocked'],
    page: pages.subnetRouteTables,
  },
  {
    name: 'no gateway endpoint, and S3 through the NAT gateways',
    change: deleteS3Endpoint,
    target,
    ...allThree('reachable'),
    speaks: viaNat,
    silent: ['gateway-endpoint-not-associated', 'aws-service-unreachable'],
    page,
  },
  {
    name: 'a gateway endpoint of S3 in another VPC serves nobody here',
    change: (n) => {
      const endpoint = { ...s3Endpoint(n), id: 'vpce-0other' as const, vpcId: otherVpcId, routeTableIds: [] };
      deleteS3Endpoint(n);
      n.all.vpcEndpoints.push(endpoint);
      removeDefaultRoutes(n);
    },
    target,
    ...blockedBy('aws-service-unreachable'),
    silent: ['gateway-endpoint-not-associated', 'no-internet-route', 's3-dynamodb-via-nat', 'path-blocked'],
    page,
  },
  {
    name: 'the gateway endpoint of S3 Express One Zone serves no S3',
    change: (n) => {
      deleteS3Endpoint(n);
      addGatewayEndpoint(n, 's3express', ['3.5.224.0/22']);
      removeDefaultRoutes(n);
    },
    target,
    ...blockedBy('aws-service-unreachable'),
    silent: ['gateway-endpoint-not-associated', 'no-internet-route', 'endpoint-not-available', 'path-blocked'],
    page,
  },
  {
    name: 'DynamoDB through a gateway endpoint of its own, without a default route',
    change: (n) => {
      addGatewayEndpoint(n, 'dynamodb', dynamodbRanges);
      removeDefaultRoutes(n);
    },
    target: 'dynamodb',
    ...reachable,
    silent: ['aws-service-unreachable', 's3-dynamodb-via-nat', 'no-internet-route'],
    page: pages.dynamodbEndpoint,
  },
  {
    name: 'the gateway endpoint of S3 serves no DynamoDB',
    change: null,
    target: 'dynamodb',
    ...allThree('reachable'),
    speaks: viaNat,
    silent: ['aws-service-unreachable', 'gateway-endpoint-not-associated'],
    page: pages.dynamodbEndpoint,
  },
  {
    name: 'the endpoint of S3 is deleted, and its route is a blackhole that does not fall back to the NAT gateway',
    change: (n) => {
      for (const table of privateSubnets) n.route(table, s3PrefixList).state = 'blackhole';
      n.remove(s3Endpoint(n));
    },
    target,
    ...allThree('blocked'),
    speaks: { 'blackhole-route': 'error' },
    silent: ['path-blocked', 's3-dynamodb-via-nat', 'aws-service-unreachable', 'endpoint-not-available'],
    page: pages.route,
  },
  {
    name: 'a gateway endpoint of S3 that is still pending, with active routes',
    change: (n) => {
      s3Endpoint(n).state = 'pending';
    },
    target,
    ...unknown,
    speaks: { 'endpoint-not-available': 'warning' },
    silent: ['path-blocked', 'aws-service-unreachable', 's3-dynamodb-via-nat', 'gateway-endpoint-not-associated'],
    page: pages.vpcEndpointState,
    uncertain: 'AWS does not say what becomes of packets that a route sends to an endpoint in the making',
  },
];
