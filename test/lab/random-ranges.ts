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
