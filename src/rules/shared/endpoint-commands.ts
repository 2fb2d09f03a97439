import type { AwsService } from '../../model/aws-hosts.ts';
import type { Subnet } from '../../model/kinds/subnets.ts';
import { lookup, type World } from '../../network/world.ts';
import type { PlacedFunction } from '../rule.ts';
import { command } from './command.ts';
import { authorizeCommand } from './group-permission.ts';

/** Services for which AWS has gateway endpoints. https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html */
const byGateway: readonly string[] = ['s3', 'dynamodb', 's3express'];

export const hasGatewayEndpoint = ({ service }: AwsService): boolean => byGateway.includes(service);

/**
 * The name of an endpoint service. In the Regions of China some begin with `cn.`, which AWS lists per service.
 * https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html
 */
export const endpointServiceName = ({ service, region }: AwsService): string => {
  if (region === null) return `com.amazonaws.${service}`;
  return region.startsWith('cn-') && !byGateway.includes(service)
    ? `<endpoint service of ${region} for ${service}>`
    : `com.amazonaws.${region}.${service}`;
};

/** Words separated by blanks, as the AWS CLI takes lists of ids. */
const listed = (ids: readonly string[]): string => ids.map((id) => command`${id}`).join(' ');

export const createGatewayEndpoint = (vpcId: string, service: AwsService, tableIds: readonly string[]): string =>
  `${command`aws ec2 create-vpc-endpoint --vpc-id ${vpcId} --vpc-endpoint-type Gateway --service-name ${endpointServiceName(service)}`} --route-table-ids ${listed(tableIds)}`;

export const associateTables = (endpointId: string, tableIds: readonly string[]): string =>
  `${command`aws ec2 modify-vpc-endpoint --vpc-endpoint-id ${endpointId}`} --add-route-table-ids ${listed(tableIds)}`;

/** Turns on what of the two DNS attributes of a VPC is off; AWS takes one at a time. */
export const dnsAttributeCommands = (hints: World, vpcId: string): string[] => {
  const vpc = lookup(hints.vpcs, vpcId);
  if (vpc.status !== 'found') return [];
  const { enableDnsSupport, enableDnsHostnames } = vpc.item;
  return [
    { option: '--enable-dns-support', attribute: enableDnsSupport },
    { option: '--enable-dns-hostnames', attribute: enableDnsHostnames },
  ].flatMap(({ option, attribute }) =>
    attribute.status === 'known' && !attribute.value
      ? [`${command`aws ec2 modify-vpc-attribute --vpc-id ${vpcId}`} ${option}`]
      : [],
  );
};

const oneInEachZone = (subnets: readonly Subnet[]): string[] => [
  ...new Map(subnets.toReversed().map(({ id, availabilityZoneId }) => [availabilityZoneId ?? id, id])).values(),
];

/**
 * An interface endpoint with private DNS in the zones of the function, with a new group that lets the function in.
 * https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html
 */
export const createInterfaceEndpoint = (
  { fn, hints, subnets }: { readonly fn: PlacedFunction; readonly hints: World; readonly subnets: readonly Subnet[] },
  vpcId: string,
  service: AwsService,
): string[] => {
  const group = '<new security group>';
  const name = `${service.service.replaceAll('.', '-')}-endpoint`;
  const callers = fn.network.kind === 'vpc' ? fn.network.securityGroupIds.slice(0, 1) : [];
  const create = command`aws ec2 create-vpc-endpoint --vpc-id ${vpcId} --vpc-endpoint-type Interface --service-name ${endpointServiceName(service)}`;
  return [
    ...dnsAttributeCommands(hints, vpcId),
    command`aws ec2 create-security-group --vpc-id ${vpcId} --group-name ${name} --description ${`lets functions call ${service.service}`}`,
    authorizeCommand(
      'ingress',
      group,
      443,
      callers.map((id) => ({ kind: 'group', id })),
    ),
    `${create} --subnet-ids ${listed(oneInEachZone(subnets).toReversed())} ${command`--security-group-ids ${group} --private-dns-enabled`}`,
  ];
};
