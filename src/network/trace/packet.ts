import type { HopKind } from '../../model/report.ts';
import type { Address } from './block.ts';

/** One TCP connection of a function, addresses as text. */
export interface Packet {
  readonly subnetId: string;
  readonly securityGroupIds: readonly string[];
  /** Account that owns the function; another one than the subnet's owner means a shared VPC. */
  readonly functionAccount: string;
  /** Whether Lambda lets the function send IPv6: its setting Ipv6AllowedForDualStack. */
  readonly ipv6Allowed: boolean;
  /** Whether an EC2 instance of a capacity provider sends it, whose addresses nobody read; otherwise Lambda's interface. */
  readonly onInstances?: boolean;
  /** Address of Lambda's interface, inside the subnet: a private IPv4 address, or an IPv6 address. */
  readonly sourceAddress: string;
  /** Address of the same family. */
  readonly destination: string;
  readonly destinationPort: number;
  /** Port that the function's side sends from and to which the reply comes back. */
  readonly functionPort: number;
  /** The interface endpoint to which the name of a service leads; its interfaces may not have been read. */
  readonly endpointId?: string | null;
  /** Port that a NAT gateway sends from. A NAT instance keeps the function's port. */
  readonly natPort: number;
}

/** The same packet with its addresses ready to be compared. */
export interface NumberedPacket extends Omit<Packet, 'sourceAddress' | 'destination'> {
  readonly sourceAddress: Address;
  readonly destination: Address;
}

/** What one place on the way does with one packet. */
export type Decision = 'passes' | 'blocks' | 'unknown';

export interface TraceHop {
  readonly where: HopKind | 'vpc';
  readonly resource: string;
  /** The rule, route or fact that decides. */
  readonly rule: string;
}

export interface Trace {
  /** `fails` only if something known stops the packet or its reply; `works` only if everything is known and passes. */
  readonly outcome: 'works' | 'fails' | 'unknown';
  /** Where the packet and then its reply came by, up to the place that stops it; if each of several ways does, all of them. */
  readonly hops: readonly TraceHop[];
  /** Id of the resource that stops it. */
  readonly stoppedBy: string | null;
}

/** The way of one packet so far. It goes on behind what is unknown, since something known behind it may stop it. */
export class Walk {
  readonly #hops: TraceHop[] = [];
  #unknown = false;
  #stoppedBy: string | null = null;

  /** Whether the packet goes on. */
  meet(where: TraceHop['where'], resource: string, decision: Decision, rule: string): boolean {
    this.#hops.push({ where, resource, rule });
    if (decision === 'unknown') this.#unknown = true;
    if (decision === 'blocks') this.#stoppedBy = resource;
    return decision !== 'blocks';
  }

  /** Goes on behind several ways of which AWS takes one: stopped only if each is, known only if each works. */
  join(forks: readonly Walk[], resource: string): boolean {
    const traces = forks.map((fork) => fork.trace());
    const agreed = traces.every(({ outcome }) => outcome !== 'unknown' && outcome === traces[0]?.outcome);
    if (!agreed || traces.length === 0) return this.meet('route', resource, 'unknown', 'one of several routes');
    const stopped = traces[0]?.outcome === 'fails';
    for (const { hops } of stopped ? traces.toReversed() : traces.slice(0, 1)) this.#hops.push(...hops);
    const stoppers = new Set(traces.flatMap(({ stoppedBy }) => (stoppedBy === null ? [] : [stoppedBy])));
    if (stoppers.size > 0) this.#stoppedBy = [...stoppers].join(', ');
    return stoppers.size === 0;
  }

  trace(): Trace {
    const outcome = this.#stoppedBy !== null ? 'fails' : this.#unknown ? 'unknown' : 'works';
    return { outcome, hops: this.#hops, stoppedBy: this.#stoppedBy };
  }
}
