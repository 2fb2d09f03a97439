import { addressPlans } from './address-plan.ts';
import { smallNetwork } from './network.ts';
import { type Lists, networkAclRules, prefixList, vpcId } from './resources.ts';
import { route } from './routes.ts';

const plan = addressPlans.ipv6;

const isSubnet = (id: string): id is keyof typeof plan.subnets => id in plan.subnets;

const addRanges = (n: Lists): void => {
  for (const vpc of n.vpcs) vpc.ipv6Cidrs = [{ cidr: plan.vpc, state: 'associated', addressAttribute: 'public' }];
  for (const { id, ipv6Cidrs } of n.subnets)
    if (isSubnet(id)) ipv6Cidrs.push({ cidr: plan.subnets[id], state: 'associated', addressAttribute: 'public' });
  for (const { network } of n.functions) if (network.kind === 'vpc') network.ipv6AllowedForDualStack = true;
  for (const nic of n.networkInterfaces)
    if (isSubnet(nic.subnetId ?? '')) nic.ipv6Addresses = [`${plan.vpc.replace(/00::.*/, '')}01::77`];
};

const addRules = (n: Lists): void => {
  for (const acl of n.networkAcls) acl.entries.push(...networkAclRules({ kind: 'ipv6', cidr: plan.everywhere }, 101));
  for (const { id, egress } of n.securityGroups)
    if (id === 'sg-fn')
      egress.push({ protocol: '-1', ports: { kind: 'all' }, peer: { kind: 'ipv6', cidr: plan.everywhere } });
};

const addRoutes = (n: Lists): void => {
  n.egressOnlyInternetGateways.push({ id: 'eigw-1', name: null, attachments: [{ vpcId, state: 'attached' }] });
  for (const { id, routes } of n.routeTables) {
    routes.push(route(plan.vpc, { kind: 'local' }, 'CreateRouteTable'));
    if (id === 'rtb-fa') routes.push(route(plan.everywhere, { kind: 'egress-only-internet-gateway', id: 'eigw-1' }));
    if (id === 'rtb-fb') routes.push(route(plan.everywhere, { kind: 'internet-gateway', id: 'igw-1' }));
  }
};

/**
 * The small network with IPv6 beside IPv4, in which all works: one function goes out by an egress-only internet gateway,
 * the other by the internet gateway, and prefix lists hold IPv6 blocks.
 */
export const dualStackNetwork = (): Lists => {
  const n = smallNetwork();
  addRanges(n);
  addRules(n);
  addRoutes(n);
  n.prefixLists = [
    prefixList('pl-s3', 'AWS', ['2600:1fa0::/28', '2a05:d07a:a000::/40']),
    prefixList('pl-halves', null, ['::/1', '2000::/4', '3000::/4']),
    prefixList('pl-all', null, ['::/0']),
    prefixList('pl-some', null, ['2800::/5', '2606:4700::/32', '2606:4700::1111/128']),
  ];
  return n;
};
