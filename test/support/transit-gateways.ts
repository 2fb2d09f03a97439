import type { TransitGatewayRoute } from '../../src/model/kinds/transit-gateway-route-tables.ts';
import type { TransitGatewayRouting } from '../../src/model/kinds/transit-gateway-vpc-attachments.ts';
import type { Network } from './network.ts';
import { addTransitGateway } from './resources.ts';
import { privateSubnets } from './targets.ts';

export const transitTableId: `tgw-rtb-${string}` = 'tgw-rtb-0a9b8c7d6e5f40312';

/** The VPC behind most routes, and its attachment. */
export const farAttachment = { id: 'tgw-attach-0b1c2d3e4f5061728', resourceId: 'vpc-0c1d2e3f405162738' } as const;

/** A route that the attachment of another VPC propagates. */
export const transitRoute = (cidr: string, over: Partial<TransitGatewayRoute> = {}): TransitGatewayRoute => ({
  cidr,
  prefixListId: null,
  type: 'propagated',
  state: 'active',
  attachments: [farAttachment],
  ...over,
});

/** A static route that drops what it matches. */
export const droppingRoute = (cidr: string): TransitGatewayRoute =>
  transitRoute(cidr, { type: 'static', state: 'blackhole', attachments: [] });

/** How the account's own transit gateway treats what comes in by the attachments of the VPC. */
export const setAssociation = (n: Network, association: TransitGatewayRouting['association']): void => {
  const owner = { transitGatewayOwnerId: '123456789012', vpcOwnerId: '123456789012' };
  for (const attachment of n.all.transitGatewayVpcAttachments)
    attachment.routing = { status: 'known', value: { ...owner, association: association && { ...association } } };
};

/** The account's own transit gateway, with which the attachments are associated by a table with these routes. */
export const addTransitTable = (n: Network, ...routes: readonly TransitGatewayRoute[]): void => {
  setAssociation(n, { routeTableId: transitTableId, state: 'associated' });
  const value = routes.map((route) => ({ ...route, attachments: route.attachments.map((each) => ({ ...each })) }));
  n.all.transitGatewayRouteTables.push({ id: transitTableId, routes: { status: 'known', value } });
};

/** Sends a range, or all, of the three private subnets to an own transit gateway whose table has these routes. */
export const sendToTransit =
  (destination: string, ...routes: readonly TransitGatewayRoute[]) =>
  (n: Network): void => {
    const target = addTransitGateway(n, ...privateSubnets);
    for (const table of privateSubnets) {
      if (
        n
          .routeTable(table)
          .routes.some((route) => 'cidr' in route.destination && route.destination.cidr === destination)
      )
        n.removeRoute(table, destination);
      n.addRoute(table, destination, target);
    }
    addTransitTable(n, ...routes);
  };
