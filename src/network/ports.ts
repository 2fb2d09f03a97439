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
const isInOne = (ports: PortSet, [only, ...others]: PortSet): boolean => {
  const [first, last] = [ports[0], ports.at(-1)];
  if (first === undefined || last === undefined || only === undefined || others.length > 0) return false;
  return only[0] <= first[0] && last[1] <= only[1];
};

/** What is in both; the first set itself, if all of it is. */
export const intersectPorts = (a: PortSet, b: PortSet): PortSet => {
  if (isInOne(a, b)) return a;
  const result: [number, number][] = [];
  for (const [aFrom, aTo] of a)
    for (const [bFrom, bTo] of b) {
      const from = Math.max(aFrom, bFrom);
      const to = Math.min(aTo, bTo);
      if (from <= to) result.push([from, to]);
    }
  return result;
};

export const subtractPorts = (a: PortSet, b: PortSet): PortSet => {
  let rest: [number, number][] = a.map(([from, to]) => [from, to]);
  for (const [bFrom, bTo] of b)
    rest = rest.flatMap(([from, to]): [number, number][] => {
      if (bTo < from || bFrom > to) return [[from, to]];
      const left: [number, number][] = from < bFrom ? [[from, bFrom - 1]] : [];
      const right: [number, number][] = bTo < to ? [[bTo + 1, to]] : [];
      return [...left, ...right];
    });
  return rest;
};

export const unitePorts = (a: PortSet, b: PortSet): PortSet => {
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
