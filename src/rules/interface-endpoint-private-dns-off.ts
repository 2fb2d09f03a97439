import { defineRule } from './rule.ts';
import { command } from './shared/command.ts';
import { dnsAttributeCommands } from './shared/endpoint-commands.ts';
import { fixInVpc } from './shared/fix-in-vpc.ts';
import { unservedServices, withFault } from './shared/service-fault.ts';

/** S3 answers inbound resolvers only unless it is told otherwise. */
const forTheFunction = ' --dns-options PrivateDnsOnlyForInboundResolverEndpoint=false';

export default defineRule({
  id: 'interface-endpoint-private-dns-off',
  severity: 'error',
  title: 'The name of the service does not lead to the interface endpoint',
  symptom: 'Calls to an AWS service time out although the VPC has an interface endpoint for it.',
  why: 'Programs call a service by its public name. That name gives the addresses of the endpoint only if private DNS of the endpoint is on, and DNS support and DNS hostnames of the VPC are both on; otherwise it gives public addresses, to which these subnets have no route.',
  fix: 'Turn on private DNS of the endpoint, and both DNS attributes of the VPC.',
  traps:
    'A program that calls the endpoint by its own name, vpce-… .vpce.amazonaws.com, needs no private DNS. With a working way to the internet the public addresses answer, and nothing is said. A private hosted zone for the name of the service does the same as private DNS and is not read.',
  references: [
    'https://docs.aws.amazon.com/vpc/latest/privatelink/privatelink-access-aws-services.html',
    'https://docs.aws.amazon.com/vpc/latest/userguide/AmazonDNS-concepts.html',
  ],
  raCode: null,
  needs: ['routeTables', 'vpcEndpoints', 'vpcs'],
  *check(context) {
    for (const { cause, endpoint, service, vpcId } of withFault(unservedServices(context), 'no-private-name')) {
      const forResolvers = endpoint.privateDnsOnlyForInboundResolver === true;
      const isOff = endpoint.privateDnsEnabled !== true || forResolvers;
      const attributes = dnsAttributeCommands(context.hints, vpcId);
      const why = forResolvers ? 'private DNS of it answers inbound resolvers alone' : 'private DNS of it is off';
      const off = isOff ? why : `the DNS attributes of ${vpcId} are not both on`;
      const option = service.service === 's3' ? forTheFunction : '';
      const turnOn = `${command`aws ec2 modify-vpc-endpoint --vpc-endpoint-id ${endpoint.id}`} --private-dns-enabled${option}`;
      yield {
        resource: endpoint.id,
        where: cause,
        message: `Interface endpoint ${endpoint.id} serves ${service.service}, but ${off}: its name gives public addresses, to which the subnets have no route.`,
        fix: fixInVpc(
          context,
          cause,
          `Let the name of ${service.service} give the addresses of ${endpoint.id}; programs of the whole VPC then use it.`,
          [...attributes, ...(isOff ? [turnOn] : [])],
        ),
      };
    }
  },
});
