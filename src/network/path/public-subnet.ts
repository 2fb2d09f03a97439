import type { Route } from '../../model/kinds/route-tables.ts';
import { blocks, type Step, unknown } from '../step.ts';
import { destinationText } from '../words.ts';
import { itemsOf } from '../world.ts';
import type { PathContext } from './context.ts';
import { internetGatewaySteps } from './internet-gateway.ts';
import { isOnInstances, publicAddressDoubt } from './managed-instance.ts';

const sameSet = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((id) => b.includes(id));

/** A public address on an interface that Lambda made for this subnet and these groups; it lasts until Lambda replaces it. */
const publicAddressOfLambda = (context: PathContext): string | null =>
  itemsOf(context.world.networkInterfaces)
    .filter(
      (eni) =>
        eni.ofLambda &&
        eni.subnetId === context.subnet.id &&
        sameSet(eni.securityGroupIds, context.securityGroupIds) &&
        eni.privateIpAddresses.some(({ publicIp }) => publicIp !== null),
    )
    .map((eni) => eni.id)[0] ?? null;

/**
 * The function's own subnet sends the packet to an internet gateway, which serves only interfaces with a public IPv4
 * address. Lambda gives its interfaces none.
 * https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc-internet.html
 */
export const publicSubnetSteps = (
  context: PathContext,
  internetGatewayId: string,
  tableId: string,
  route: Route,
): Step[] => {
  const hop = 'internet-gateway';
  const rest = internetGatewaySteps(context, internetGatewayId, context.subnet, 'function', hop);
  if (isOnInstances(context.fn))
    return [unknown(hop, internetGatewayId, publicAddressDoubt(context.subnet.id)), ...rest];
  const eni = publicAddressOfLambda(context);
  const first =
    eni === null
      ? blocks(hop, internetGatewayId, {
          kind: 'public-subnet',
          internetGatewayId,
          routeTableId: tableId,
          destination: destinationText(route),
        })
      : unknown(hop, internetGatewayId, {
          kind: 'public-address-on-lambda-interface',
          resource: eni,
          internetGatewayId,
        });
  return [first, ...rest];
};
