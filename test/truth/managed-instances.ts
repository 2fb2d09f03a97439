import { moveToProvider, onProvider, provider } from '../support/capacity-provider.ts';
import { addIpv6 } from '../support/ipv6.ts';
import type { Network } from '../support/network.ts';
import { aclRule, groupRule, setAclRules } from '../support/resources.ts';
import { addDatabase, privateSubnets } from '../support/targets.ts';
import { pages } from './pages.ts';
import { allThree, firstOnly, type TruthRow } from './row.ts';

const page = pages.managedInstances;
const note = { 'lambda-managed-instances': 'note' } as const;
const silent = ['not-in-vpc', 'public-subnet-no-nat', 'path-blocked', 'single-az'];
const open = ['egress-path-unverified'];

const toInternetGateway = (n: Network): void => {
  for (const table of privateSubnets) n.route(table).target = { kind: 'internet-gateway', id: n.internetGateway().id };
};

const repliesTo = (n: Network, from: number, to: number): void =>
  setAclRules(n, 'private', 'ingress', aclRule(100, 'allow', '0.0.0.0/0', [from, to]));

/** Functions on instances of a capacity provider, which stands in the place of their own VPC configuration. */
export const managedInstances: readonly TruthRow[] = [
  {
    name: 'instances in private subnets behind NAT gateways',
    change: moveToProvider,
    ...allThree('reachable'),
    speaks: note,
    silent,
    page,
  },
  {
    name: 'a function on a capacity provider takes its network from there',
    change: onProvider(toInternetGateway),
    ...allThree('unknown'),
    speaks: note,
    silent,
    open,
    page,
    uncertain: 'an instance in a public subnet works if it has a public address, which is not read',
  },
  {
    name: 'instances in a public subnet whose internet gateway is not attached',
    change: onProvider((n) => {
      toInternetGateway(n);
      n.internetGateway().attachments = [];
    }),
    ...allThree('blocked'),
    speaks: { ...note, 'igw-not-attached': 'error' },
    silent,
    page: pages.internetGateway,
  },
  {
    name: 'half of the ports to which replies to instances can come are closed',
    change: onProvider((n) => repliesTo(n, 32768, 65535)),
    ...allThree('unknown'),
    speaks: note,
    silent: [...silent, 'nacl-blocks-return-traffic'],
    open,
    page: pages.customNetworkAcl,
    uncertain: 'AWS does not say which ports the instances send from',
  },
  {
    name: 'all ports to which replies to instances can come are closed',
    change: onProvider((n) => repliesTo(n, 443, 443)),
    ...allThree('blocked'),
    speaks: { ...note, 'nacl-blocks-return-traffic': 'error' },
    silent,
    page: pages.customNetworkAcl,
  },
  {
    name: 'all ports to which replies to instances can come are open, and no others',
    change: onProvider((n) => repliesTo(n, 1024, 65535)),
    ...allThree('reachable'),
    speaks: note,
    silent: [...silent, 'nacl-blocks-return-traffic'],
    page: pages.customNetworkAcl,
  },
  {
    name: 'one of the subnets of the capacity provider has no default route',
    change: onProvider((n) => n.removeRoute('private-a')),
    ...firstOnly('blocked'),
    speaks: { ...note, 'no-internet-route': 'warning', 'inconsistent-subnet-egress': 'warning' },
    silent,
    page: pages.subnetRouteTables,
  },
  {
    name: 'the security group of the instances lets nothing out',
    change: onProvider((n) => {
      n.securityGroup().egress = [];
    }),
    ...allThree('blocked'),
    speaks: { ...note, 'sg-egress-blocks-destination': 'error' },
    silent,
    page: pages.securityGroupRules,
  },
  {
    name: 'a capacity provider without a security group, whose instances carry the default one',
    change: onProvider((n) => {
      provider(n).securityGroupIds = [];
    }),
    ...allThree('reachable'),
    speaks: note,
    silent: [...silent, 'sg-egress-blocks-destination'],
    page,
  },
  {
    name: 'a capacity provider without a security group in a VPC whose default one lets nothing out',
    change: onProvider((n) => {
      provider(n).securityGroupIds = [];
      n.securityGroup('default').egress = [];
    }),
    ...allThree('blocked'),
    speaks: { ...note, 'sg-egress-blocks-destination': 'error' },
    silent,
    page,
  },
  {
    name: 'a capacity provider without a security group, and groups that may not be read',
    change: onProvider((n) => {
      provider(n).securityGroupIds = [];
      n.deny('securityGroups');
    }),
    ...allThree('unknown'),
    speaks: { ...note, 'missing-permission': 'warning' },
    silent: [...silent, 'sg-egress-blocks-destination'],
    page,
    uncertain: 'the default group is not known',
  },
  {
    name: 'a database whose group names the group of the instances',
    change: onProvider((n) => addDatabase(n)),
    target: '10.0.40.7:5432',
    ...allThree('reachable'),
    speaks: note,
    silent,
    page: pages.securityGroupRules,
  },
  {
    name: 'a database whose group does not let the instances in',
    change: onProvider((n) => addDatabase(n, groupRule('10.9.0.0/16', [5432, 5432]))),
    target: '10.0.40.7:5432',
    ...allThree('blocked'),
    speaks: { ...note, 'private-target-sg-ingress-missing': 'error' },
    silent,
    page: pages.securityGroupRules,
  },
  {
    name: 'instances in dual-stack subnets, asked for IPv6',
    change: (n) => {
      addIpv6(n);
      moveToProvider(n);
    },
    target: 'internet6',
    ...allThree('unknown'),
    speaks: note,
    silent: [...silent, 'ipv6-flag-off-with-ipv6-egress'],
    open,
    page,
    uncertain: 'whether instances get IPv6 addresses is not read',
  },
  {
    name: 'instances in subnets without an IPv6 range, asked for IPv6',
    change: moveToProvider,
    target: 'internet6',
    ...allThree('blocked'),
    speaks: { ...note, 'ipv6-subnet-not-dual-stack': 'error' },
    silent: [...silent, 'ipv6-flag-off-with-ipv6-egress'],
    page: pages.subnets,
  },
  {
    name: 'a capacity provider that may not be read',
    change: onProvider((n) => {
      const action = 'lambda:GetCapacityProvider';
      for (const each of n.all.capacityProviders)
        each.network = { status: 'unavailable', action, reason: 'access denied' };
    }),
    verdicts: {},
    verdict: 'unknown',
    speaks: { ...note, 'missing-permission': 'warning' },
    silent,
    page,
    uncertain: 'the network of the capacity provider is not known',
  },
  {
    name: 'a capacity provider that is gone',
    change: onProvider((n) => n.all.capacityProviders.splice(0)),
    verdicts: {},
    verdict: 'unknown',
    speaks: note,
    silent: [...silent, 'missing-permission'],
    open,
    page,
    uncertain: 'the network of the capacity provider is not known',
  },
];
