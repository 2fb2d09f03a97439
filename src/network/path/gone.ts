import type { RouteTarget } from '../../model/kinds/route-tables.ts';
import { lookup } from '../world.ts';
import { isShared, type PathContext } from './context.ts';

/** Endpoints in these states carry nothing any more. */
export const deadEndpointStates: readonly string[] = ['deleted', 'failed', 'rejected', 'expired'];

/** Whether a route's target is a NAT gateway or an endpoint of our own VPC that does not exist or work any more. */
export const isGone = (context: PathContext, target: RouteTarget): boolean => {
  if (target.kind === 'nat-gateway') {
    const nat = lookup(context.world.natGateways, target.id);
    if (nat.status === 'found') return nat.item.state === 'deleted' || nat.item.state === 'failed';
    return nat.status === 'missing' && !isShared(context);
  }
  if (target.kind !== 'vpc-endpoint') return false;
  const endpoint = lookup(context.world.vpcEndpoints, target.id);
  if (endpoint.status === 'found') return deadEndpointStates.includes(endpoint.item.state);
  return endpoint.status === 'missing' && !isShared(context);
};
