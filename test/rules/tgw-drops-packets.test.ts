import { addTransitGateway } from '../support/resources.ts';
import { testRule } from '../support/rule-test.ts';
import {
  addTransitTable,
  droppingRoute,
  sendToTransit,
  setAssociation,
  transitRoute,
  transitTableId,
} from '../support/transit-gateways.ts';

const attachmentId = 'tgw-attach-0e5d4c3b2a1f0e9d8';
const transitGatewayId = 'tgw-0b7a6f5e4d3c2b1a0';
const missing = sendToTransit('0.0.0.0/0', transitRoute('10.0.0.0/8'));
const inTable = `Route table ${transitTableId} of transit gateway ${transitGatewayId}`;
const create = `aws ec2 create-transit-gateway-route --transit-gateway-route-table-id ${transitTableId}`;
const elsewhere = "--transit-gateway-attachment-id '<attachment behind which they lie>'";

testRule('tgw-drops-packets', {
  passes: {
    'a route to another attachment': sendToTransit('0.0.0.0/0', transitRoute('0.0.0.0/0')),
    'a table without a route, and no route of the VPC to its transit gateway': (n) => {
      addTransitGateway(n, 'private-a', 'private-b', 'private-c');
      addTransitTable(n);
    },
    'a blackhole that no packet meets': sendToTransit('10.2.0.0/16', droppingRoute('0.0.0.0/0')),
    "another account's transit gateway, which shows no association": (n) => {
      const target = addTransitGateway(n, 'private-a', 'private-b', 'private-c');
      for (const zone of ['a', 'b', 'c']) n.route(`private-${zone}`).target = { ...target };
    },
    'routes that could not be read': (n) => {
      missing(n);
      const action = 'ec2:SearchTransitGatewayRoutes';
      for (const table of n.all.transitGatewayRouteTables)
        table.routes = { status: 'unavailable', action, reason: 'access denied' };
    },
  },
  flags: {
    'no route to the internet': [
      missing,
      {
        severity: 'error',
        message: new RegExp(
          `^${inTable} has no route to the internet, so the transit gateway drops what ${attachmentId} sends there\\.$`,
        ),
        resource: () => transitTableId,
        fixText: new RegExp(`^Give ${transitTableId} a route to the internet, to the attachment of the network`),
        commands: () => [`${create} --destination-cidr-block 0.0.0.0/0 ${elsewhere}`],
        actor: 'you',
      },
    ],
    'a blackhole': [
      sendToTransit('0.0.0.0/0', droppingRoute('0.0.0.0/0'), transitRoute('10.0.0.0/8')),
      {
        severity: 'error',
        message: new RegExp(
          `^${inTable} has 0\\.0\\.0\\.0/0 in state blackhole, so the transit gateway drops packets to`,
        ),
        resource: () => transitTableId,
        commands: () => [
          `aws ec2 replace-transit-gateway-route --transit-gateway-route-table-id ${transitTableId} --destination-cidr-block 0.0.0.0/0 --no-blackhole ${elsewhere}`,
        ],
      },
    ],
    'a blackhole of a prefix list': [
      sendToTransit('0.0.0.0/0', { ...droppingRoute('0.0.0.0/0'), prefixListId: 'pl-0a1b2c3d4e5f60718' }),
      {
        severity: 'error',
        message: /has 0\.0\.0\.0\/0 in state blackhole/,
        resource: () => transitTableId,
        commands: () => [
          `aws ec2 modify-transit-gateway-prefix-list-reference --transit-gateway-route-table-id ${transitTableId} --prefix-list-id pl-0a1b2c3d4e5f60718 --no-blackhole ${elsewhere}`,
        ],
      },
    ],
    'an attachment without a route table': [
      (n) => {
        missing(n);
        setAssociation(n, null);
      },
      {
        severity: 'error',
        message: new RegExp(
          `^Attachment ${attachmentId} is associated with no route table of transit gateway ${transitGatewayId}, so .* packets to the internet included\\.$`,
        ),
        resource: () => attachmentId,
        commands: () => [
          `aws ec2 describe-transit-gateway-route-tables --filters Name=transit-gateway-id,Values=${transitGatewayId}`,
          `aws ec2 associate-transit-gateway-route-table --transit-gateway-route-table-id '<route table>' --transit-gateway-attachment-id ${attachmentId}`,
        ],
      },
    ],
  },
  skips: { transitGatewayVpcAttachments: missing, transitGatewayRouteTables: missing },
});
