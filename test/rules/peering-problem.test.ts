import { deleteS3Endpoint, s3PrefixList } from '../support/endpoints.ts';
import { withPeerVpc } from '../support/peer-vpc.ts';
import { addPeering } from '../support/resources.ts';
import { asking, testRule } from '../support/rule-test.ts';
import { privateSubnets, removeDefaultRoutes } from '../support/targets.ts';

const pcx = 'pcx-0f1e2d3c4b5a69788';
const resource = (): string => pcx;
const noRoute = withPeerVpc((n) => n.removeRoute('private-a', '10.1.0.0/16'));
const expired = withPeerVpc((_, connection) => {
  connection.status = 'expired';
});

testRule('peering-problem', {
  asks: [asking('10.1.40.7:5432')],
  passes: {
    'routes on both sides': withPeerVpc(() => undefined),
    'the other VPC asked for the connection': withPeerVpc((_, connection) => {
      const { requester, accepter } = connection;
      Object.assign(connection, { requester: accepter, accepter: requester });
    }),
    'a side of another account, which is out of sight': withPeerVpc((n, connection) => {
      connection.accepter.ownerId = '210987654321';
      n.all.subnets = n.all.subnets.filter(({ name }) => name !== 'peer-a');
    }),
    'a blackhole, which is another finding': withPeerVpc((n) => {
      for (const table of privateSubnets) n.route(table, '10.1.0.0/16').state = 'blackhole';
    }),
  },
  flags: {
    'it waits for acceptance': [
      withPeerVpc((_, connection) => {
        connection.status = 'pending-acceptance';
      }),
      {
        severity: 'error',
        resource,
        message: /^Packets to 10\.1\.40\.7 need peering connection pcx-\w+: pcx-\w+ is pending-acceptance\.$/,
        commands: () => [`aws ec2 accept-vpc-peering-connection --vpc-peering-connection-id ${pcx}`],
      },
    ],
    'it waits for acceptance by another account': [
      withPeerVpc((_, connection) => {
        connection.status = 'pending-acceptance';
        connection.accepter.ownerId = '210987654321';
      }),
      {
        severity: 'error',
        resource,
        message: /pending-acceptance/,
        fixText: /account 210987654321/,
        actor: 'owner-account',
      },
    ],
    'it is expired': [
      expired,
      {
        severity: 'error',
        resource,
        message: /is expired\.$/,
        fixCommand:
          /^aws ec2 replace-route --route-table-id rtb-\w+ --destination-cidr-block 10\.1\.0\.0\/16 --vpc-peering-connection-id '<new peering connection>'$/,
      },
    ],
    'there is no route back': [
      withPeerVpc((n) => n.removeRoute('peer', '10.0.0.0/16')),
      {
        severity: 'error',
        resource,
        message: /rtb-0peer on the far side of pcx-\w+ has no route back/,
        commands: () =>
          ['10.0.11.0/24', '10.0.12.0/24', '10.0.13.0/24'].map(
            (cidr) =>
              `aws ec2 create-route --route-table-id rtb-0peer --destination-cidr-block ${cidr} --vpc-peering-connection-id ${pcx}`,
          ),
      },
    ],
    'one table has no route there, and its default route takes the packets': [
      noRoute,
      {
        severity: 'error',
        resource: (n) => n.routeTable('private-a').id,
        destination: '10.1.0.0/16',
        message: /^Route table rtb-\w+ has no route of its own to 10\.1\.40\.7, which lies in 10\.1\.0\.0\/16 behind/,
        commands: (n) => [
          `aws ec2 create-route --route-table-id ${n.routeTable('private-a').id} --destination-cidr-block 10.1.0.0/16 --vpc-peering-connection-id ${pcx}`,
        ],
      },
    ],
    'one table has no route there and no default route': [
      (n) => {
        noRoute(n);
        removeDefaultRoutes(n);
      },
      { severity: 'error', resource: (n) => n.routeTable('private-a').id, message: /has no route of its own/ },
    ],
    'a third network lies behind the other VPC': [
      withPeerVpc((n, { id }) => {
        for (const table of privateSubnets) n.addRoute(table, '10.2.0.0/16', { kind: 'vpc-peering-connection', id });
      }),
      {
        question: asking('10.2.0.7:5432'),
        severity: 'error',
        resource,
        message: /leads to 10\.1\.0\.0\/16 only/,
        commands: () => [],
      },
    ],
    'one table sends S3 to a peered VPC': [
      (n) => {
        const connection = addPeering(n);
        deleteS3Endpoint(n);
        n.addRoute('private-a', s3PrefixList, connection);
      },
      {
        question: asking('s3'),
        severity: 'error',
        resource: (n) => n.routeTable('private-a').id,
        destination: s3PrefixList,
        message: /a gateway endpoint of the other VPC cannot be used/,
        fixCommand: /^aws ec2 delete-route --route-table-id rtb-\w+ --destination-prefix-list-id pl-/,
      },
    ],
  },
  skips: { routeTables: expired, vpcPeeringConnections: expired },
});
