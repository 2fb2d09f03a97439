import type { TransitGatewayRouting } from '../../../src/model/kinds/transit-gateway-vpc-attachments.ts';
import type { Network } from '../../support/network.ts';
import { shareVpc } from '../../support/resources.ts';
import {
  droppingRoute,
  sendToTransit,
  setAssociation,
  transitRoute,
  transitTableId,
} from '../../support/transit-gateways.ts';
import { pages } from '../pages.ts';
import { allThree, type TruthRow } from '../row.ts';

const target = '10.2.0.7:5432';
const drops = 'tgw-drops-packets';
const silent = ['path-blocked', 'no-internet-route', 'tgw-attachment-az-gap', 'blackhole-route', 'peering-problem'];

const blocked = {
  target,
  ...allThree('blocked'),
  speaks: { [drops]: 'error' },
  silent: [...silent, 'egress-path-unverified', 'inconsistent-subnet-egress', 'missing-permission'],
} as const;
const unknown = {
  target,
  ...allThree('unknown'),
  speaks: { 'egress-path-unverified': 'note' },
  silent: [...silent, drops],
} as const;

/** The transit gateway would drop the packets by its table, if that is the one that decides. */
const withTableThatDrops =
  (change: (n: Network) => void) =>
  (n: Network): void => {
    sendToTransit('10.2.0.0/16', droppingRoute('0.0.0.0/0'))(n);
    change(n);
  };

const associated = (association: TransitGatewayRouting['association']) =>
  withTableThatDrops((n) => setAssociation(n, association));

/** Which table of the transit gateway decides, and whether that can be told. */
export const transitGatewayAssociations: readonly TruthRow[] = [
  {
    name: 'an own transit gateway, with no table of which the attachment is associated',
    change: associated(null),
    ...blocked,
    page: pages.transitGatewayPolicyTables,
  },
  {
    name: 'an own transit gateway, from whose table the attachment was disassociated',
    change: associated({ routeTableId: transitTableId, state: 'disassociated' }),
    ...blocked,
    page: pages.transitGatewayPolicyTables,
  },
  ...(['associating', 'disassociating'] as const).map(
    (state): TruthRow => ({
      name: `an own transit gateway, with whose table the attachment is ${state}`,
      change: associated({ routeTableId: transitTableId, state }),
      ...unknown,
      page: pages.transitGatewayRouting,
      uncertain: 'whether the table decides while the association changes is not documented',
    }),
  ),
  {
    name: 'an own transit gateway, of which a policy table decides',
    change: associated({ routeTableId: null, state: 'associated' }),
    ...unknown,
    page: pages.transitGatewayPolicyTables,
    uncertain: 'the rules of a policy table are not read',
  },
  {
    name: "another account's transit gateway, which shows no association",
    change: withTableThatDrops((n) => {
      const owner = { transitGatewayOwnerId: '999999999999', vpcOwnerId: '123456789012', association: null };
      for (const attachment of n.all.transitGatewayVpcAttachments)
        attachment.routing = { status: 'known', value: owner };
    }),
    ...unknown,
    page: pages.transitGatewaySharing,
    uncertain: 'only the owner of a transit gateway sees its tables and associations',
  },
  {
    name: 'a transit gateway whose owner is not told, without an association',
    change: withTableThatDrops((n) => {
      const owner = { transitGatewayOwnerId: null, vpcOwnerId: null, association: null };
      for (const attachment of n.all.transitGatewayVpcAttachments)
        attachment.routing = { status: 'known', value: owner };
    }),
    ...unknown,
    page: pages.transitGatewaySharing,
    uncertain: 'it may be of another account, which shows no association',
  },
  {
    name: 'an own transit gateway, whose attachments may not be described',
    change: withTableThatDrops((n) => {
      const action = 'ec2:DescribeTransitGatewayAttachments';
      for (const attachment of n.all.transitGatewayVpcAttachments)
        attachment.routing = { status: 'unavailable', action, reason: 'access denied' };
    }),
    target,
    ...allThree('unknown'),
    speaks: { 'missing-permission': 'warning' },
    silent: [...silent, drops, 'egress-path-unverified'],
    page: pages.ec2Permissions,
  },
  {
    name: 'an own transit gateway in a VPC that another account shares, and a route to another attachment',
    change: (n) => {
      sendToTransit('10.2.0.0/16', transitRoute('10.2.0.0/16'))(n);
      shareVpc(n);
    },
    ...unknown,
    open: ['shared-vpc-limited-visibility'],
    page: pages.transitGatewaySharing,
    uncertain: 'what stands behind the other attachment is out of sight',
  },
  {
    name: 'an attachment that is being made, to a transit gateway that would drop the packets',
    change: withTableThatDrops((n) => {
      for (const attachment of n.all.transitGatewayVpcAttachments) attachment.state = 'pending';
    }),
    ...unknown,
    page: pages.transitGateway,
    uncertain: 'what a transit gateway does with packets of an attachment that is being made is not documented',
  },
];
