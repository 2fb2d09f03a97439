import type { AwsService } from '../model/aws-hosts.ts';
import type { VpcEndpoint } from '../model/kinds/vpc-endpoints.ts';
import { doubtText } from '../network/doubt.ts';
import { defineRule } from './rule.ts';
import { command } from './shared/command.ts';
import { dnsAttributeCommands } from './shared/endpoint-commands.ts';
import { fixInVpc } from './shared/fix-in-vpc.ts';
import { unservedServices, withFault } from './shared/service-fault.ts';

/** S3 answers inbound resolvers only unless it is told otherwise. */
const forTheFunction = ' --dns-options PrivateDnsOnlyForInboundResolverEndpoint=false';

const turnOn = ({ id }: VpcEndpoint, { service }: AwsService): string =>
  `${command`aws ec2 modify-vpc-endpoint --vpc-endpoint-id ${id}`} --private-dns-enabled${service === 's3' ? forTheFunction : ''}`;

export default defineRule({
  id: 'interface-endpoint-private-dns-off',
  severity: 'error',
  title: 'The name of the service does not lead to the interface endpoint',
  symptom: 'Calls to an AWS service time out although the VPC has an interface endpoint for it.',
  why: 'Programs call a service by its public name. That name gives the addresses of the endpoint only if private DNS of the endpoint is on, and DNS support and DNS hostnames of the VPC are both on, or if a private hosted zone or a DNS server of the owner says so; otherwise it gives public addresses, which these subnets do not reach.',
  fix: 'Turn on private DNS of the endpoint, and both DNS attributes of the VPC. Or have a private hosted zone give the addresses of the endpoint, or call it by its own name.',
  traps:
    'A program that calls the endpoint by its own name, vpce-… .vpce.amazonaws.com, needs no private DNS. With a working way to the internet the public addresses answer, and nothing is said. A private hosted zone for the name of the service does the same as private DNS and is not read: while the endpoint lets the function in and both DNS attributes are on, the answer is unknown and this is a warning. With one of the attributes off no such zone answers either, and the answer is blocked.',
  references: [
    'https://docs.aws.amazon.com/vpc/latest/privatelink/privatelink-access-aws-services.html',
    'https://docs.aws.amazon.com/vpc/latest/userguide/AmazonDNS-concepts.html',
    'https://docs.aws.amazon.com/whitepapers/latest/building-scalable-secure-multi-vpc-network-infrastructure/centralized-access-to-vpc-private-endpoints.html',
    'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/hosted-zone-private-considerations.html',
  ],
  raCode: null,
  needs: ['routeTables', 'vpcEndpoints', 'vpcs'],
  onlyOfTrouble: true,
  *check(context) {
    for (const { cause, endpoint, service, vpcId } of withFault(unservedServices(context), 'no-private-name')) {
      const { id } = endpoint;
      const forResolvers = endpoint.privateDnsOnlyForInboundResolver === true;
      const isOff = endpoint.privateDnsEnabled !== true || forResolvers;
      const attributes = dnsAttributeCommands(context.hints, vpcId);
      const why = forResolvers ? 'private DNS of it answers inbound resolvers alone' : 'private DNS of it is off';
      const byZone = attributes.length === 0;
      const off = byZone ? why : `the DNS attributes of ${vpcId} are not both on`;
      yield {
        resource: id,
        where: cause,
        ...(byZone ? { atMost: 'warning' as const } : {}),
        message:
          'doubt' in cause
            ? `Interface endpoint ${doubtText(cause.doubt)}, and the public addresses are out of reach.`
            : `Interface endpoint ${id} serves ${service.service}, but ${off}: its name gives public addresses, to which the subnets have no route.`,
        fix: fixInVpc(
          context,
          cause,
          `Let the name of ${service.service} give the addresses of ${id}, by private DNS${byZone ? ' or a private hosted zone' : ''}; programs of the whole VPC then use it. Or call it in the code by its own host name, vpce-….vpce.amazonaws.com.`,
          [...attributes, ...(isOff ? [turnOn(endpoint, service)] : [])],
        ),
      };
    }
  },
});
