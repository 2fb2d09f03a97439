import { deleteS3Endpoint, withEndpoint } from '../support/endpoints.ts';
import { addTransitGateway, shareVpc } from '../support/resources.ts';
import { asking, testRule } from '../support/rule-test.ts';
import { privateSubnets, removeDefaultRoutes } from '../support/targets.ts';

const resource = (): string => 'com.amazonaws.eu-west-1.secretsmanager';

testRule('aws-service-unreachable', {
  asks: [asking('secretsmanager')],
  passes: {
    'the NAT gateways lead there': deleteS3Endpoint,
    'an endpoint leads there': withEndpoint('secretsmanager', removeDefaultRoutes),
    'the default route is a blackhole, which is the root cause': (n) => {
      for (const subnet of privateSubnets) n.route(subnet).state = 'blackhole';
    },
    'a transit gateway may lead to a central endpoint': (n) => {
      const transitGateway = addTransitGateway(n, ...privateSubnets);
      removeDefaultRoutes(n);
      for (const table of privateSubnets) n.addRoute(table, '10.0.0.0/8', transitGateway);
    },
    'a shared VPC, whose endpoints are out of sight': (n) => {
      shareVpc(n);
      removeDefaultRoutes(n);
    },
    'an endpoint without private DNS, which is another finding': withEndpoint('secretsmanager', (n, endpoint) => {
      endpoint.privateDnsEnabled = false;
      removeDefaultRoutes(n);
    }),
  },
  flags: {
    'no endpoint and no default route': [
      removeDefaultRoutes,
      {
        severity: 'error',
        resource,
        message:
          /^vpc-\w+ has no endpoint for com\.amazonaws\.eu-west-1\.secretsmanager, and rtb-\w+, rtb-\w+ and rtb-\w+ have no route to the internet: calls of orders-api to secretsmanager time out\.$/,
        fixCommand:
          /^aws ec2 create-vpc-endpoint --vpc-id vpc-\w+ --vpc-endpoint-type Interface --service-name com\.amazonaws\.eu-west-1\.secretsmanager --subnet-ids subnet-070c844d1699a6fb6 subnet-0f1df5580d0690783 subnet-0d39e539a5c571e8e --security-group-ids '<new security group>' --private-dns-enabled$/,
      },
    ],
    'the VPC has DNS hostnames off, which an endpoint needs': [
      (n) => {
        removeDefaultRoutes(n);
        n.vpc().enableDnsHostnames = { status: 'known', value: false };
      },
      {
        severity: 'error',
        resource,
        message: /has no endpoint/,
        fixCommand: /^aws ec2 modify-vpc-attribute --vpc-id vpc-\w+ --enable-dns-hostnames$/,
      },
    ],
    'one table without a default route': [
      (n) => n.removeRoute('private-a'),
      { severity: 'error', resource, message: /and rtb-\w+ has no route to the internet/ },
    ],
    'S3, for which a gateway endpoint is free': [
      (n) => {
        deleteS3Endpoint(n);
        removeDefaultRoutes(n);
      },
      {
        question: asking('s3'),
        severity: 'error',
        resource: () => 'com.amazonaws.eu-west-1.s3',
        message: /no endpoint for com\.amazonaws\.eu-west-1\.s3/,
        fixText: /free/,
        fixCommand: /--vpc-endpoint-type Gateway .*--route-table-ids rtb-\w+ rtb-\w+ rtb-\w+$/,
      },
    ],
    'an endpoint of a look-alike name': [
      withEndpoint('ssmmessages', removeDefaultRoutes),
      {
        question: asking('ssm'),
        severity: 'error',
        resource: () => 'com.amazonaws.eu-west-1.ssm',
        message: /no endpoint for com\.amazonaws\.eu-west-1\.ssm,/,
      },
    ],
  },
  skips: { routeTables: removeDefaultRoutes, vpcEndpoints: removeDefaultRoutes, vpcs: removeDefaultRoutes },
});
