import { Network } from '../../test/support/network.ts';
import { aclRule, addAclRules, groupRule } from '../../test/support/resources.ts';

/** How many rules and routes one VPC has. */
export interface Quotas {
  /** Rules of each network ACL in each direction, and of how many one denies; null if none does. */
  readonly aclRules: number;
  readonly denyOneOf: number | null;
  /** Groups of the function and the rules of each in each direction. */
  readonly groups: number;
  readonly groupRules: number;
  /** Routes of each route table of a private subnet. */
  readonly routes: number;
  /** Entries of a prefix list in a rule of the group; 0 for no list. */
  readonly prefixListEntries: number;
}

/** https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html */
export const defaultQuotas: Quotas = {
  aclRules: 20,
  denyOneOf: 4,
  groups: 5,
  groupRules: 60,
  routes: 50,
  prefixListEntries: 0,
};

/** What AWS raises the quotas to; 1,000 rules are the most that all groups of an interface may have together. */
export const largestQuotas: Quotas = {
  aclRules: 40,
  denyOneOf: 4,
  groups: 16,
  groupRules: 62,
  routes: 1000,
  prefixListEntries: 1000,
};

/** The n-th of 65,536 different blocks that lie scattered over the addresses of the internet. */
const block = (n: number): string => {
  const scattered = (n * 40503) % 65536;
  return `${20 + (scattered % 80)}.${scattered >> 8}.${scattered % 256}.0/${22 + (n % 3)}`;
};

const ports = (n: number): readonly [number, number] => (n % 3 === 0 ? [443, 443] : [1024 + n * 7, 2048 + n * 61]);

const rulesOf = (count: number, first: number) =>
  Array.from({ length: count }, (_, index) => groupRule(block(first + index), ports(index)));

const fillAcl = (n: Network, name: string, { aclRules, denyOneOf }: Quotas): void => {
  for (const direction of ['ingress', 'egress'] as const)
    addAclRules(
      n,
      name,
      direction,
      ...Array.from({ length: aclRules - 2 }, (_, index) =>
        aclRule(
          index + 1,
          denyOneOf !== null && index % denyOneOf === 0 ? 'deny' : 'allow',
          block(index * 11),
          ports(index),
        ),
      ),
    );
};

const fillRoutes = (n: Network, name: string, count: number): void => {
  const { target } = n.route(name);
  const { length } = n.routeTable(name).routes;
  for (let index = length; index < count; index += 1) n.addRoute(name, block(index * 7 + 5), target);
};

/** The network of fixtures/healthy.json filled up to quotas; what it decides on stays as it was. */
export const networkOf = (quotas: Quotas): Network => {
  const n = new Network();
  for (const { name } of n.all.networkAcls) fillAcl(n, name ?? '', quotas);
  for (const name of ['private-a', 'private-b', 'private-c']) fillRoutes(n, name, quotas.routes);
  const [own] = n.network().securityGroupIds;
  const more = Array.from({ length: quotas.groups }, (_, index) =>
    n.addSecurityGroup(`group${index}`, {
      egress: [...rulesOf(quotas.groupRules - 1, index * 100), groupRule('0.0.0.0/0', [443, 443])],
      ingress: rulesOf(quotas.groupRules - 1, index * 100 + 50),
    }),
  );
  n.network().securityGroupIds = [...(own === undefined ? [] : [own]), ...more.slice(1)];
  if (quotas.prefixListEntries > 0) {
    const cidrs = Array.from({ length: quotas.prefixListEntries }, (_, index) => block(index * 3 + 1));
    n.all.prefixLists.push({
      id: 'pl-0entries',
      name: 'partners',
      ownerId: '123456789012',
      cidrs: { status: 'known', value: cidrs },
    });
    n.securityGroup().egress.push({
      ...groupRule('0.0.0.0/0', [443, 443]),
      peer: { kind: 'prefix-list', id: 'pl-0entries' },
    });
  }
  return n;
};
