import type { Family } from './addresses.ts';
import {
  deviceLinks,
  fromLink,
  functionLinks,
  gatewayLink,
  hopTo,
  hostLinks,
  insideLinks,
  internetLink,
  ipBatch,
  type Link,
  linkAddress,
  links,
  localTable,
  type Namespace,
  tableOf,
} from './links.ts';

/** A shell script for one network namespace; null is the one in which the lab starts. */
export interface NamespaceScript {
  readonly namespace: Namespace | null;
  readonly script: string;
}

const intoVpc = (family: Family) => {
  return (one: Link): string => `route add default ${hopTo('near', one, family)} table ${tableOf(one)}`;
};

/** What a table of the VPC has before the first network is built; a table that has no route does not exist. */
const empty = (table: number): string => `route add blackhole default table ${table}`;

/** Where packets go that come out of a link; what depends on a snapshot is not here. */
const ways = (family: Family): Readonly<Record<Namespace, readonly string[]>> => ({
  function: functionLinks.map(intoVpc(family)),
  hosts: hostLinks.map(intoVpc(family)),
  vpc: [...insideLinks.map(tableOf), localTable].map(empty),
  nat: deviceLinks.flatMap((one) => [fromLink(one.farName, one), intoVpc(family)(one)]),
  gateway: [
    fromLink(gatewayLink.farName, gatewayLink),
    `route add default ${hopTo('far', internetLink, family)} table ${tableOf(gatewayLink)}`,
    fromLink(internetLink.nearName, internetLink),
    `route add default ${hopTo('near', gatewayLink, family)} table ${tableOf(internetLink)}`,
  ],
  // Every address is one of this host, so what it sends has to be routed before local addresses are looked up.
  internet: [
    `route add default ${hopTo('near', internetLink, family)} table ${tableOf(internetLink)}`,
    `rule add pref 1 iif lo lookup ${tableOf(internetLink)}`,
    'rule add pref 2 lookup local',
    'rule del pref 0',
    'route add local default dev lo table local',
  ],
});

const namespaces = ['function', 'vpc', 'hosts', 'nat', 'gateway', 'internet'] as const;

/**
 * Replies may come from anywhere, routers keep quiet, addresses serve at once, and a handshake that was cut off leaves
 * nothing behind.
 */
const settings = `
for folder in /proc/sys/net/ipv4/conf/*; do
  echo 0 > $folder/rp_filter
  echo 0 > $folder/send_redirects
done
for folder in /proc/sys/net/ipv6/conf/*; do
  echo 0 > $folder/dad_transmits
  echo 0 > $folder/accept_ra
done
echo 1 > /proc/sys/net/ipv4/ip_forward
echo 2 > /proc/sys/net/ipv4/tcp_syncookies
`;

/** NAT devices forward no IPv6. */
const forwardIpv6 = 'echo 1 > /proc/sys/net/ipv6/conf/all/forwarding\n';

const furnish = (namespace: Namespace): NamespaceScript => {
  const ends = links.flatMap((one) => [
    ...(one.near === namespace ? [{ name: one.nearName, side: 'near' as const, one }] : []),
    ...(one.far === namespace ? [{ name: one.farName, side: 'far' as const, one }] : []),
  ]);
  const up = ends.flatMap(({ name, side, one }) => [
    `addr add ${linkAddress(side, one, 'ipv4')}/32 dev ${name} scope link`,
    `link set ${name} up`,
  ]);
  const ipv6 = ends.map(({ name, side, one }) => `addr add ${linkAddress(side, one, 'ipv6')}/64 dev ${name} nodad`);
  return {
    namespace,
    script: [
      settings,
      namespace === 'vpc' || namespace === 'gateway' ? forwardIpv6 : '',
      ipBatch('ipv4', ['link set lo up', ...up, ...ways('ipv4')[namespace]]),
      ipBatch('ipv6', [...ipv6, ...ways('ipv6')[namespace]]),
    ].join(''),
  };
};

const pairs = links.map(
  ({ near, far, nearName, farName }) =>
    `link add ${nearName} netns ${near} type veth peer name ${farName} netns ${far}`,
);

/** Makes the namespaces and what all networks have in common, in two steps; /run is the lab's own. */
export const buildScripts: readonly (readonly NamespaceScript[])[] = [
  [
    {
      namespace: null,
      script: [
        'mount -t tmpfs lab /run',
        'mkdir /run/netns',
        ...namespaces.map((name) => `ip netns add ${name}`),
        ...['nft', 'conntrack'].map((name) => `command -v ${name} || { echo ${name} is missing >&2; exit 1; }`),
        ipBatch('ipv4', pairs),
      ].join('\n'),
    },
  ],
  namespaces.map(furnish),
];
