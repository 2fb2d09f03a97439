import type { RouteTable } from '../../model/kinds/route-tables.ts';
import type { Subnet } from '../../model/kinds/subnets.ts';
import type { Fix } from '../../model/report.ts';
import type { BlockerOf } from '../../network/blocker.ts';
import { destinationText, routeText } from '../../network/words.ts';
import { itemsOf, lookup, type World } from '../../network/world.ts';
import type { Cause } from '../rule.ts';
import { command } from './command.ts';
import { type FixContext, fixInVpc } from './fix-in-vpc.ts';
import { natGatewayFix } from './nat-gateway-fix.ts';
import { routeCommand } from './route-command.ts';
import { attachedInternetGateway, publicSubnets, tableIdOf } from './ways-out.ts';

const associationOf = (table: RouteTable | null, subnetId: string): string | null =>
  table?.associations.find((association) => association.subnetId === subnetId)?.id ?? null;

/**
 * Whether a way to the internet gateway in this table would turn subnets public that are private now: those of the
 * function, and those that use the main table for want of their own and hold no NAT gateway.
 */
const servesOthers = ({ fn, hints }: FixContext, table: RouteTable, hostId: string): boolean => {
  const own = fn.network.kind === 'vpc' ? fn.network.subnetIds : [];
  const hosts = itemsOf(hints.natGateways).map(({ subnetId }) => subnetId);
  return itemsOf(hints.subnets).some(
    (subnet) =>
      subnet.id !== hostId &&
      tableIdOf(hints, subnet) === table.id &&
      (own.includes(subnet.id) || (associationOf(table, subnet.id) === null && !hosts.includes(subnet.id))),
  );
};

/** Gives the NAT gateway's subnet the table of a public subnet. */
const publicTableCommands = (hints: World, host: Subnet, table: RouteTable): string[] => {
  const [example] = publicSubnets(hints, host.vpcId);
  const tableId = (example === undefined ? null : tableIdOf(hints, example)) ?? '<new route table>';
  const gateway = attachedInternetGateway(hints, host.vpcId) ?? '<internet gateway>';
  const newRoute = { verb: 'create-route', tableId, destination: '0.0.0.0/0' } as const;
  const create = [
    command`aws ec2 create-route-table --vpc-id ${host.vpcId}`,
    routeCommand(newRoute, '--gateway-id', gateway),
  ];
  const association = associationOf(table, host.id);
  const associate =
    association === null
      ? command`aws ec2 associate-route-table --subnet-id ${host.id} --route-table-id ${tableId}`
      : command`aws ec2 replace-route-table-association --association-id ${association} --route-table-id ${tableId}`;
  return example === undefined ? [...create, associate] : [associate];
};

/**
 * A way to the internet gateway for the subnet of a NAT gateway: in its route table, or in another table where this
 * one serves private subnets too. A NAT gateway in a subnet of the function itself cannot be mended where it stands.
 * https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-troubleshooting.html
 */
export const natSubnetFix = (context: FixContext, cause: Cause<BlockerOf<'nat-gateway-no-way-out'>>): Fix => {
  const { fn, hints } = context;
  const { natGatewayId, subnetId, routeTableId: tableId, line, why } = cause.blocker;
  const host = lookup(hints.subnets, subnetId ?? '');
  const found = lookup(hints.routeTables, tableId);
  const table = found.status === 'found' ? found.item : null;
  const route = table?.routes.find((candidate) => routeText(candidate) === line);
  const destination = route === undefined ? '0.0.0.0/0' : destinationText(route);
  if (fn.network.kind === 'vpc' && fn.network.subnetIds.some((id) => id === subnetId))
    return natGatewayFix(context, cause, { verb: 'replace-route', tableId, destination, insteadOf: natGatewayId });
  if (host.status === 'found' && table !== null && servesOthers(context, table, host.item.id))
    return fixInVpc(
      context,
      cause,
      `Give ${subnetId} another route table, one that leads to the internet gateway, since ${tableId} serves private subnets too.`,
      publicTableCommands(hints, host.item, table),
    );
  const gateway = table === null ? null : attachedInternetGateway(hints, table.vpcId);
  const verb = why === 'no-route' ? 'create-route' : 'replace-route';
  const change = { verb, tableId, destination } as const;
  return fixInVpc(context, cause, `Send ${destination} of ${tableId} to ${gateway ?? 'the internet gateway'}.`, [
    routeCommand(change, '--gateway-id', gateway ?? '<internet gateway>'),
  ]);
};
