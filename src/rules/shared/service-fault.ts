import type { AwsService } from '../../model/aws-hosts.ts';
import type { VpcEndpoint } from '../../model/kinds/vpc-endpoints.ts';
import type { BlockerOf } from '../../network/blocker.ts';
import { answersPrivateNames, endpointsFor, hasPrivateName } from '../../network/service.ts';
import { lookup } from '../../network/world.ts';
import type { Cause, RuleContext } from '../rule.ts';
import { askedIn, serviceOf } from './asked.ts';

/** The endpoint that would serve the function if one thing were changed, or none at all. */
export type ServiceFault =
  /** A gateway endpoint without a route in the subnet's table. */
  | { readonly kind: 'not-associated'; readonly endpoint: VpcEndpoint }
  /** An interface endpoint whose addresses the name of the service does not give. */
  | { readonly kind: 'no-private-name'; readonly endpoint: VpcEndpoint }
  | { readonly kind: 'not-available'; readonly endpoint: VpcEndpoint }
  | { readonly kind: 'no-endpoint' };

/** A service to which a table of the function has no route, neither by an endpoint nor to the internet. */
export type Unserved<Fault extends ServiceFault = ServiceFault> = Fault & {
  readonly cause: Cause<BlockerOf<'no-route'>>;
  readonly service: AwsService;
  readonly vpcId: string;
  readonly tableId: string;
};

type Context = RuleContext<'routeTables' | 'vpcEndpoints' | 'vpcs'>;

const isServing = ({ state }: VpcEndpoint): boolean => state === 'available';

const faultOf = ({ world }: Context, vpcId: string, tableId: string, service: AwsService): ServiceFault => {
  const endpoints = endpointsFor(world.vpcEndpoints, vpcId, service);
  const serving = endpoints.filter(isServing);
  const gateway = serving.find(({ type }) => type === 'Gateway');
  if (gateway?.routeTableIds.every((id) => id !== tableId)) return { kind: 'not-associated', endpoint: gateway };
  const vpc = lookup(world.vpcs, vpcId);
  const isAnswered = vpc.status !== 'found' || answersPrivateNames(vpc.item);
  const nameless = serving.find((found) => found.type === 'Interface' && (!isAnswered || !hasPrivateName(found)));
  if (nameless !== undefined) return { kind: 'no-private-name', endpoint: nameless };
  const [broken] = endpoints.filter((endpoint) => !isServing(endpoint));
  return broken === undefined ? { kind: 'no-endpoint' } : { kind: 'not-available', endpoint: broken };
};

/** The services that were asked for and are blocked for want of a route, each with what keeps an endpoint from serving. */
export const unservedServices = (context: Context): Unserved[] =>
  context.causes('no-route').flatMap((cause) => {
    const [target] = askedIn(context, cause);
    const service = target === undefined ? null : serviceOf(target, context.region);
    const { routeTableId: tableId } = cause.blocker;
    const table = lookup(context.world.routeTables, tableId);
    if (service === null || table.status !== 'found') return [];
    const { vpcId } = table.item;
    return [{ ...faultOf(context, vpcId, tableId, service), cause, service, vpcId, tableId }];
  });

/** Those with one fault. */
export const withFault = <Kind extends ServiceFault['kind']>(
  unserved: readonly Unserved[],
  kind: Kind,
): Unserved<Extract<ServiceFault, { readonly kind: Kind }>>[] =>
  unserved.filter((found): found is Unserved<Extract<ServiceFault, { readonly kind: Kind }>> => found.kind === kind);

/** The tables that lack a route to one service: one finding names them all. */
export const tablesLacking = (unserved: readonly Unserved[], { service, vpcId }: Unserved): string[] => [
  ...new Set(
    unserved
      .filter((other) => other.vpcId === vpcId && other.service.service === service.service)
      .map(({ tableId }) => tableId),
  ),
];
