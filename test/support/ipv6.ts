import type { NetworkAclEntry } from '../../src/model/kinds/network-acls.ts';
import type { RouteTarget } from '../../src/model/kinds/route-tables.ts';
import type { Network } from './network.ts';
import { aclRule, groupRule } from './resources.ts';

const zones = ['a', 'b', 'c'] as const;
const vpcRange = '2001:db8:1234:1a00::/56';
const everywhere = '::/0';
/** Where AWS puts the IPv6 rule beside its IPv4 twin, and the number of the final IPv6 deny. */
const allowNumber = 101;
const finalDeny = 32768;

/** An IPv6 rule of a network ACL: TCP with a port range, or every protocol with all ports. */
export const ipv6AclRule = (
  ...[ruleNumber, action, cidr, ports]: Parameters<typeof aclRule>
): Omit<NetworkAclEntry, 'direction'> => ({
  ...aclRule(ruleNumber, action, cidr, ports),
  cidr: { kind: 'ipv6', cidr },
});

/** Replaces the IPv6 rules of one direction of a network ACL, all but the final deny. */
export const setIpv6AclRules = (
  n: Network,
  acl: string,
  direction: NetworkAclEntry['direction'],
  ...rules: readonly Omit<NetworkAclEntry, 'direction'>[]
): void => {
  const target = n.networkAcl(acl);
  target.entries = target.entries.filter(
    (entry) => entry.direction !== direction || entry.cidr.kind !== 'ipv6' || entry.ruleNumber === finalDeny,
  );
  target.entries.push(...rules.map((rule) => ({ ...rule, direction })));
};

const addRanges = (n: Network): void => {
  const range = { state: 'associated', addressAttribute: 'public' } as const;
  n.vpc().ipv6Cidrs.push({ ...range, cidr: vpcRange });
  for (const [index, zone] of zones.entries()) {
    n.subnet(`private-${zone}`).ipv6Cidrs.push({ ...range, cidr: `2001:db8:1234:1a1${index + 1}::/64` });
    n.subnet(`public-${zone}`).ipv6Cidrs.push({ ...range, cidr: `2001:db8:1234:1a0${index + 1}::/64` });
  }
  for (const table of n.all.routeTables)
    n.addRoute(table.name ?? '', vpcRange, { kind: 'local' }, { origin: 'CreateRouteTable' });
};

const openGates = (n: Network): void => {
  n.securityGroup().egress.push(groupRule(everywhere, 'all'));
  for (const acl of ['private', 'public'])
    for (const direction of ['ingress', 'egress'] as const)
      setIpv6AclRules(
        n,
        acl,
        direction,
        ipv6AclRule(allowNumber, 'allow', everywhere, 'all'),
        ipv6AclRule(finalDeny, 'deny', everywhere, 'all'),
      );
};

/** An egress-only internet gateway that is attached to the VPC, as the target of a route. */
const addEgressOnlyInternetGateway = (n: Network): RouteTarget => {
  const id = 'eigw-0a1b2c3d4e5f60718';
  n.all.egressOnlyInternetGateways.push({
    id,
    name: 'orders',
    attachments: [{ vpcId: n.vpc().id, state: 'attached' }],
  });
  return { kind: 'egress-only-internet-gateway', id };
};

/**
 * Gives the correct network IPv6 as AWS describes it for functions: dual-stack subnets, rules of their own in the
 * group and the network ACLs, and a way out through an egress-only internet gateway; the function uses it.
 * https://docs.aws.amazon.com/vpc/latest/userguide/egress-only-internet-gateway.html
 */
export const addIpv6 = (n: Network): void => {
  addRanges(n);
  openGates(n);
  const gateway = addEgressOnlyInternetGateway(n);
  for (const zone of zones) n.addRoute(`private-${zone}`, everywhere, gateway);
  n.network().ipv6AllowedForDualStack = true;
};

/** The correct network with IPv6, and a change to it. */
export const withIpv6 =
  (change: (n: Network) => void) =>
  (n: Network): void => {
    addIpv6(n);
    change(n);
  };

/** Sends the IPv6 default route of all three private subnets to one target. */
export const sendAllIpv6 = (n: Network, target: RouteTarget): void => {
  for (const zone of zones) n.route(`private-${zone}`, everywhere).target = { ...target };
};

/** Replaces the IPv6 default route of all three private subnets by routes to other destinations, to the same target. */
export const splitIpv6Default = (n: Network, ...destinations: string[]): void => {
  for (const zone of zones) {
    const { target } = n.route(`private-${zone}`, everywhere);
    n.removeRoute(`private-${zone}`, everywhere);
    for (const destination of destinations) n.addRoute(`private-${zone}`, destination, target);
  }
};
