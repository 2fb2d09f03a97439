import { defineRule } from './rule.ts';
import { createGatewayEndpoint, endpointServiceName } from './shared/endpoint-commands.ts';
import { fixInVpc } from './shared/fix-in-vpc.ts';
import { pastGatewayEndpoint } from './shared/past-gateway-endpoint.ts';
import { someOf } from './shared/words.ts';

export default defineRule({
  id: 's3-dynamodb-via-nat',
  severity: 'note',
  title: 'S3 or DynamoDB is reached through a NAT gateway, and a gateway endpoint would cost nothing',
  symptom:
    'Everything works, and the bill for NAT gateways grows with every GB that goes to or comes from S3 or DynamoDB.',
  why: 'A NAT gateway costs per hour and per GB that it processes. A gateway endpoint for S3 or DynamoDB takes the same packets by a route of its own, and costs nothing.',
  fix: 'Create a gateway endpoint for the service and associate it with the route tables of the function.',
  traps:
    'An interface endpoint costs per hour and per GB as well and is not what is meant. If the VPC has a gateway endpoint and a table is not associated with it, gateway-endpoint-not-associated says so. Buckets and tables of another Region always go the public way. Nothing is said of a shared VPC, whose endpoints a participant cannot see.',
  references: [
    'https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html',
    'https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-pricing.html',
  ],
  raCode: null,
  needs: ['vpcEndpoints'],
  *check(context) {
    for (const { service, vpcId, endpoint, natGatewayIds, tableIds, where } of pastGatewayEndpoint(context)) {
      if (endpoint !== null) continue;
      const name = endpointServiceName(service);
      yield {
        resource: name,
        where,
        message: `${context.fn.name} reaches ${service.service} from ${someOf(where.subnetIds)} through ${someOf(natGatewayIds)}, which costs per GB; ${vpcId} has no gateway endpoint for ${name}, which is free.`,
        fix: fixInVpc(context, where, `Create a gateway endpoint for ${service.service} in ${vpcId}.`, [
          createGatewayEndpoint(vpcId, service, tableIds),
        ]),
      };
    }
  },
});
