import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import type { FunctionRead } from '../../src/model/function-reads.ts';
import type { VpcId } from '../../src/model/ids.ts';
import type { Route, RouteTarget } from '../../src/model/kinds/route-tables.ts';
import type { SecurityGroup, SecurityGroupRule } from '../../src/model/kinds/security-groups.ts';
import type { Section, UnavailableReason } from '../../src/model/section.ts';
import { type Kind, kinds, type Sections } from '../../src/model/sections.ts';
import { Snapshot, type UnreadVpc } from '../../src/model/snapshot.ts';

/** The same data, open to change. Template-literal ids and plain values stay what they are. */
export type Mutable<T> = T extends string | number | boolean | null
  ? T
  : T extends readonly (infer Item)[]
    ? Mutable<Item>[]
    : { -readonly [Key in keyof T]: Mutable<T[Key]> };

type Lists = { [K in Kind]: Sections[K] extends Section<infer Item> ? Mutable<Item>[] : never };
type Item<K extends Kind> = Lists[K][number];
type FunctionNetwork = Extract<Item<'functions'>['network'], { kind: 'vpc' }>;

/** A change to the correct network. */
export type Change = (n: Network) => void;

/** The correct network of fixtures/healthy.json, read from the file. */
export const healthy: Snapshot = Snapshot.parse(
  JSON.parse(readFileSync(new URL('../../fixtures/healthy.json', import.meta.url), 'utf8')),
);

/** JSON.parse is untyped, which makes this the one place where readonly data becomes changeable. */
const copyOf = <T>(value: T): Mutable<T> => JSON.parse(JSON.stringify(value));

const only = <T>(items: readonly T[], what: string, matches: (item: T) => boolean): T => {
  const [first, ...rest] = items.filter(matches);
  if (first === undefined || rest.length > 0) throw new Error(`${rest.length + (first ? 1 : 0)} × ${what}, expected 1`);
  return first;
};

const named = <T extends { readonly name: string | null }>(items: readonly T[], name: string): T =>
  only(items, name, (item) => item.name === name);

const itemsOf = (section: Mutable<Section<unknown>>): unknown[] => {
  if (section.status !== 'collected') throw new Error(`fixtures/healthy.json lacks ${section.action}`);
  return section.items;
};

/** Actions of other services than EC2. */
const otherActions: Readonly<Partial<Record<Kind, string>>> = {
  accessPoints: 'elasticfilesystem:DescribeMountTargets',
  capacityProviders: 'lambda:GetCapacityProvider',
  functions: 'lambda:GetFunctionConfiguration',
  transitGatewayRouteTables: 'ec2:SearchTransitGatewayRoutes',
};

/** The IAM action with which a section is read; EC2 names its actions after the kinds. */
const readAction = (kind: Kind): string =>
  otherActions[kind] ?? `ec2:Describe${kind.charAt(0).toUpperCase()}${kind.slice(1)}`;

const readActions: Readonly<Record<FunctionRead, string>> = {
  aliases: 'lambda:ListAliases',
  eventSources: 'lambda:ListEventSourceMappings',
  roleActions: 'iam:SimulatePrincipalPolicy',
};

const destinationText = ({ destination }: Mutable<Route>): string =>
  destination.kind === 'prefix-list' ? destination.id : destination.kind === 'unknown' ? '' : destination.cidr;

const isPrefixListId = (text: string): text is `pl-${string}` => text.startsWith('pl-');

const destinationOf = (text: string): Route['destination'] => {
  if (isPrefixListId(text)) return { kind: 'prefix-list', id: text };
  return { kind: text.includes(':') ? 'ipv6' : 'ipv4', cidr: text };
};

/** A copy of the correct network with lookups by Name tag, each of which throws unless it finds exactly one. */
export class Network {
  /** The items of every section; a list may be pushed to. */
  readonly all: Lists;
  readonly #unavailable = new Map<Kind, UnavailableReason>();
  readonly #unreadVpcs: UnreadVpc[] = [];

  constructor() {
    const sections = copyOf(healthy.sections);
    this.all = JSON.parse(JSON.stringify(Object.fromEntries(kinds.map((kind) => [kind, itemsOf(sections[kind])]))));
  }

  function = (name = 'orders-api'): Item<'functions'> => named(this.all.functions, name);
  vpc = (): Item<'vpcs'> => named(this.all.vpcs, 'orders');
  subnet = (name: string): Item<'subnets'> => named(this.all.subnets, name);
  routeTable = (name: string): Item<'routeTables'> => named(this.all.routeTables, name);
  networkAcl = (name: string): Item<'networkAcls'> => named(this.all.networkAcls, name);
  securityGroup = (name = 'orders-fn'): Item<'securityGroups'> => named(this.all.securityGroups, name);
  natGateway = (name: string): Item<'natGateways'> => named(this.all.natGateways, name);
  internetGateway = (): Item<'internetGateways'> => named(this.all.internetGateways, 'orders');
  instance = (name: string): Item<'instances'> => named(this.all.instances, name);

  /** By its primary private address, for example 10.0.11.57 for Lambda's interface in private-a. */
  networkInterface = (address: string): Item<'networkInterfaces'> =>
    only(this.all.networkInterfaces, address, (item) => item.privateIpAddresses[0]?.address === address);

  /** The route of a table by its destination: a CIDR or the id of a prefix list. */
  route = (table: string, destination = '0.0.0.0/0'): Mutable<Route> =>
    only(this.routeTable(table).routes, `${destination} in ${table}`, (item) => destinationText(item) === destination);

  /** The VPC configuration of a function that has one. */
  network = (name?: string): FunctionNetwork => {
    const { network } = this.function(name);
    if (network.kind !== 'vpc') throw new Error(`${name} is not in a VPC`);
    return network;
  };

  /** The destination is a CIDR or the id of a prefix list. */
  addRoute = (table: string, destination: string, target: RouteTarget, over: Partial<Route> = {}): void => {
    const origin = 'CreateRoute';
    const route: Route = { destination: destinationOf(destination), target, state: 'active', origin, ...over };
    this.routeTable(table).routes.push(copyOf(route));
  };

  removeRoute = (table: string, destination?: string): void => {
    const route = this.route(table, destination);
    this.routeTable(table).routes = this.routeTable(table).routes.filter((item) => item !== route);
  };

  /** Takes the subnet's own association away, so that the main route table applies. */
  disassociate = (subnet: string): void => {
    const { id } = this.subnet(subnet);
    const table = only(this.all.routeTables, `table of ${subnet}`, (item) =>
      item.associations.some((association) => association.subnetId === id),
    );
    table.associations = table.associations.filter((item) => item.subnetId !== id);
  };

  associate = (subnet: string, table: string): void => {
    this.disassociate(subnet);
    const association = { id: `rtbassoc-0${subnet}`, main: false, gatewayId: null, state: 'associated' } as const;
    this.routeTable(table).associations.push({ ...association, subnetId: this.subnet(subnet).id });
  };

  addSecurityGroup = (name: string, rules: Partial<Pick<SecurityGroup, 'ingress' | 'egress'>>): SecurityGroup['id'] => {
    const id = `sg-0${name}` as const;
    const none: readonly SecurityGroupRule[] = [];
    const group: SecurityGroup = { id, name, vpcId: this.vpc().id, ingress: none, egress: none, ...rules };
    this.all.securityGroups.push(copyOf(group));
    return id;
  };

  /** A second function, which starts as a copy of orders-api. */
  addFunction = (name: string): FunctionNetwork => {
    const arn = `arn:aws:lambda:eu-west-1:123456789012:function:${name}` as const;
    this.all.functions.push({ ...copyOf(this.function()), name, arn });
    return this.network(name);
  };

  /** Takes an item out of its section. */
  remove = (unwanted: { readonly id: string }): void => {
    let found = false;
    for (const kind of kinds) {
      const items: object[] = this.all[kind];
      const index = items.indexOf(unwanted);
      if (index >= 0) found = items.splice(index, 1).length === 1;
    }
    if (!found) throw new Error(`${unwanted.id} is in no section`);
  };

  /** Makes a section unavailable, as a denied call does. */
  deny = (kind: Kind, reason: UnavailableReason = 'access denied'): void => {
    this.#unavailable.set(kind, reason);
  };

  /** Makes a read about a peered VPC fail, of which the sections then hold nothing. */
  denyOfVpc = (vpcId: VpcId, section: Kind, reason: UnavailableReason): void => {
    this.#unreadVpcs.push({ vpcId, section, action: readAction(section), reason });
  };

  /** Makes what is read of orders-api by a call of its own unavailable. */
  denyRead = (read: FunctionRead): void => {
    this.function()[read] = { status: 'unavailable', action: readActions[read], reason: 'access denied' };
  };

  snapshot = (): Snapshot => {
    const sections = kinds.map((kind): [Kind, unknown] => {
      const reason = this.#unavailable.get(kind);
      return reason === undefined
        ? [kind, { status: 'collected', items: this.all[kind] }]
        : [kind, { status: 'unavailable', action: readAction(kind), reason }];
    });
    const unreadVpcs = this.#unreadVpcs;
    return Snapshot.parse({
      ...healthy,
      ...(unreadVpcs.length > 0 && { unreadVpcs }),
      sections: Object.fromEntries(sections),
    });
  };
}

/** The correct network with a change; a change that changes nothing is a mistake in the test. */
export const network = (change: Change): Snapshot => {
  const changed = new Network();
  change(changed);
  const snapshot = changed.snapshot();
  if (isDeepStrictEqual(snapshot, healthy)) throw new Error('the change leaves the network as it was');
  return snapshot;
};
