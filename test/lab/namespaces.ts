/** A shell script for one network namespace; null is the one in which the lab starts. */
export interface NamespaceScript {
  readonly namespace: 'function' | 'vpc' | 'nat' | 'gateway' | 'internet' | null;
  readonly script: string;
}

/**
 * A pair of interfaces between two namespaces. Each side has a link-local address of its own, by which the other side
 * routes to it, so that the addresses of a snapshot can change while the neighbours stay known.
 */
export interface Link {
  readonly near: NonNullable<NamespaceScript['namespace']>;
  readonly far: NonNullable<NamespaceScript['namespace']>;
  /** Names of the interface in the near and in the far namespace. */
  readonly nearName: string;
  readonly farName: string;
  readonly number: number;
}

const link = (near: Link['near'], nearName: string, far: Link['far'], farName: string, number: number): Link => ({
  near,
  far,
  nearName,
  farName,
  number,
});

/** Where a function can stand: one link for each of its subnets. */
export const functionLinks = [1, 2, 3].map((n) => link('vpc', `f${n}`, 'function', `f${n}`, n));
/** Where a NAT device can stand. */
export const deviceLinks = [1, 2, 3, 4].map((n) => link('vpc', `n${n}`, 'nat', `n${n}`, 10 + n));
export const gatewayLink = link('vpc', 'gateway', 'gateway', 'vpc', 21);
const internetLink = link('gateway', 'internet', 'internet', 'gateway', 22);
const links = [...functionLinks, ...deviceLinks, gatewayLink, internetLink];

const addressOf = (side: 'near' | 'far', { number }: Link): string => `169.254.${side === 'near' ? 1 : 2}.${number}`;

export const hopTo = (side: 'near' | 'far', one: Link): string =>
  `via ${addressOf(side, one)} dev ${side === 'far' ? one.nearName : one.farName} onlink`;

/** The routing table of the VPC that packets from this link consult, and the one at the far end of the link. */
export const tableOf = ({ number }: Link): number => 100 + number;
/** Routes to the addresses in the VPC, which the `local` routes of all tables mean. */
export const localTable = 200;
/** Comes after every route of a table, since a table that has no route ends there. */
export const lastMetric = 4_000_000_000;

const perTable = (number: number): string => `route add blackhole default table ${number} metric ${lastMetric}`;

const fromLink = (name: string, one: Link): string =>
  `rule add pref ${tableOf(one)} iif ${name} lookup ${tableOf(one)}`;

/** Where packets go that come out of a link; the routes of the VPC are those of the snapshot. */
const ways: Record<Link['near'], readonly string[]> = {
  function: functionLinks.flatMap((one) => [
    `route add default ${hopTo('near', one)} table ${tableOf(one)}`,
    `rule add pref ${tableOf(one)} from 127.0.0.${one.number} lookup ${tableOf(one)}`,
  ]),
  vpc: [
    ...[...functionLinks, ...deviceLinks].flatMap((one) => [fromLink(one.nearName, one), perTable(tableOf(one))]),
    perTable(localTable),
    `rule add pref ${localTable} lookup ${localTable}`,
  ],
  nat: deviceLinks.flatMap((one) => [
    fromLink(one.farName, one),
    `route add default ${hopTo('near', one)} table ${tableOf(one)}`,
  ]),
  gateway: [
    fromLink(gatewayLink.farName, gatewayLink),
    `route add default ${hopTo('far', internetLink)} table ${tableOf(gatewayLink)}`,
    fromLink(internetLink.nearName, internetLink),
    `route add default ${hopTo('near', gatewayLink)} table ${tableOf(internetLink)}`,
  ],
  // Every address is one of this host, so what it sends has to be routed before local addresses are looked up.
  internet: [
    `route add default ${hopTo('near', internetLink)} table ${tableOf(internetLink)}`,
    `rule add pref 1 iif lo lookup ${tableOf(internetLink)}`,
    'rule add pref 2 lookup local',
    'rule del pref 0',
    'route add local default dev lo table local',
  ],
};

const namespaces = ['function', 'vpc', 'nat', 'gateway', 'internet'] as const;

/** Replies may come from anywhere, routers keep quiet, and a handshake that was cut off leaves nothing behind. */
const settings = `
for folder in /proc/sys/net/ipv4/conf/*; do
  echo 0 > $folder/rp_filter
  echo 0 > $folder/send_redirects
done
echo 1 > /proc/sys/net/ipv4/ip_forward
echo 2 > /proc/sys/net/ipv4/tcp_syncookies
`;

export const ipBatch = (lines: readonly string[]): string => `ip -batch - <<'END'\n${lines.join('\n')}\nEND\n`;

const furnish = (namespace: Link['near']): NamespaceScript => {
  const ends = links.flatMap((one) => [
    ...(one.near === namespace ? [{ name: one.nearName, address: addressOf('near', one) }] : []),
    ...(one.far === namespace ? [{ name: one.farName, address: addressOf('far', one) }] : []),
  ]);
  const up = ends.flatMap(({ name, address }) => [
    `addr add ${address}/32 dev ${name} scope link`,
    `link set ${name} up`,
  ]);
  return {
    namespace,
    script: `${settings}${ipBatch(['link set lo up', ...up, ...ways[namespace]])}`,
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
        ipBatch(pairs),
      ].join('\n'),
    },
  ],
  namespaces.map(furnish),
];
