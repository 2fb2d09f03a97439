import type { VpcEndpoint } from '../../src/model/kinds/vpc-endpoints.ts';
import type { Mutable, Network } from './network.ts';
import { groupRule } from './resources.ts';
import { addInterface, addSubnet, privateSubnets } from './targets.ts';

type Zone = 'a' | 'b';

const https = [443, 443] as const;

/** Where an interface endpoint is: by default in zone a of the function's VPC. */
interface Place {
  readonly zones?: readonly Zone[];
  /** Another VPC, with the addresses 10.1.0.0/16. */
  readonly vpcId?: `vpc-${string}`;
}

/** The endpoint of a service, with all that an endpoint has left out. */
const endpointOf = (n: Network, name: string, type: VpcEndpoint['type']): Mutable<VpcEndpoint> => ({
  id: `vpce-0${name.replaceAll('.', '')}`,
  name,
  vpcId: n.vpc().id,
  type,
  serviceName: `com.amazonaws.eu-west-1.${name}`,
  state: 'available',
  routeTableIds: [],
  subnetIds: [],
  networkInterfaceIds: [],
  securityGroupIds: [],
  privateDnsEnabled: false,
});

/**
 * An interface endpoint with private DNS, in subnets of its own (`endpoints-a` and `endpoints-b`, with a route table
 * and a network ACL named `endpoints`) and with a group `endpoints` that lets the VPC in on port 443; one endpoint a
 * network. https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html
 */
export const addInterfaceEndpoint = (
  n: Network,
  service: string,
  { zones = ['a'], vpcId }: Place = {},
): Mutable<VpcEndpoint> => {
  const group = n.addSecurityGroup('endpoints', { ingress: [groupRule('10.0.0.0/16', https)] });
  const endpoint = endpointOf(n, service, 'Interface');
  endpoint.privateDnsEnabled = true;
  endpoint.vpcId = vpcId ?? endpoint.vpcId;
  n.securityGroup('endpoints').vpcId = endpoint.vpcId;
  endpoint.securityGroupIds.push(group);
  for (const zone of zones) {
    const name = `endpoints-${zone}`;
    const range = `10.${vpcId === undefined ? 0 : 1}.${zone === 'a' ? 51 : 52}`;
    const plan = { cidr: `${range}.0/24`, beside: `private-${zone}`, rules: 'endpoints' };
    addSubnet(n, name, vpcId === undefined ? plan : { ...plan, vpcId });
    const nic = addInterface(n, name, `${range}.10`, group);
    nic.interfaceType = 'vpc_endpoint';
    endpoint.subnetIds.push(n.subnet(name).id);
    endpoint.networkInterfaceIds.push(nic.id);
  }
  n.all.vpcEndpoints.push(endpoint);
  return endpoint;
};

/** The correct network with an interface endpoint of one service, and a change to it. */
export const withEndpoint =
  (service: string, change: (n: Network, endpoint: Mutable<VpcEndpoint>) => void) =>
  (n: Network): void =>
    change(n, addInterfaceEndpoint(n, service));

/** The S3 gateway endpoint of the correct network. */
export const s3Endpoint = (n: Network): Mutable<VpcEndpoint> => {
  const endpoint = n.all.vpcEndpoints.find(({ name }) => name === 's3');
  if (endpoint === undefined) throw new Error('fixtures/healthy.json lacks the endpoint of S3');
  return endpoint;
};

/** The id of the prefix list of S3 in the correct network. */
export const s3PrefixList = 'pl-6da54004';

/** Takes the S3 gateway endpoint out of one route table, as AWS does: the association and the route go together. */
export const dissociateFromS3 = (n: Network, table: string): void => {
  const endpoint = s3Endpoint(n);
  endpoint.routeTableIds = endpoint.routeTableIds.filter((id) => id !== n.routeTable(table).id);
  n.removeRoute(table, s3PrefixList);
};

/** Deletes the S3 gateway endpoint with its routes. */
export const deleteS3Endpoint = (n: Network): void => {
  for (const table of privateSubnets) dissociateFromS3(n, table);
  n.remove(s3Endpoint(n));
};

/** AWS's prefix list of a service in this Region, and a gateway endpoint with routes in the three private tables. */
export const addGatewayEndpoint = (n: Network, service: string, cidrs: readonly string[]): void => {
  const id = `pl-0${service}` as const;
  const name = `com.amazonaws.eu-west-1.${service}`;
  n.all.prefixLists.push({ id, name, ownerId: 'AWS', cidrs: { status: 'known', value: [...cidrs] } });
  const endpoint = endpointOf(n, service, 'Gateway');
  for (const table of privateSubnets) {
    endpoint.routeTableIds.push(n.routeTable(table).id);
    n.addRoute(table, id, { kind: 'vpc-endpoint', id: endpoint.id });
  }
  n.all.vpcEndpoints.push(endpoint);
};
