import { familyOf } from './addresses.ts';
import { deviceLinks, ipBatch } from './links.ts';
import type { NatDevice } from './nat-devices.ts';
import type { Site } from './site.ts';
import { chain, groupLines, nft } from './site-rules.ts';

/** The port that a NAT gateway chooses for a connection of the function. */
export interface NatPort {
  readonly from: string;
  readonly fromPort: number;
  readonly to: string;
  readonly toPort: number;
  readonly natPort: number;
}

/** A NAT gateway takes the ports that it is told, or any; an instance that masquerades keeps the function's port. */
const translation = ({ kind, link, address }: NatDevice, ports: readonly NatPort[] | 'random'): string => {
  if (kind === 'instance') return `oifname "${link.farName}" meta l4proto tcp masquerade`;
  const from = `oifname "${link.farName}" meta l4proto tcp snat to ${address}`;
  if (ports === 'random') return `${from}:1024-65535 fully-random`;
  const ipv4 = ports.filter((one) => familyOf(one.to) === 'ipv4');
  if (ipv4.length === 0) return from;
  const chosen = ipv4.map((one) => `${one.from} . ${one.fromPort} . ${one.to} . ${one.toPort} : ${one.natPort}`);
  return `${from} : ip saddr . tcp sport . ip daddr . tcp dport map { ${chosen.join(', ')} }`;
};

/** NAT devices carry IPv4 alone. */
export const natScript = (site: Site, ports: readonly NatPort[] | 'random'): string => {
  const lines = deviceLinks.flatMap((link) => {
    const device = site.devices.find((one) => one.link === link);
    const flush = `addr flush dev ${link.farName} scope global`;
    return device === undefined ? [flush] : [flush, `addr add ${device.address}/32 dev ${link.farName}`];
  });
  const working = site.devices.filter(({ works }) => works);
  const instances = working.filter(({ kind }) => kind === 'instance');
  const ruleset = [
    'table ip lab {',
    chain('checked', [
      'type filter hook prerouting priority raw',
      ...site.devices
        .filter(({ sourceDestCheck }) => sourceDestCheck)
        .map(({ link, address }) => `iifname "${link.farName}" ip daddr != ${address} drop`),
    ]),
    ...instances.flatMap(({ securityGroupIds, link }) =>
      (['ingress', 'egress'] as const).map((direction) =>
        chain(`${direction}-${link.farName}`, groupLines(site, securityGroupIds, direction)),
      ),
    ),
    chain('passing', [
      'type filter hook forward priority filter; policy drop',
      'ct state established accept',
      ...instances.flatMap(({ link: { farName: name } }) => [
        `iifname "${name}" jump ingress-${name}`,
        `iifname "${name}" jump egress-${name}`,
      ]),
      ...working.map(({ link: { farName: name } }) => `iifname "${name}" oifname "${name}" accept`),
    ]),
    chain('translated', [
      'type nat hook postrouting priority srcnat',
      ...working.map((device) => translation(device, ports)),
    ]),
    '}',
  ].join('\n');
  return `${ipBatch('ipv4', lines)}${nft(ruleset)}conntrack -F\n`;
};
