export const everywhere = '0.0.0.0/0';

/** Blocks that overlap, nest and share bounds: the whole internet, parts of it, single addresses. */
export const blocks = [
  everywhere,
  everywhere,
  '0.0.0.0/1',
  '128.0.0.0/1',
  '8.0.0.0/6',
  '8.0.0.0/8',
  '8.8.8.8/32',
  '1.1.1.0/24',
  '93.184.216.34/32',
  '93.184.128.0/17',
  '52.0.0.0/8',
  '192.0.0.0/6',
] as const;

/** Blocks in which the function's addresses lie, all or some of them. */
export const ownBlocks = [
  '10.0.0.0/16',
  '10.0.11.0/24',
  '10.0.12.0/23',
  '10.0.11.64/26',
  '10.0.12.128/25',
  '10.0.13.57/32',
] as const;

/** Blocks in which the hosts of the random networks lie, all or some of them, and blocks beside them. */
export const hostBlocks = [
  everywhere,
  '10.0.0.0/16',
  '10.0.40.0/24',
  '10.0.40.0/23',
  '10.0.40.0/28',
  '10.0.40.128/25',
  '10.0.41.130/32',
  '10.0.11.192/26',
  '10.0.0.0/19',
] as const;

export const everywhereIpv6 = '::/0';

/** Blocks of the IPv6 internet that overlap, nest and share bounds. */
export const ipv6Blocks = [
  everywhereIpv6,
  everywhereIpv6,
  '2000::/3',
  '2000::/6',
  '2600::/12',
  '2606:4700::/32',
  '2606:4700:4700::1111/128',
  '2a00::/11',
  '2a00:1450:4001::/48',
] as const;

/** Blocks in which the function's IPv6 addresses lie, all or some of them. */
export const ownIpv6Blocks = [
  '2001:db8:1234:1a00::/56',
  '2001:db8:1234:1a11::/64',
  '2001:db8:1234:1a12::/63',
  '2001:db8:1234:1a11:8000::/65',
  '2001:db8:1234:1a12::/66',
  '2001:db8:1234:1a13:4000::/67',
] as const;

/** Blocks in which the hosts' IPv6 addresses lie, all or some of them. */
export const hostIpv6Blocks = [
  everywhereIpv6,
  '2001:db8:1234:1a00::/56',
  '2001:db8:1234:1a40::/64',
  '2001:db8:1234:1a40::7/128',
  '2001:db8:1234:1a40:8000::/65',
] as const;

type PortRange = readonly [from: number, to: number];

/** Ports that requests have. */
export const requestPorts: readonly PortRange[] = [
  [443, 443],
  [80, 443],
  [0, 1023],
  [0, 65535],
  [443, 1024],
  [443, 65534],
];

/** Ports that replies have. */
export const replyPorts: readonly PortRange[] = [
  [1024, 65535],
  [1025, 65535],
  [1024, 65534],
  [32768, 61000],
  [32768, 65535],
  [1024, 32767],
  [49152, 65535],
];

export const portRanges: readonly PortRange[] = [...requestPorts, ...replyPorts, [65535, 65535]];
