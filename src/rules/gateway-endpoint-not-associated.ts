import { defineRule } from './rule.ts';
import { associateTables } from './shared/endpoint-commands.ts';
import { fixInVpc } from './shared/fix-in-vpc.ts';
import { pastGatewayEndpoint } from './shared/past-gateway-endpoint.ts';
import { tablesLacking, unservedServices, withFault } from './shared/service-fault.ts';
import { someOf } from './shared/words.ts';

export default defineRule({
  id: 'gateway-endpoint-not-associated',
  severity: 'error',
  title: 'The gateway endpoint of the service is not associated with the route table of the subnet',
  symptom:
    'Calls to S3 or DynamoDB time out from some subnets although the VPC has an endpoint for it, or they work and the NAT gateway bills them per GB.',
  why: 'A gateway endpoint is a route. Only subnets whose own route table is associated with the endpoint use it; from the others packets follow the default route, if there is one.',
  fix: 'Associate the route table of every subnet of the function with the gateway endpoint. That costs nothing.',
  traps:
    'The table that counts is the one that the subnet uses, which is the main one of the VPC for a subnet without an association. The endpoint of S3 serves no S3 Express One Zone and no other Region. If the NAT gateway takes the packets, the answer is reachable and this is a warning. Associating a table breaks connections that are open through the NAT gateway once.',
  references: [
    'https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html',
    'https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-s3.html',
  ],
  raCode: 'NO_ROUTE_TO_DESTINATION',
  needs: ['routeTables', 'vpcEndpoints', 'vpcs'],
  *check(context) {
    const unserved = withFault(unservedServices(context), 'not-associated');
    for (const found of unserved) {
      const tables = tablesLacking(unserved, found);
      const { endpoint, service, cause } = found;
      yield {
        resource: endpoint.id,
        where: cause,
        message: `Gateway endpoint ${endpoint.id} for ${service.service} is not associated with ${someOf(tables)}, and ${'doubt' in cause ? 'no other way is sure to lead there' : `nothing else leads there: calls to ${service.service} time out`}.`,
        fix: fixInVpc(context, cause, `Associate ${someOf(tables)} with ${endpoint.id}; a gateway endpoint is free.`, [
          associateTables(endpoint.id, tables),
        ]),
      };
    }
    for (const { endpoint, service, tableIds, where } of pastGatewayEndpoint(context))
      if (endpoint !== null)
        yield {
          resource: endpoint.id,
          where: { ...where, severity: 'warning' },
          message: `Gateway endpoint ${endpoint.id} for ${service.service} is not associated with ${someOf(tableIds)}: packets from ${someOf(where.subnetIds)} take the NAT gateway, which costs per GB.`,
          fix: fixInVpc(
            context,
            where,
            `Associate ${someOf(tableIds)} with ${endpoint.id}; a gateway endpoint is free.`,
            [associateTables(endpoint.id, tableIds)],
          ),
        };
  },
});
