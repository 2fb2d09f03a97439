import type { AwsService } from '../../model/aws-hosts.ts';
import type { VpcEndpoint } from '../../model/kinds/vpc-endpoints.ts';
import { targetName } from '../../model/target.ts';
import { endpointsFor } from '../../network/service.ts';
import { accountOf } from '../../network/world.ts';
import type { Observation, Occurrence, RuleContext } from '../rule.ts';
import { serviceOf } from './asked.ts';
import { hasGatewayEndpoint } from './endpoint-commands.ts';
import { tableIdOf } from './ways-out.ts';

/** Packets to a service with gateway endpoints that take a NAT gateway and arrive. */
export interface PastGatewayEndpoint {
  readonly service: AwsService;
  readonly vpcId: string;
  /** The endpoint that could take them for nothing; null if the VPC has none. */
  readonly endpoint: VpcEndpoint | null;
  readonly natGatewayIds: readonly string[];
  /** The tables that send them to the NAT gateway. */
  readonly tableIds: readonly string[];
  readonly where: Occurrence;
}

type Context = RuleContext<'vpcEndpoints'>;

const natGatewaysOf = ({ resources }: Observation): string[] => [...resources].filter((id) => id.startsWith('nat-'));

const occurrenceOf = (seen: readonly Observation[], target: string): Occurrence => ({
  subnetIds: seen.map(({ subnetId }) => subnetId),
  targets: [target],
  severity: 'note',
  onlyByDefault: false,
  evidence: seen.flatMap((each) =>
    natGatewaysOf(each).map((id) => ({ resource: each.subnetId, note: `reaches ${target} by ${id}` })),
  ),
  also: [],
});

/**
 * Nothing is said of a shared VPC, whose endpoints a participant cannot see.
 * https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html
 */
export const pastGatewayEndpoint = (context: Context): PastGatewayEndpoint[] => {
  const { fn, hints, observations, questions, region, subnets, world } = context;
  const account = accountOf(fn);
  const own = subnets.filter(({ ownerId }) => ownerId === null || ownerId === account);
  return questions.flatMap(({ target }) => {
    const service = serviceOf(target, region);
    const vpcId = own[0]?.vpcId;
    if (service === null || vpcId === undefined || service.region !== region || !hasGatewayEndpoint(service)) return [];
    const gateways = endpointsFor(world.vpcEndpoints, vpcId, service).filter(({ type }) => type === 'Gateway');
    const endpoint = gateways.find(({ state }) => state === 'available') ?? null;
    if (endpoint === null && gateways.length > 0) return [];
    const tables = new Map(own.map((subnet) => [subnet.id as string, tableIdOf(hints, subnet)]));
    const seen = observations.filter((each) => {
      const table = tables.get(each.subnetId) ?? null;
      const isServed = endpoint?.routeTableIds.some((id) => id === table) ?? false;
      const isPast = each.target === targetName(target) && each.verdict === 'reachable';
      return isPast && table !== null && !isServed && natGatewaysOf(each).length > 0;
    });
    if (seen.length === 0) return [];
    const tableIds = [...new Set(seen.flatMap(({ subnetId }) => tables.get(subnetId) ?? []))];
    const natGatewayIds = [...new Set(seen.flatMap(natGatewaysOf))];
    return [{ service, vpcId, endpoint, natGatewayIds, tableIds, where: occurrenceOf(seen, targetName(target)) }];
  });
};
