import { destinationText, routeText } from '../network/words.ts';
import { type Draft, defineRule, type RuleContext } from './rule.ts';
import { type Dns64Table, nat64Range, tablesWithoutNat64 } from './shared/dns64.ts';
import { natGatewayFix } from './shared/nat-gateway-fix.ts';
import { someOf } from './shared/words.ts';

const draftOf = (context: RuleContext<never>, { table, subnetIds, wrong }: Dns64Table): Draft => {
  const line = wrong === null ? `no route for ${nat64Range}` : `${routeText(wrong)} for ${nat64Range}`;
  const where = {
    subnetIds,
    targets: ['internet6'],
    severity: 'warning',
    onlyByDefault: false,
    evidence: [
      ...subnetIds.map((resource) => ({ resource, note: 'has DNS64 on' })),
      { resource: table.id, note: `has ${line}` },
    ],
    also: [],
  } as const;
  const verb = wrong !== null && destinationText(wrong) === nat64Range ? 'replace-route' : 'create-route';
  const change = { verb, tableId: table.id, destination: nat64Range } as const;
  return {
    resource: table.id,
    destination: nat64Range,
    where,
    message: `DNS64 is on for ${someOf(subnetIds)}, and their route table ${table.id} has ${line} and none to a NAT gateway: the IPv6 addresses that DNS64 makes up for hosts with IPv4 only lead nowhere.`,
    fix: natGatewayFix(context, where, change, ' Or turn DNS64 off for these subnets.'),
  };
};

export default defineRule({
  id: 'dns64-without-nat64-route',
  severity: 'warning',
  title: 'DNS64 makes up IPv6 addresses for which the subnet has no NAT gateway route',
  symptom: 'Calls to hosts that have IPv4 only hang, or take seconds until the caller tries IPv4.',
  why: 'With DNS64 on, the DNS server of the VPC answers for a host without IPv6 with an address in 64:ff9b::/96, which stands for its IPv4 address. Only a NAT gateway translates such packets back, so that range needs a route to one.',
  fix: 'Send 64:ff9b::/96 to a NAT gateway in the route table of each subnet that has DNS64 on, or turn DNS64 off.',
  traps:
    'An egress-only internet gateway does not translate, so ::/0 is not enough. Only subnets of the function count, and only if the function may use IPv6. Nothing is said unless the internet over IPv6 is asked for.',
  references: ['https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-nat64-dns64.html'],
  raCode: null,
  needs: ['routeTables', 'subnets'],
  *check(context) {
    const { network } = context.fn;
    const isAsked = context.observations.some(({ target }) => target === 'internet6');
    if (!isAsked || network.kind !== 'vpc' || !network.ipv6AllowedForDualStack) return;
    for (const found of tablesWithoutNat64(context)) yield draftOf(context, found);
  },
});
