import { addInterfaceEndpoint, deleteS3Endpoint, dissociateFromS3 } from '../support/endpoints.ts';
import { shareVpc } from '../support/resources.ts';
import { asking, testRule } from '../support/rule-test.ts';
import { privateSubnets, removeDefaultRoutes } from '../support/targets.ts';

testRule('s3-dynamodb-via-nat', {
  asks: [asking('s3')],
  passes: {
    'a gateway endpoint takes them': removeDefaultRoutes,
    'a gateway endpoint lacks one table, which is another finding': (n) => dissociateFromS3(n, 'private-a'),
    'nothing takes them': (n) => {
      deleteS3Endpoint(n);
      removeDefaultRoutes(n);
    },
    'an interface endpoint takes them': (n) => {
      deleteS3Endpoint(n);
      addInterfaceEndpoint(n, 's3');
    },
    'a shared VPC, whose endpoints are out of sight': (n) => {
      deleteS3Endpoint(n);
      shareVpc(n);
    },
  },
  flags: {
    'no endpoint of S3': [
      deleteS3Endpoint,
      {
        severity: 'note',
        resource: () => 'com.amazonaws.eu-west-1.s3',
        message:
          /^orders-api reaches s3 from subnet-.* through nat-.*, which costs per GB; vpc-\w+ has no gateway endpoint/,
        commands: (n) => [
          `aws ec2 create-vpc-endpoint --vpc-id ${n.vpc().id} --vpc-endpoint-type Gateway --service-name com.amazonaws.eu-west-1.s3 --route-table-ids ${privateSubnets.map((name) => n.routeTable(name).id).join(' ')}`,
        ],
      },
    ],
    'no endpoint of DynamoDB': [
      deleteS3Endpoint,
      {
        question: asking('dynamodb'),
        severity: 'note',
        resource: () => 'com.amazonaws.eu-west-1.dynamodb',
        message: /reaches dynamodb/,
      },
    ],
  },
  skips: { vpcEndpoints: deleteS3Endpoint },
});

testRule('s3-dynamodb-via-nat', {
  asks: [asking('secretsmanager')],
  passes: { 'a service without gateway endpoints': deleteS3Endpoint },
  flags: {
    'the same network asked for S3': [
      deleteS3Endpoint,
      {
        question: asking('s3'),
        severity: 'note',
        resource: () => 'com.amazonaws.eu-west-1.s3',
        message: /orders-api/,
      },
    ],
  },
});
