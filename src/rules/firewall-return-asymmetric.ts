import { type Draft, defineRule, type RuleContext } from './rule.ts';
import { type OneWayFirewall, oneWayFirewalls } from './shared/firewall-return.ts';
import { firewallReturnChange } from './shared/firewall-return-fix.ts';
import { fixInVpc } from './shared/fix-in-vpc.ts';
import { someOf } from './shared/words.ts';

const draftOf = (context: RuleContext<never>, way: OneWayFirewall): Draft => {
  const { endpointId, subnetIds, tableId, destination, outwards, natSubnet, internetGatewayId } = way;
  const deciding = tableId ?? internetGatewayId ?? natSubnet.id;
  const where = {
    subnetIds,
    targets: ['internet'],
    severity: 'warning',
    onlyByDefault: false,
    evidence: [
      { resource: endpointId, note: outwards ? 'sees the requests' : 'sees the replies' },
      { resource: deciding, note: `decides where replies to ${destination} go` },
    ],
    also: [],
  } as const;
  const { text, commands } = firewallReturnChange(way);
  return {
    resource: tableId ?? endpointId,
    destination,
    where,
    message: outwards
      ? `Requests from ${someOf(subnetIds)} pass firewall endpoint ${endpointId}, and replies to ${destination} do not, since ${deciding} has no route back to it: a stateful firewall drops such connections.`
      : `Replies to ${destination} pass firewall endpoint ${endpointId} by ${deciding}, and the requests from ${someOf(subnetIds)} do not: a stateful firewall drops replies to what it never saw.`,
    fix: fixInVpc(context, where, text, commands),
  };
};

export default defineRule({
  id: 'firewall-return-asymmetric',
  severity: 'warning',
  title: 'Packets pass a firewall endpoint in one direction only',
  symptom: 'Connections hang after the first packet, although the policy of the firewall allows them.',
  why: 'A firewall keeps track of connections and has to see both directions. Routes decide about each direction apart: the request follows the table of the subnet that it leaves, the reply that of the NAT gateway, or that of the internet gateway. Where one of the two lacks a route to the same endpoint, the firewall sees half of each connection.',
  fix: "Add a route for the subnet's own CIDR block to the firewall endpoint, in the table of the NAT gateway's subnet if the firewall stands before the NAT gateway, and in a table of the internet gateway if it stands behind.",
  traps:
    'A local route of the whole VPC that was pointed at the endpoint is a way back as well. Each zone has an endpoint of its own, and the reply has to come to the one that the request took. Firewalls with a second leg send packets out themselves and are not judged. What the firewall lets through stays out of sight.',
  references: [
    'https://docs.aws.amazon.com/vpc/latest/userguide/gateway-route-tables.html',
    'https://docs.aws.amazon.com/vpc/latest/reachability/explanation-codes.html',
  ],
  raCode: 'INGRESS_RTB_TRAFFIC_REDIRECTION',
  needs: ['natGateways', 'routeTables', 'subnets', 'vpcEndpoints'],
  *check(context) {
    const seen = context.observations.filter(({ target, verdict }) => target !== 'internet6' && verdict !== 'blocked');
    for (const way of oneWayFirewalls(context, seen)) yield draftOf(context, way);
  },
});
