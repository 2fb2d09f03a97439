import type { AddressRange } from './address.ts';
import type { Destination } from './destination.ts';
import type { Doubt } from './doubt.ts';
import { internetPort } from './internet.ts';
import { ownServers } from './names.ts';
import { isStoppedBehindNatGateway } from './nat64-far-side.ts';
import { packetsTo } from './packets.ts';
import type { Packets, Vantage } from './packets-to-addresses.ts';
import { translatedRange } from './path/private-address.ts';
import { routeText } from './words.ts';
import { lookup } from './world.ts';

/** The IPv6 addresses by which a NAT gateway reaches these IPv4 addresses: the last 32 bits are those of IPv4. */
const imageOf = ({ from, to }: AddressRange): AddressRange => ({
  family: 'ipv6',
  from: translatedRange.from + from,
  to: translatedRange.from + to,
});

/** A name that has an IPv6 address keeps it and gets no other. */
const imagesOf = (destination: Destination): AddressRange[] => {
  switch (destination.kind) {
    case 'addresses':
      return destination.family === 'ipv4' ? destination.ranges.map(imageOf) : [];
    case 'either':
      return destination.ways.flatMap(imagesOf);
    case 'usual':
      return [destination.usual, ...destination.unnamed.map(({ way }) => way)].flatMap(imagesOf);
    case 'some-addresses':
      return destination.family === 'ipv4' ? destination.subnets.flat().map(imageOf) : [];
    case 'dual-stack':
      return [];
    case 'internet':
    case 'public-service':
    case 'open':
      return [translatedRange];
    default:
      return destination satisfies never;
  }
};

const portOf = (destination: Destination): number => {
  if (destination.kind === 'either') return destination.ways.map(portOf)[0] ?? internetPort;
  if (destination.kind === 'usual') return portOf(destination.usual);
  if (destination.kind === 'dual-stack') return destination.ipv4.port;
  return 'port' in destination ? destination.port : internetPort;
};

/** Who gives names addresses of 64:ff9b::/96: the resolver of the VPC, if the subnet has DNS64 on, or the owner's own. */
const giverOf = ({ world, subnet: { id, vpcId, enableDns64 } }: Vantage): string | null => {
  if (enableDns64 === true) return `DNS64 is on in ${id}, so names also get addresses of 64:ff9b::/96`;
  const vpc = lookup(world.vpcs, vpcId);
  const servers = vpc.status === 'found' ? ownServers(world, vpc.item) : [];
  if (servers.length > 0)
    return `${servers.join(', ')}, the DNS servers of ${vpcId}, may give names addresses of 64:ff9b::/96`;
  return enableDns64 === false ? null : `DNS64 may be on in ${id}, so that names also get addresses of 64:ff9b::/96`;
};

/** Whether what packets to a destination met is what all of its addresses meet. */
const isWhole = ({ kind }: Destination): boolean =>
  kind === 'internet' || kind === 'addresses' || kind === 'public-service';

/** The ways over NAT64 that are not proven to fail, each as the route that it takes; null for one that shows none. */
const openWays = (near: Packets, destination: Destination, overIpv4: Packets): (string | null)[] =>
  near.found.classes
    .filter(({ verdict }) => verdict !== 'blocked')
    .flatMap(({ reach: { path, port } }) => {
      const sent = path.steps.find(({ route }) => route !== undefined);
      if (sent?.route === undefined || path.alternatives.length > 0) return [null];
      const { resource, route } = sent;
      const isStopped = isWhole(destination) && isStoppedBehindNatGateway(overIpv4, resource, route, port);
      return isStopped ? [] : [`${resource} has ${routeText(route)}`];
    });

/**
 * Why what is called by name may be reached although it fails over IPv4: names with IPv4 addresses alone can get
 * addresses of 64:ff9b::/96 as well, and a NAT gateway takes them to IPv4. Null where that way is not there or fails too.
 * https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-nat64-dns64.html
 */
export const doubtOverNat64 = (vantage: Vantage, destination: Destination, overIpv4: Packets): Doubt | null => {
  const giver = giverOf(vantage);
  const ranges = imagesOf(destination);
  if (giver === null || ranges.length === 0) return null;
  const image: Destination = { kind: 'addresses', family: 'ipv6', ranges, port: portOf(destination), endpointId: null };
  const near = packetsTo(vantage, image, overIpv4.context.target);
  const [first] = openWays(near, destination, overIpv4);
  if (first === undefined) return null;
  const where = first === null ? 'which may lead to a NAT gateway' : `for which ${first}`;
  const what = `${giver}, ${where}; whether the program uses them is not known`;
  return { kind: 'not-evaluated', resource: vantage.subnet.id, what };
};
