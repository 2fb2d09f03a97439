import { AwsError } from '../aws-error.ts';
import type { AwsCall } from '../call.ts';
import { type Reply, xmlReply } from '../reply.ts';
import type { World } from '../world.ts';
import { describeAvailabilityZones } from './availability-zones.ts';
import type { Ec2Action } from './describe.ts';
import { describeDhcpOptions } from './dhcp-options.ts';
import { describeEgressOnlyInternetGateways, describeInternetGateways } from './internet-gateways.ts';
import { describeNatGateways } from './nat-gateways.ts';
import { describeNetworkAcls } from './network-acls.ts';
import { describeInstances, describeNetworkInterfaces } from './network-interfaces.ts';
import { describeManagedPrefixLists, describePrefixLists, getManagedPrefixListEntries } from './prefix-lists.ts';
import { describeRouteTables } from './route-tables.ts';
import { describeSecurityGroups } from './security-groups.ts';
import { describeSubnets } from './subnets.ts';
import { describeTransitGatewayAttachments, searchTransitGatewayRoutes } from './transit-gateway-attachments.ts';
import { describeTransitGatewayVpcAttachments } from './transit-gateway-vpc-attachments.ts';
import {
  describeVpcBlockPublicAccessExclusions,
  describeVpcBlockPublicAccessOptions,
} from './vpc-block-public-access.ts';
import { describeVpcEndpoints } from './vpc-endpoints.ts';
import { describeVpcPeeringConnections } from './vpc-peering-connections.ts';
import { describeVpcAttribute, describeVpcs } from './vpcs.ts';

/** Every EC2 action that the server knows. */
export const ec2Actions: readonly Ec2Action[] = [
  describeAvailabilityZones,
  describeDhcpOptions,
  describeEgressOnlyInternetGateways,
  describeInstances,
  describeInternetGateways,
  describeManagedPrefixLists,
  describeNatGateways,
  describeNetworkAcls,
  describeNetworkInterfaces,
  describePrefixLists,
  describeRouteTables,
  describeSecurityGroups,
  describeSubnets,
  describeTransitGatewayAttachments,
  describeTransitGatewayVpcAttachments,
  describeVpcAttribute,
  describeVpcBlockPublicAccessExclusions,
  describeVpcBlockPublicAccessOptions,
  describeVpcEndpoints,
  describeVpcPeeringConnections,
  describeVpcs,
  getManagedPrefixListEntries,
  searchTransitGatewayRoutes,
];

export const unknownEc2Action = (action: string): AwsError =>
  new AwsError(400, 'InvalidAction', `The action ${action} is not valid for this web service.`);

/** https://docs.aws.amazon.com/ec2/latest/devguide/ec2-query-api.html */
export const answerEc2 = (call: AwsCall, world: World, requestId: string): Reply => {
  const action = ec2Actions.find(({ name }) => name === call.action);
  if (action === undefined) throw unknownEc2Action(call.action);
  const members = action.answer(call.parameters, world);
  const name = `${call.action}Response`;
  return xmlReply(
    200,
    `<?xml version="1.0" encoding="UTF-8"?>\n<${name} xmlns="http://ec2.amazonaws.com/doc/2016-11-15/">` +
      `<requestId>${requestId}</requestId>${members}</${name}>`,
  );
};
