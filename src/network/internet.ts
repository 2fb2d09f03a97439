import type { Route } from '../model/kinds/route-tables.ts';
import { type AddressRange, type Family, parseCidr } from './address.ts';
import { type Axis, spanOf } from './axis.ts';
import type { PathContext } from './path/context.ts';
import { ownTables, planOf } from './path/context.ts';
import { isGatewayEndpointRoute, noRoute } from './routing.ts';
import { itemsInVpc, lookup, type World } from './world.ts';

/**
 * Blocks that are not the public internet: private, shared, loopback, link-local, documentation, benchmarking,
 * transition, multicast and reserved ones. https://www.iana.org/assignments/iana-ipv4-special-registry and
 * https://www.iana.org/assignments/iana-ipv6-special-registry
 */
const notPublic: Readonly<Record<Family, readonly string[]>> = {
  ipv4: [
    '0.0.0.0/8',
    '10.0.0.0/8',
    '100.64.0.0/10',
    '127.0.0.0/8',
    '169.254.0.0/16',
    '172.16.0.0/12',
    '192.0.0.0/24',
    '192.0.2.0/24',
    '192.88.99.0/24',
    '192.168.0.0/16',
    '198.18.0.0/15',
    '198.51.100.0/24',
    '203.0.113.0/24',
    '224.0.0.0/3',
  ],
  ipv6: ['::/3', '2001:2::/48', '2001:10::/28', '2001:db8::/32', '2002::/16', '3fff::/20', '4000::/2', '8000::/1'],
};

const rangesOf = (cidrs: readonly string[]): AddressRange[] =>
  cidrs.map(parseCidr).filter((range): range is AddressRange => range !== null);

export const internetRanges: readonly AddressRange[] = rangesOf([...notPublic.ipv4, ...notPublic.ipv6]);

/** TCP port that stands for the internet. */
export const internetPort = 443;

/** Whether what a route takes is no part of the internet: the VPC itself, and services that have a gateway endpoint. */
const takes = (world: World, route: Route): boolean =>
  route.target.kind === 'local' || isGatewayEndpointRoute(world, route);

/** For each atom 1 where all tables that can be the function's own send it past the internet. */
const takenByAll = (context: PathContext, world: World): Uint8Array => {
  const tables = ownTables(context);
  const taken = new Uint8Array(context.axis.atoms).fill(tables.length > 0 ? 1 : 0);
  for (const table of tables) {
    const { choices } = planOf(context, table);
    const past = table.routes.map((route) => takes(world, route));
    for (let atom = 0; atom < taken.length; atom += 1) if (past[choices[atom] ?? noRoute] !== true) taken[atom] = 0;
  }
  return taken;
};

const findInternetAtoms = (context: PathContext): readonly number[] => {
  const { axis, world } = context;
  const outside = new Uint8Array(axis.atoms);
  const mark = (ranges: readonly AddressRange[], on: Axis): void => {
    for (const range of ranges)
      if (range.family === on.family) {
        const span = spanOf(on, range);
        outside.fill(1, span.from, span.to);
      }
  };
  const vpc = lookup(world.vpcs, context.subnet.vpcId);
  const own = vpc.status === 'found' ? [...vpc.item.cidrs, ...vpc.item.ipv6Cidrs.map(({ cidr }) => cidr)] : [];
  const subnets = itemsInVpc(world.subnets, context.subnet.vpcId);
  const blocks = subnets.flatMap(({ cidr, ipv6Cidrs }) => [cidr ?? '', ...ipv6Cidrs.map((each) => each.cidr)]);
  mark([...internetRanges, ...rangesOf([...own, ...blocks])], axis);
  const taken = takenByAll(context, world);
  const atoms: number[] = [];
  for (let atom = 0; atom < axis.atoms; atom += 1) if (outside[atom] !== 1 && taken[atom] !== 1) atoms.push(atom);
  return atoms;
};

/**
 * Atoms of the public internet as this subnet sees it: less the ranges of its VPC and of the subnets in it, and less what routes of gateway
 * endpoints take, since those addresses are reached by the endpoint.
 */
export const internetAtoms = (context: PathContext): readonly number[] => {
  context.start.internet ??= findInternetAtoms(context);
  return context.start.internet;
};
