import * as ec2 from '@aws-sdk/client-ec2';
import {
  GetCapacityProviderCommand,
  GetFunctionConfigurationCommand,
  ListAliasesCommand,
  ListEventSourceMappingsCommand,
  ListFunctionsCommand,
  ListVersionsByFunctionCommand,
} from '@aws-sdk/client-lambda';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { byHandAnswers } from './aws-server/by-hand.ts';
import { type Clients, clientsOf } from './aws-server/clients.ts';
import { ec2Actions } from './aws-server/ec2/index.ts';
import { lambdaActions } from './aws-server/lambda.ts';
import { type AwsServer, startAwsServer } from './aws-server/server.ts';
import { healthy } from './network.ts';

let server: AwsServer;
let clients: Clients;

beforeAll(async () => {
  server = await startAwsServer({ snapshot: healthy });
  clients = clientsOf(server.url);
});
afterAll(() => server.close());

describe('answers written by hand after the API reference', () => {
  const asks: Readonly<Record<string, () => Promise<object>>> = {
    DescribeAvailabilityZones: () => clients.ec2.send(new ec2.DescribeAvailabilityZonesCommand({})),
    DescribeDhcpOptions: () => clients.ec2.send(new ec2.DescribeDhcpOptionsCommand({})),
    DescribeEgressOnlyInternetGateways: () => clients.ec2.send(new ec2.DescribeEgressOnlyInternetGatewaysCommand({})),
    DescribeInstances: () => clients.ec2.send(new ec2.DescribeInstancesCommand({})),
    DescribeInternetGateways: () => clients.ec2.send(new ec2.DescribeInternetGatewaysCommand({})),
    DescribeManagedPrefixLists: () => clients.ec2.send(new ec2.DescribeManagedPrefixListsCommand({})),
    DescribeNatGateways: () => clients.ec2.send(new ec2.DescribeNatGatewaysCommand({})),
    DescribeNetworkAcls: () => clients.ec2.send(new ec2.DescribeNetworkAclsCommand({})),
    DescribeNetworkInterfaces: () => clients.ec2.send(new ec2.DescribeNetworkInterfacesCommand({})),
    DescribePrefixLists: () => clients.ec2.send(new ec2.DescribePrefixListsCommand({})),
    DescribeRouteTables: () => clients.ec2.send(new ec2.DescribeRouteTablesCommand({})),
    DescribeSecurityGroups: () => clients.ec2.send(new ec2.DescribeSecurityGroupsCommand({})),
    DescribeSubnets: () => clients.ec2.send(new ec2.DescribeSubnetsCommand({})),
    DescribeTransitGatewayAttachments: () => clients.ec2.send(new ec2.DescribeTransitGatewayAttachmentsCommand({})),
    DescribeTransitGatewayVpcAttachments: () =>
      clients.ec2.send(new ec2.DescribeTransitGatewayVpcAttachmentsCommand({})),
    DescribeVpcAttribute: () =>
      clients.ec2.send(new ec2.DescribeVpcAttributeCommand({ VpcId: 'vpc-1', Attribute: 'enableDnsSupport' })),
    DescribeVpcBlockPublicAccessExclusions: () =>
      clients.ec2.send(new ec2.DescribeVpcBlockPublicAccessExclusionsCommand({})),
    DescribeVpcBlockPublicAccessOptions: () => clients.ec2.send(new ec2.DescribeVpcBlockPublicAccessOptionsCommand({})),
    DescribeVpcEndpoints: () => clients.ec2.send(new ec2.DescribeVpcEndpointsCommand({})),
    DescribeVpcPeeringConnections: () => clients.ec2.send(new ec2.DescribeVpcPeeringConnectionsCommand({})),
    DescribeVpcs: () => clients.ec2.send(new ec2.DescribeVpcsCommand({})),
    SearchTransitGatewayRoutes: () =>
      clients.ec2.send(
        new ec2.SearchTransitGatewayRoutesCommand({ TransitGatewayRouteTableId: 'tgw-rtb-1', Filters: [] }),
      ),
    GetManagedPrefixListEntries: () =>
      clients.ec2.send(new ec2.GetManagedPrefixListEntriesCommand({ PrefixListId: 'pl-1' })),
    GetCapacityProvider: () => clients.lambda.send(new GetCapacityProviderCommand({ CapacityProviderName: 'orders' })),
    GetFunctionConfiguration: () =>
      clients.lambda.send(new GetFunctionConfigurationCommand({ FunctionName: 'orders-api' })),
    ListAliases: () => clients.lambda.send(new ListAliasesCommand({ FunctionName: 'orders-api' })),
    ListEventSourceMappings: () =>
      clients.lambda.send(new ListEventSourceMappingsCommand({ FunctionName: 'orders-api' })),
    ListVersionsByFunction: () =>
      clients.lambda.send(new ListVersionsByFunctionCommand({ FunctionName: 'orders-api' })),
    ListFunctions: () => clients.lambda.send(new ListFunctionsCommand({})),
  };

  for (const [action, ask] of Object.entries(asks)) {
    it.each(byHandAnswers)(`${action}: the SDK reads the answer with %s`, async (answer) => {
      server.setFault(action, { kind: 'by-hand', answer });
      const { $metadata: _, ...members } = { $metadata: null, ...(await ask()) };
      const items = Object.values(members).filter(Array.isArray).flat();
      if (answer === 'empty') expect(items).toEqual([]);
      else expect(JSON.stringify(members)).toMatch(/[a-z]{3}/);
    });
  }

  it('covers every action of the server but those that the doctor must never call', () => {
    const served = [...ec2Actions.map(({ name }) => name), ...lambdaActions].filter((name) => name !== 'GetFunction');
    expect(Object.keys(asks).toSorted()).toEqual(served.toSorted());
  });
});
