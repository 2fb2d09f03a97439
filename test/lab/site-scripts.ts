import { alone, type Family, ofFamily } from './addresses.ts';
import { gatewayScript } from './gateway-script.ts';
import { functionLinks, hostLinks, ipBatch, type Link, tableOf } from './links.ts';
import type { NamespaceScript } from './namespaces.ts';
import { type NatPort, natScript } from './nat-script.ts';
import type { Site } from './site.ts';
import { vpcRoutes } from './site-routes.ts';
import { chain, groupLines, neighbours, networkAclRules, nft } from './site-rules.ts';

interface Standing {
  readonly link: Link;
  readonly addresses: readonly string[];
}

/** Addresses at the far ends of links, from each of which packets leave by its own link. */
const addressLines = (links: readonly Link[], standing: readonly Standing[], family: Family): string[] => [
  'rule flush',
  ...links.map(({ farName }) => `addr flush dev ${farName} scope global`),
  ...standing.flatMap(({ link, addresses }) =>
    ofFamily(family, addresses).flatMap((address) => [
      `addr add ${alone(address)} dev ${link.farName} ${family === 'ipv6' ? 'nodad' : ''}`,
      `rule add pref ${tableOf(link)} from ${address} lookup ${tableOf(link)}`,
    ]),
  ),
];

const settle = (links: readonly Link[], standing: readonly Standing[], ruleset: readonly string[]): string =>
  [
    ipBatch('ipv4', addressLines(links, standing, 'ipv4')),
    ipBatch('ipv6', addressLines(links, standing, 'ipv6')),
    nft(ruleset.join('\n')),
    'conntrack -F\n',
  ].join('');

/** Security groups are stateful: they test what opens a connection, and let pass what belongs to it. */
const stateful = (hook: 'input' | 'output'): string[] => [
  `type filter hook ${hook} priority filter`,
  neighbours,
  'ct state established accept',
];

const functionScript = (site: Site): string =>
  settle(functionLinks, site.places, [
    'table inet lab {',
    chain('egress', groupLines(site, site.securityGroupIds, 'egress')),
    chain('leaving', [
      ...stateful('output'),
      ...site.places
        .filter(({ sendsIpv6 }) => !sendsIpv6)
        .map(({ link }) => `oifname "${link.farName}" meta nfproto ipv6 drop`),
      'jump egress',
    ]),
    chain('arriving', [...stateful('input'), 'drop']),
    '}',
  ]);

/** Interfaces that are called; they call nobody themselves. */
const hostScript = (site: Site): string =>
  settle(hostLinks, site.hosts, [
    'table inet lab {',
    ...site.hosts.map(({ link, securityGroupIds }) =>
      chain(`ingress-${link.farName}`, groupLines(site, securityGroupIds, 'ingress')),
    ),
    chain('arriving', [
      ...stateful('input'),
      ...site.hosts.flatMap(({ link: { farName: name } }) => [
        `iifname "${name}" jump ingress-${name}`,
        `iifname "${name}" accept`,
      ]),
      'drop',
    ]),
    chain('leaving', [...stateful('output'), 'drop']),
    '}',
  ]);

const vpcScript = (site: Site): string =>
  [ipBatch('ipv4', vpcRoutes(site, 'ipv4')), ipBatch('ipv6', vpcRoutes(site, 'ipv6')), nft(networkAclRules(site))].join(
    '',
  );

/** Everything that differs from network to network. Ports that NAT gateways choose are given, or left to chance. */
export const siteScripts = (site: Site, ports: readonly NatPort[] | 'random'): NamespaceScript[] => [
  { namespace: 'function', script: functionScript(site) },
  { namespace: 'vpc', script: vpcScript(site) },
  { namespace: 'hosts', script: hostScript(site) },
  { namespace: 'nat', script: natScript(site, ports) },
  { namespace: 'gateway', script: gatewayScript(site) },
];
