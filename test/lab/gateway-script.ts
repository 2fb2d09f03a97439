import { ofFamily } from './addresses.ts';
import { itemsOf } from './sections.ts';
import type { Site } from './site.ts';
import { chain, neighbours, nft } from './site-rules.ts';

/** An internet gateway forwards no packet to an address that is not public. RFC 1918, RFC 6598 */
const privateBlocks = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10'];

/** The addresses that are given out for the internet. RFC 4291 */
const publicIpv6 = '2000::/3';

/** Over IPv4 it rewrites addresses one to one and keeps no state; what has no public address does not pass. */
const ipv4Lines = ({ sections, devices }: Site): string[] => {
  const interfaces = itemsOf(sections.networkInterfaces).flatMap(({ privateIpAddresses }) =>
    privateIpAddresses.map(({ address, publicIp }) => [address, publicIp] as const),
  );
  const pairs = new Map([...interfaces, ...devices.map((one) => [one.address, one.publicAddress] as const)]);
  const known = [...pairs].filter((pair): pair is [string, string] => pair[1] !== null);
  if (known.length === 0) return [];
  const map = (from: 0 | 1, to: 0 | 1): string =>
    `{ ${known.map((pair) => `${pair[from]} : ${pair[to]}`).join(', ')} }`;
  return [
    `iifname "vpc" ip saddr set ip saddr map ${map(0, 1)} accept`,
    `iifname "internet" ip daddr set ip daddr map ${map(1, 0)} accept`,
  ];
};

/** IPv6 addresses stay what they are; the ranges of a subnet that are private are not known on the internet. */
const ipv6Lines = ({ sections, vpcId }: Site): string[] => {
  const ranges = itemsOf(sections.subnets)
    .filter((subnet) => subnet.vpcId === vpcId)
    .flatMap(({ ipv6Cidrs }) => ipv6Cidrs.filter(({ addressAttribute }) => addressAttribute !== 'private'));
  const advertised = ofFamily(
    'ipv6',
    ranges.map(({ cidr }) => cidr),
  );
  return advertised.flatMap((cidr) => [
    `iifname "vpc" ip6 saddr ${cidr} ip6 daddr ${publicIpv6} accept`,
    `iifname "internet" ip6 daddr ${cidr} accept`,
  ]);
};

export const gatewayScript = (site: Site): string =>
  nft(
    [
      'table inet lab {',
      chain('arriving', [
        'type filter hook prerouting priority raw',
        'notrack',
        neighbours,
        ...privateBlocks.map((block) => `iifname "vpc" ip daddr ${block} drop`),
        ...ipv4Lines(site),
        ...ipv6Lines(site),
        'drop',
      ]),
      '}',
    ].join('\n'),
  );
