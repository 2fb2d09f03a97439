import type { Fix } from '../../model/report.ts';
import type { BlockerOf } from '../../network/blocker.ts';
import { routeText } from '../../network/words.ts';
import { type Cause, fixBy, type RuleContext } from '../rule.ts';
import { askedIn, stoppedPlaces } from './asked.ts';
import { cidrsByPort } from './far-addresses.ts';
import { fixInVpc } from './fix-in-vpc.ts';
import { routeOfAnotherTable } from './network-route.ts';
import { thenPublish, vpcConfigCommand } from './vpc-config.ts';
import { tableIdOf } from './ways-out.ts';

type Context = Omit<RuleContext, 'world'>;

/** A route to the network that has an address, such as another table of the function has. */
const networkRouteFix = (context: Context, cause: Cause<BlockerOf<'no-route' | 'private-address'>>): Fix => {
  const [cidr = ''] = [...cidrsByPort(context, cause).values()].flat();
  const example = askedIn(context, cause).length === 1 ? routeOfAnotherTable(context, cidr) : null;
  const own = context.subnets.filter(({ id }) => cause.subnetIds.includes(id));
  const tables = [...new Set(own.flatMap((subnet) => tableIdOf(context.hints, subnet) ?? []))];
  if (example !== null)
    return fixInVpc(
      context,
      cause,
      `Give ${tables.join(', ')} the route ${routeText(example.route)} that ${example.tableId} has.`,
      tables.map(example.commandFor),
    );
  return fixInVpc(
    context,
    cause,
    `Give ${tables.join(', ') || 'the route table'} a route for ${stoppedPlaces(context, cause)} to what leads to the network that has it: a transit gateway, a peering connection or a VPN.`,
    [],
  );
};

/** What mends a path that no rule of its own explains. */
export const blockedFix = (context: Context, cause: Cause): Fix => {
  const { blocker } = cause;
  if (blocker.kind === 'no-route' || blocker.kind === 'private-address')
    return networkRouteFix(context, { ...cause, blocker });
  if (blocker.kind === 'no-subnet')
    return fixBy(`Look up the address again: no subnet of ${blocker.vpcId} has ${blocker.address}.`);
  if (blocker.kind === 'outside-vpc')
    return fixBy(
      `Attach the function to private subnets of the VPC that has ${blocker.target}, and give those a NAT gateway if it needs the internet too.${thenPublish(context.fn)}`,
      vpcConfigCommand(context.fn, ['<private subnets>']),
    );
  return fixBy('Change the resource that this message names.');
};
