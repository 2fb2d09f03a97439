import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  countPorts,
  ephemeralPorts,
  intersectPorts,
  type PortSet,
  portRange,
  portsText,
  subtractPorts,
  unitePorts,
} from '../../src/network/ports.ts';

const ports = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 63 }), fc.integer({ min: 0, max: 63 })), { maxLength: 6 })
  .map((pairs) => pairs.map(([a, b]) => portRange(Math.min(a, b), Math.max(a, b))).reduce(unitePorts, []));

const members = (set: PortSet): Set<number> =>
  new Set(Array.from({ length: 64 }, (_, port) => port).filter((port) => set.some(([a, b]) => a <= port && port <= b)));

const isNormal = (set: PortSet): boolean =>
  set.every(([from, to], index) => from <= to && (index === 0 || (set[index - 1]?.[1] ?? 0) + 1 < from));

it('is set algebra, port by port', () => {
  fc.assert(
    fc.property(ports, ports, (a, b) => {
      const [inA, inB] = [members(a), members(b)];
      const all = Array.from({ length: 64 }, (_, port) => port);
      expect([...members(unitePorts(a, b))]).toEqual(all.filter((port) => inA.has(port) || inB.has(port)));
      expect([...members(intersectPorts(a, b))]).toEqual(all.filter((port) => inA.has(port) && inB.has(port)));
      expect([...members(subtractPorts(a, b))]).toEqual(all.filter((port) => inA.has(port) && !inB.has(port)));
      for (const set of [unitePorts(a, b), intersectPorts(a, b), subtractPorts(a, b)]) expect(isNormal(set)).toBe(true);
      expect(countPorts(a)).toBe(inA.size);
    }),
  );
});

it('has 64,512 ephemeral ports, 1024 to 65535', () => {
  expect(countPorts(ephemeralPorts)).toBe(64_512);
});

it('shows single ports and ranges, and counts what is too many', () => {
  expect(portsText([[443, 443]])).toBe('443');
  expect(
    portsText([
      [80, 80],
      [1024, 65535],
    ]),
  ).toBe('80, 1024-65535');
  expect(
    portsText([
      [1, 1],
      [3, 3],
      [5, 5],
      [7, 7],
      [9, 9],
    ]),
  ).toBe('1, 3, 5, 7 and 1 more ranges');
});
