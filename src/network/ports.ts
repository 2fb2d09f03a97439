/** A set of ports as sorted, disjoint, non-adjacent intervals; both ends belong to it. */
export type PortSet = readonly (readonly [number, number])[];

export const noPorts: PortSet = [];
export const allPorts: PortSet = [[0, 65535]];

/**
 * Ports that Lambda and a NAT gateway choose for their side of a connection.
 * https://docs.aws.amazon.com/vpc/latest/userguide/custom-network-acl.html#nacl-ephemeral-ports
 */
export const ephemeralPorts: PortSet = [[1024, 65535]];

export const portRange = (from: number, to: number): PortSet => (from <= to ? [[from, to]] : noPorts);

/** Whether one interval holds all of a set. */
const isInOne = (ports: PortSet, holder: PortSet): boolean => {
  const [only, first, last] = [holder[0], ports[0], ports[ports.length - 1]];
  if (only === undefined || holder.length > 1 || first === undefined || last === undefined) return false;
  return only[0] <= first[0] && last[1] <= only[1];
};

/** What is in both; the first set itself, if all of it is. */
export const intersectPorts = (a: PortSet, b: PortSet): PortSet => {
  if (isInOne(a, b)) return a;
  const result: [number, number][] = [];
  for (const one of a)
    for (const other of b) {
      const from = Math.max(one[0], other[0]);
      const to = Math.min(one[1], other[1]);
      if (from <= to) result.push([from, to]);
    }
  return result;
};

/** Whether a set holds all of another. */
export const holdsPorts = (holder: PortSet, ports: PortSet): boolean =>
  ports.every(([from, to]) => holder.some(([first, last]) => first <= from && to <= last));

const withoutInterval = (a: PortSet, removed: readonly [number, number]): PortSet => {
  const rest: [number, number][] = [];
  for (const [from, to] of a) {
    if (from < removed[0]) rest.push([from, Math.min(to, removed[0] - 1)]);
    if (to > removed[1]) rest.push([Math.max(from, removed[1] + 1), to]);
  }
  return rest;
};

export const subtractPorts = (a: PortSet, b: PortSet): PortSet => (b.length === 0 ? a : b.reduce(withoutInterval, a));

export const unitePorts = (a: PortSet, b: PortSet): PortSet => {
  if (b.length === 0 || isInOne(b, a)) return a;
  if (a.length === 0 || isInOne(a, b)) return b;
  const sorted = [...a, ...b].sort((x, y) => x[0] - y[0]);
  const result: [number, number][] = [];
  for (const [from, to] of sorted) {
    const last = result.at(-1);
    if (last !== undefined && from <= last[1] + 1) last[1] = Math.max(last[1], to);
    else result.push([from, to]);
  }
  return result;
};

export const countPorts = (ports: PortSet): number => ports.reduce((sum, [from, to]) => sum + to - from + 1, 0);

export const samePorts = (a: PortSet, b: PortSet): boolean =>
  a.length === b.length && a.every(([from, to], index) => from === b[index]?.[0] && to === b[index]?.[1]);

/** `443`, `1024-32767`, `80, 443`; more than four intervals end in a count. */
export const portsText = (ports: PortSet): string => {
  const words = ports.map(([from, to]) => (from === to ? String(from) : `${from}-${to}`));
  return words.length <= 4 ? words.join(', ') : `${words.slice(0, 4).join(', ')} and ${words.length - 4} more ranges`;
};
