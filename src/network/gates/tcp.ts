import type { RulePorts } from '../../model/kinds/network-acls.ts';
import { type AddressRange, parseCidr } from '../address.ts';
import { type Axis, type Span, spanOf } from '../axis.ts';
import { allPorts, type PortSet, portRange } from '../ports.ts';

/** IP protocol number of TCP as rules write it. */
const tcp = '6';

export type Direction = 'ingress' | 'egress';

export const concernsTcp = (rule: { readonly protocol: string }): boolean =>
  rule.protocol === tcp || rule.protocol === '-1';

/** Ports of a rule that concerns TCP; null if the answer left them out. A rule for all protocols covers all ports. */
export const portsOf = (protocol: string, ports: RulePorts): PortSet | null => {
  if (protocol === '-1' || ports.kind === 'all') return allPorts;
  return ports.kind === 'range' ? portRange(ports.from, ports.to) : null;
};

export const rangesOf = (cidrs: readonly string[]): AddressRange[] =>
  cidrs.map(parseCidr).filter((range): range is AddressRange => range !== null);

export const everywhere = (axis: Axis): Span[] => [{ from: 0, to: axis.atoms }];

export const spansOf = (axis: Axis, ranges: readonly AddressRange[]): Span[] =>
  ranges.filter((range) => range.family === axis.family).map((range) => spanOf(axis, range));
