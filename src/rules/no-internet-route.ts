import { destinationText } from '../network/words.ts';
import { lookup } from '../network/world.ts';
import { defineRule } from './rule.ts';
import { stoppedPlaces } from './shared/asked.ts';
import { missingRoute } from './shared/missing-route.ts';
import { natGatewayFix } from './shared/nat-gateway-fix.ts';
import { isPartial, someOf } from './shared/words.ts';

const proxies = ['HTTPS_PROXY', 'HTTP_PROXY', 'ALL_PROXY'];

export default defineRule({
  id: 'no-internet-route',
  severity: 'error',
  title: 'The route table of the subnet has no route to the internet',
  symptom: 'Every call to a public address hangs until it times out, while addresses inside the VPC answer.',
  why: 'A subnet reaches only what its route table has a route for. A subnet without a table of its own uses the main table of the VPC, which at first holds nothing but the routes of the VPC itself.',
  fix: 'Add a route for 0.0.0.0/0 to a NAT gateway that stands in a public subnet, or associate the subnet with a route table that has one.',
  traps:
    'A network can be private on purpose: if nobody asked for the internet this is a warning, and only a note if the function has a variable named like a proxy (HTTPS_PROXY, HTTP_PROXY or ALL_PROXY). Two halves such as 0.0.0.0/1 and 128.0.0.0/1, a prefix list and a propagated route count as routes. A route for ::/0 carries no IPv4. An AWS service that was asked for has findings of its own, such as aws-service-unreachable, and private addresses have path-blocked and peering-problem.',
  references: [
    'https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc-internet.html',
    'https://docs.aws.amazon.com/vpc/latest/userguide/subnet-route-tables.html',
  ],
  raCode: 'NO_ROUTE_TO_DESTINATION',
  needs: ['routeTables'],
  onlyOfTrouble: true,
  *check(context) {
    const { world } = context;
    for (const cause of context.causes('no-route')) {
      const { routeTableId: tableId, side } = cause.blocker;
      const found = lookup(world.routeTables, tableId);
      if (side !== 'function' || cause.family !== 'ipv4' || found.status !== 'found') continue;
      if (missingRoute(context, cause).to !== 'internet') continue;
      const { associations, routes } = found.item;
      const { environmentVariableNames } = context.configuration();
      const hasProxy = environmentVariableNames.some((name) => proxies.includes(name.toUpperCase()));
      const table = associations.some(({ main }) => main)
        ? `Route table ${tableId}, the main one of the VPC,`
        : `Route table ${tableId}`;
      const only = routes.length === 0 ? 'no routes' : `routes only for ${someOf(routes.map(destinationText))}`;
      yield {
        resource: tableId,
        where: cause,
        ...(cause.onlyByDefault ? { atMost: hasProxy ? 'note' : 'warning' } : {}),
        message: `${table} has ${only} and none for ${isPartial(context, cause) && cause.targets.includes('internet') ? 'the rest of the internet' : stoppedPlaces(context, cause)}: packets that match no route are dropped, and connections time out.`,
        fix: natGatewayFix(
          context,
          cause,
          { verb: 'create-route', tableId, destination: '0.0.0.0/0' },
          cause.onlyByDefault ? ' If the function is meant to stay without the internet, nothing is wrong.' : '',
        ),
      };
    }
  },
});
