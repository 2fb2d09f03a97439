import type { Route as RawRoute } from '@aws-sdk/client-ec2';
import * as id from '../model/ids.ts';
import type { RouteTarget } from '../model/kinds/route-tables.ts';

type Field = Exclude<keyof RawRoute, `Destination${string}` | 'Origin' | 'State' | 'InstanceOwnerId'>;
type ReadTarget = (value: string, raw: RawRoute) => RouteTarget | null;

/** GatewayId names gateways and endpoints of several kinds, and `local`. */
const gateway: ReadTarget = (value) => {
  if (value === 'local') return { kind: 'local' };
  const internetGateway = id.InternetGatewayId.safeParse(value);
  if (internetGateway.success) return { kind: 'internet-gateway', id: internetGateway.data };
  const privateGateway = id.VirtualPrivateGatewayId.safeParse(value);
  if (privateGateway.success) return { kind: 'virtual-private-gateway', id: privateGateway.data };
  const endpoint = id.VpcEndpointId.safeParse(value);
  return endpoint.success ? { kind: 'vpc-endpoint', id: endpoint.data } : null;
};

const networkInterface: ReadTarget = (value, raw) => {
  const eni = id.NetworkInterfaceId.safeParse(value);
  const instance = id.InstanceId.safeParse(raw.InstanceId);
  if (!eni.success) return null;
  return { kind: 'network-interface', id: eni.data, instanceId: instance.success ? instance.data : null };
};

interface IdSchema<Id> {
  safeParse(value: unknown): { readonly success: true; readonly data: Id } | { readonly success: false };
}

const targetOf =
  <Id>(schema: IdSchema<Id>, target: (id: Id) => RouteTarget): ReadTarget =>
  (value) => {
    const parsed = schema.safeParse(value);
    return parsed.success ? target(parsed.data) : null;
  };

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Route.html */
const targets: readonly (readonly [Field, ReadTarget])[] = [
  ['GatewayId', gateway],
  ['NatGatewayId', targetOf(id.NatGatewayId, (id) => ({ kind: 'nat-gateway', id }))],
  [
    'EgressOnlyInternetGatewayId',
    targetOf(id.EgressOnlyInternetGatewayId, (id) => ({ kind: 'egress-only-internet-gateway', id })),
  ],
  ['TransitGatewayId', targetOf(id.TransitGatewayId, (id) => ({ kind: 'transit-gateway', id }))],
  ['VpcPeeringConnectionId', targetOf(id.VpcPeeringConnectionId, (id) => ({ kind: 'vpc-peering-connection', id }))],
  ['NetworkInterfaceId', networkInterface],
  ['LocalGatewayId', targetOf(id.LocalGatewayId, (id) => ({ kind: 'local-gateway', id }))],
  ['CarrierGatewayId', targetOf(id.CarrierGatewayId, (id) => ({ kind: 'carrier-gateway', id }))],
  ['CoreNetworkArn', (arn) => ({ kind: 'core-network', arn })],
  ['OdbNetworkArn', (arn) => ({ kind: 'odb-network', arn })],
  ['IpAddress', () => null],
];

const instanceTarget = targetOf(id.InstanceId, (id) => ({ kind: 'instance', id }));

/**
 * Where a route sends packets: exactly one of many fields says it. An active route that names nothing has a target
 * that this version does not know; a blackhole that names nothing has lost its target.
 */
export const routeTarget = (raw: RawRoute): RouteTarget => {
  const named = targets.flatMap(([field, read]) => {
    const value = raw[field];
    return value ? [{ value, target: read(value, raw) }] : [];
  });
  const [first, second] = named;
  if (second) return { kind: 'unknown', raw: named.map(({ value }) => value).join(' ') };
  if (first) return first.target ?? { kind: 'unknown', raw: first.value };
  if (raw.InstanceId) return instanceTarget(raw.InstanceId, raw) ?? { kind: 'unknown', raw: raw.InstanceId };
  return raw.State === 'blackhole' ? { kind: 'none' } : { kind: 'unknown', raw: 'no target' };
};
