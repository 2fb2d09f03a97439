import { hostOfService } from '../model/aws-hosts.ts';
import { defineRule, type RuleContext } from './rule.ts';
import { askedIn } from './shared/asked.ts';
import {
  createGatewayEndpoint,
  createInterfaceEndpoint,
  endpointServiceName,
  hasGatewayEndpoint,
} from './shared/endpoint-commands.ts';
import { fixInVpc } from './shared/fix-in-vpc.ts';
import { tablesLacking, type Unserved, unservedServices, withFault } from './shared/service-fault.ts';
import { someOf } from './shared/words.ts';

/** An endpoint is sure to serve a service by its usual name in the region alone. */
const usualName = (context: Pick<RuleContext, 'questions'>, { cause, service }: Unserved): string => {
  const isOther = askedIn(context, cause).some(
    (target) => target.kind === 'host' && (target.service?.region === null || target.service?.edition !== undefined),
  );
  return isOther && service.region !== null
    ? ` An endpoint serves ${hostOfService(service.service, service.region)}: call the service by that name.`
    : '';
};

export default defineRule({
  id: 'aws-service-unreachable',
  severity: 'error',
  title: 'An AWS service has neither an endpoint in the VPC nor a way over the internet',
  symptom: 'Calls to an AWS API hang until the SDK gives up, while the same code works outside the VPC.',
  why: 'The name of an AWS service gives public addresses unless the VPC has an interface endpoint with private DNS for it. Without such an endpoint, or a gateway endpoint for S3 and DynamoDB, the subnet needs a route to the internet.',
  fix: 'Create an endpoint for the service in the VPC, a gateway endpoint where AWS has one since that is free, or send 0.0.0.0/0 of the subnets to a NAT gateway.',
  traps:
    'Endpoints of look-alike names serve another service: ssmmessages is not ssm, ecr.dkr is not ecr.api. An endpoint in another VPC can serve this one by a private hosted zone, so behind a transit gateway or a peering connection, and in a shared VPC, the answer is unknown. If the route to the internet is there and broken, the finding about that is the root cause.',
  references: [
    'https://docs.aws.amazon.com/lambda/latest/dg/troubleshooting-networking.html',
    'https://docs.aws.amazon.com/vpc/latest/privatelink/privatelink-access-aws-services.html',
  ],
  raCode: 'NO_ROUTE_TO_DESTINATION',
  needs: ['routeTables', 'vpcEndpoints', 'vpcs'],
  onlyOfTrouble: true,
  *check(context) {
    const unserved = withFault(unservedServices(context), 'no-endpoint');
    for (const found of unserved) {
      const { cause, service, vpcId } = found;
      const tables = tablesLacking(unserved, found);
      const name = endpointServiceName(service);
      const isFree = hasGatewayEndpoint(service);
      const hint = usualName(context, found);
      yield {
        resource: name,
        where: cause,
        message: `${vpcId} has no endpoint for ${name}, and ${someOf(tables)} ${tables.length === 1 ? 'has' : 'have'} no route to the internet: calls of ${context.fn.name} to ${service.service} time out.`,
        fix: fixInVpc(
          context,
          cause,
          isFree
            ? `Create a gateway endpoint for ${service.service}, which is free.${hint}`
            : `Create an interface endpoint for ${service.service}, which costs per hour and zone and per GB, with a security group that lets the function in; or send 0.0.0.0/0 of ${someOf(tables)} to a NAT gateway.${hint}`,
          isFree ? [createGatewayEndpoint(vpcId, service, tables)] : createInterfaceEndpoint(context, vpcId, service),
        ),
      };
    }
  },
});
