import { paginateSearchTransitGatewayRoutes, type TransitGatewayRoute as RawRoute } from '@aws-sdk/client-ec2';
import { PrefixListId, TransitGatewayRouteTableId } from '../model/ids.ts';
import { TransitGatewayRoute, type TransitGatewayRouteTable } from '../model/kinds/transit-gateway-route-tables.ts';
import { Incomplete, openWord, optional, optionalWord, required, text } from './answer.ts';
import type { Aws } from './aws.ts';
import { defineCollector } from './collector.ts';
import { readPages } from './pages.ts';
import { reasonOf } from './unavailable.ts';

type Routes = TransitGatewayRouteTable['routes'];

const action = 'ec2:SearchTransitGatewayRoutes';
const notRead: Routes = { status: 'unavailable', action, reason: 'not read' };

/** A route without a range could match any address, so an answer with one is not understood. */
export const fromAws = (raw: RawRoute): TransitGatewayRoute => ({
  cidr: required(TransitGatewayRoute.shape.cidr, raw.DestinationCidrBlock),
  prefixListId: optional(PrefixListId, raw.PrefixListId),
  type: optionalWord(TransitGatewayRoute.shape.type.unwrap(), raw.Type),
  state: openWord(TransitGatewayRoute.shape.state, raw.State),
  attachments: (raw.TransitGatewayAttachments ?? []).map((attachment) => ({
    id: attachment.TransitGatewayAttachmentId ?? '',
    resourceId: text(attachment.ResourceId),
  })),
});

/**
 * All routes that are in force. A filter is required, a page has 1,000 routes if nothing is said, and an answer that
 * holds back routes without a token for them proves nothing about any address.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_SearchTransitGatewayRoutes.html
 */
const routesOf = async (aws: Aws, id: TransitGatewayRouteTableId): Promise<Routes> => {
  try {
    const Filters = [{ Name: 'state', Values: ['active', 'blackhole'] }];
    const input = { TransitGatewayRouteTableId: id, Filters };
    const pages = paginateSearchTransitGatewayRoutes({ client: aws.ec2 }, input, aws.options);
    const value = await readPages(
      pages,
      (page) => {
        if (page.AdditionalRoutesAvailable && !page.NextToken) throw new Incomplete();
        return page.Routes;
      },
      fromAws,
    );
    return { status: 'known', value };
  } catch (error) {
    return { status: 'unavailable', action, reason: reasonOf(error) };
  }
};

/** Nothing lists them: an attachment names its table, and the routes of one that is named are read. */
export default defineCollector({
  kind: 'transitGatewayRouteTables',
  actions: [action],
  scope: 'region',
  collect: async () => [],
  belongs: (table, { referenced }) => referenced.has(table.id),
  mentioned: (id) => {
    const parsed = TransitGatewayRouteTableId.safeParse(id);
    return parsed.success ? { id: parsed.data, routes: notRead } : null;
  },
  details: (aws, tables, wanted) =>
    Promise.all(
      tables.map(async (table) => (wanted.has(table.id) ? { ...table, routes: await routesOf(aws, table.id) } : table)),
    ),
});
