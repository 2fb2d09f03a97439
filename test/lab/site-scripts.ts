import { deviceLinks, functionLinks, ipBatch, type NamespaceScript, tableOf } from './namespaces.ts';
import { itemsOf, type NatDevice, type Site } from './site.ts';
import { vpcRoutes } from './site-routes.ts';
import { chain, groupLines, networkAclRules } from './site-rules.ts';

/** The port that a NAT gateway chooses for a connection of the function. */
export interface NatPort {
  readonly from: string;
  readonly fromPort: number;
  readonly to: string;
  readonly toPort: number;
  readonly natPort: number;
}

const nft = (ruleset: string): string => `nft -f - <<'END'\n${ruleset}\nEND\n`;

const functionScript = (site: Site): string => {
  const lines = functionLinks.flatMap((link) => {
    const place = site.places.find((one) => one.link === link);
    const table = tableOf(link);
    return [
      `addr flush dev ${link.farName} scope global`,
      ...(place?.addresses ?? []).map((address) => `addr add ${address}/32 dev ${link.farName}`),
      `rule del pref ${table}`,
      `rule add pref ${table} from ${place?.subnet.cidr ?? `127.0.0.${link.number}`} lookup ${table}`,
    ];
  });
  const ruleset = [
    'flush ruleset',
    'table ip lab {',
    chain('egress', groupLines(site, site.securityGroupIds, 'egress')),
    chain('leaving', ['type filter hook output priority filter', 'ct state established accept', 'jump egress']),
    chain('arriving', ['type filter hook input priority filter', 'ct state established accept', 'drop']),
    '}',
  ].join('\n');
  return `${ipBatch(lines)}${nft(ruleset)}conntrack -F\n`;
};

/** A NAT gateway takes the ports that it is told, or any; an instance that masquerades keeps the function's port. */
const translation = ({ kind, link, address }: NatDevice, ports: readonly NatPort[] | 'random'): string => {
  if (kind === 'instance') return `oifname "${link.farName}" meta l4proto tcp masquerade`;
  const from = `oifname "${link.farName}" meta l4proto tcp snat to ${address}`;
  if (ports === 'random') return `${from}:1024-65535 fully-random`;
  if (ports.length === 0) return from;
  const chosen = ports.map((one) => `${one.from} . ${one.fromPort} . ${one.to} . ${one.toPort} : ${one.natPort}`);
  return `${from} : ip saddr . tcp sport . ip daddr . tcp dport map { ${chosen.join(', ')} }`;
};

const natScript = (site: Site, ports: readonly NatPort[] | 'random'): string => {
  const lines = deviceLinks.flatMap((link) => {
    const device = site.devices.find((one) => one.link === link);
    const flush = `addr flush dev ${link.farName} scope global`;
    return device === undefined ? [flush] : [flush, `addr add ${device.address}/32 dev ${link.farName}`];
  });
  const working = site.devices.filter(({ works }) => works);
  const instances = working.filter(({ kind }) => kind === 'instance');
  const ruleset = [
    'flush ruleset',
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
  return `${ipBatch(lines)}${nft(ruleset)}conntrack -F\n`;
};

/** An internet gateway forwards no packet to an address that is not public. RFC 1918, RFC 6598 */
const privateBlocks = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10'];

/** Rewrites addresses one to one and keeps no state; what has no public address does not pass. */
const gatewayScript = ({ sections, devices }: Site): string => {
  const interfaces = itemsOf(sections.networkInterfaces).flatMap(({ privateIpAddresses }) =>
    privateIpAddresses.map(({ address, publicIp }) => [address, publicIp] as const),
  );
  const pairs = new Map([...interfaces, ...devices.map((one) => [one.address, one.publicAddress] as const)]);
  const known = [...pairs].filter((pair): pair is [string, string] => pair[1] !== null);
  const map = (from: 0 | 1, to: 0 | 1): string =>
    `{ ${known.map((pair) => `${pair[from]} : ${pair[to]}`).join(', ')} }`;
  const ruleset = [
    'flush ruleset',
    'table ip lab {',
    chain('arriving', [
      'type filter hook prerouting priority raw',
      'notrack',
      ...privateBlocks.map((block) => `iifname "vpc" ip daddr ${block} drop`),
      ...(known.length === 0 ? [] : [`iifname "vpc" ip saddr set ip saddr map ${map(0, 1)} accept`]),
      ...(known.length === 0 ? [] : [`iifname "internet" ip daddr set ip daddr map ${map(1, 0)} accept`]),
      'drop',
    ]),
    '}',
  ].join('\n');
  return nft(ruleset);
};

/** Everything that differs from network to network. Ports that NAT gateways choose are given, or left to chance. */
export const siteScripts = (site: Site, ports: readonly NatPort[] | 'random'): NamespaceScript[] => [
  { namespace: 'function', script: functionScript(site) },
  { namespace: 'vpc', script: `${ipBatch(vpcRoutes(site))}${nft(networkAclRules(site))}` },
  { namespace: 'nat', script: natScript(site, ports) },
  { namespace: 'gateway', script: gatewayScript(site) },
];
