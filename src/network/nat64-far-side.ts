import type { Route } from '../model/kinds/route-tables.ts';
import type { Packets } from './packets-to-addresses.ts';
import { natGatewaySteps } from './path/nat-gateway.ts';
import { privateAddressSteps } from './path/private-address.ts';
import { intersectPorts } from './ports.ts';
import { decisionOf, wantedPorts } from './reach.ts';
import type { Step } from './step.ts';

/** Rules that test the function's own address see its IPv6 address, which is not what an IPv4 path says of them. */
const isClosed = ({ outcome }: Step, atom: number, port: number): boolean => {
  if (outcome.kind !== 'gate' || outcome.gate.address !== 'destination') return false;
  const { gate } = outcome;
  const { upper } = decisionOf(gate, atom, { atom, weight: 1 });
  return intersectPorts(upper, wantedPorts(port)[gate.port]).length === 0;
};

/**
 * Whether a NAT gateway certainly cannot pass on what it turns into IPv4: all addresses of the target are looked up a
 * second time, in its own subnet. https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-nat64-dns64.html
 */
export const isStoppedBehindNatGateway = (
  { context, reached }: Packets,
  tableId: string,
  route: Route,
  port: number,
): boolean => {
  const { target } = route;
  if (target.kind !== 'nat-gateway' || context.axis.family !== 'ipv4') return false;
  const isStopped = (atom: number): boolean => {
    const legs = natGatewaySteps(context, target.id, tableId, route, atom);
    return (legs.others ?? [legs]).every(({ steps, reply }) => {
      const onward = [...steps, ...privateAddressSteps(context, atom, steps)];
      return (
        onward.some((step) => step.outcome.kind === 'blocks' || isClosed(step, atom, port)) ||
        reply.some((step) => isClosed(step, atom, port))
      );
    });
  };
  const atoms = reached.flatMap((each) => each.atoms);
  return atoms.length > 0 && atoms.every(isStopped);
};
