import type { Subnet } from '../../model/kinds/subnets.ts';
import type { Fix } from '../../model/report.ts';
import { accountOf } from '../../network/world.ts';
import type { Occurrence } from '../rule.ts';
import { command } from './command.ts';
import { type FixContext, fixInVpc } from './fix-in-vpc.ts';
import { type RouteChange, routeCommand } from './route-command.ts';
import { nearestNatGateway, publicSubnets } from './ways-out.ts';

/** The function's subnet that a finding names first. */
export const firstSubnetOf = ({ subnets }: FixContext, where: Occurrence): Subnet | null =>
  subnets.find(({ id }) => where.subnetIds.includes(id)) ?? null;

export const createNatGatewayCommand = (publicSubnetId: string | undefined): string =>
  command`aws ec2 create-nat-gateway --subnet-id ${publicSubnetId ?? '<public subnet>'} --allocation-id ${'<allocation id of an Elastic IP address>'}`;

/** Whether all NAT gateways of the VPC can be seen: they were read, and the VPC is not shared by another account. */
const seesNatGateways = ({ fn, hints }: FixContext, subnet: Subnet): boolean =>
  hints.natGateways.status === 'collected' && (subnet.ownerId === null || subnet.ownerId === accountOf(fn));

const sentence = ({ verb, tableId, destination }: RouteChange, target: string): string =>
  verb === 'create-route'
    ? `Add a route to ${tableId} that sends ${destination} to ${target}`
    : `Point ${destination} of ${tableId} at ${target}`;

/**
 * Sends a route to a NAT gateway: to one that the VPC has and that works, preferably of the same zone; if there is
 * none, to a new one in a public subnet. https://docs.aws.amazon.com/vpc/latest/userguide/vpc-nat-gateway.html
 */
export const natGatewayFix = (context: FixContext, where: Occurrence, change: RouteChange, otherwise = ''): Fix => {
  const { hints } = context;
  const subnet = firstSubnetOf(context, where);
  const fix = (text: string, ...commands: string[]): Fix => fixInVpc(context, where, `${text}.${otherwise}`, commands);
  const to = (id: string): string => routeCommand(change, '--nat-gateway-id', id);
  const near = subnet === null ? null : nearestNatGateway(hints, subnet, change);
  if (near !== null) {
    const cost = near.zone === null ? '' : ` in zone ${near.zone}; traffic between zones costs a little per GB`;
    return fix(`${sentence(change, `NAT gateway ${near.id}`)}${cost}`, to(near.id));
  }
  if (subnet === null || !seesNatGateways(context, subnet))
    return fix(sentence(change, 'a NAT gateway of the VPC'), to('<NAT gateway>'));
  const hosts = publicSubnets(hints, subnet.vpcId);
  const host = hosts.find(({ availabilityZoneId }) => availabilityZoneId === subnet.availabilityZoneId) ?? hosts[0];
  const create = `Create a NAT gateway in a public subnet, since ${subnet.vpcId} has no other that works; it costs per hour and per GB`;
  return fix(`${create}. ${sentence(change, 'it')}`, createNatGatewayCommand(host?.id), to('<new NAT gateway>'));
};
