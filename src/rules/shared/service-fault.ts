import type { AwsService } from '../../model/aws-hosts.ts';
import type { VpcEndpoint } from '../../model/kinds/vpc-endpoints.ts';
import type { BlockerOf } from '../../network/blocker.ts';
import type { Doubt } from '../../network/doubt.ts';
import { answersPrivateNames, endpointsFor, hasPrivateName } from '../../network/service.ts';
import { lookup } from '../../network/world.ts';
import type { Cause, OpenQuestion, RuleContext } from '../rule.ts';
import { askedIn, serviceOf } from './asked.ts';
import { tableIdOf } from './ways-out.ts';

/** The endpoint that would serve the function if one thing were changed, or none at all. */
export type ServiceFault =
  /** A gateway endpoint without a route in the subnet's table. */
  | { readonly kind: 'not-associated'; readonly endpoint: VpcEndpoint }
  /** An interface endpoint whose addresses the name of the service does not give. */
  | { readonly kind: 'no-private-name'; readonly endpoint: VpcEndpoint }
  | { readonly kind: 'not-available'; readonly endpoint: VpcEndpoint }
  | { readonly kind: 'no-endpoint' };

/** A service to which a table of the function leads by no way, or by none but one for which a name is needed. */
export type Unserved<Fault extends ServiceFault = ServiceFault> = Fault & {
  readonly cause: Cause<BlockerOf<'no-route'>> | Unnamed;
  readonly service: AwsService;
  readonly vpcId: string;
  readonly tableId: string;
};

/** What is unknown because the name of a service leads to an endpoint only if its owner's own DNS says so. */
type Unnamed = OpenQuestion & { readonly doubt: Extract<Doubt, { readonly kind: 'private-dns-off' }> };

const isUnnamed = (question: OpenQuestion): question is Unnamed => question.doubt.kind === 'private-dns-off';

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

const tablesOf = ({ hints, subnets }: Context, cause: Unserved['cause']): string[] => {
  if ('blocker' in cause) return [cause.blocker.routeTableId];
  const own = subnets.filter(({ id }) => cause.subnetIds.includes(id));
  return [...new Set(own.flatMap((subnet) => tableIdOf(hints, subnet) ?? []))];
};

/** The services that were asked for and have no way that is sure to work, each with what keeps an endpoint from serving. */
export const unservedServices = (context: Context): Unserved[] =>
  [...context.causes('no-route'), ...context.openQuestions.filter(isUnnamed)].flatMap((cause) => {
    const [target] = askedIn(context, cause);
    const service = target === undefined ? null : serviceOf(target, context.region);
    return tablesOf(context, cause).flatMap((tableId): Unserved[] => {
      const table = lookup(context.world.routeTables, tableId);
      if (service === null || table.status !== 'found') return [];
      const { vpcId } = table.item;
      return [{ ...faultOf(context, vpcId, tableId, service), cause, service, vpcId, tableId }];
    });
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
