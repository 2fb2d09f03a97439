import { deleteS3Endpoint, withEndpoint } from '../support/endpoints.ts';
import { asking, testRule } from '../support/rule-test.ts';
import { removeDefaultRoutes } from '../support/targets.ts';

const off = withEndpoint('secretsmanager', (n, endpoint) => {
  endpoint.privateDnsEnabled = false;
  removeDefaultRoutes(n);
});
const resource = (): string => 'vpce-0secretsmanager';

testRule('interface-endpoint-private-dns-off', {
  asks: [asking('secretsmanager')],
  passes: {
    'private DNS is on': withEndpoint('secretsmanager', removeDefaultRoutes),
    'the NAT gateways lead to the public addresses': withEndpoint('secretsmanager', (_, endpoint) => {
      endpoint.privateDnsEnabled = false;
    }),
    'an endpoint that is not available, which is another finding': withEndpoint('secretsmanager', (n, endpoint) => {
      Object.assign(endpoint, { privateDnsEnabled: false, state: 'failed' });
      removeDefaultRoutes(n);
    }),
  },
  flags: {
    'private DNS is off': [
      off,
      {
        severity: 'warning',
        resource,
        message:
          /^Interface endpoint vpce-0secretsmanager lets the function in, and its private DNS is off: secretsmanager leads there only if a private hosted zone of yours says so, and the public addresses are out of reach\.$/,
        commands: () => ['aws ec2 modify-vpc-endpoint --vpc-endpoint-id vpce-0secretsmanager --private-dns-enabled'],
        fixText: /by private DNS or a private hosted zone; .* by its own host name, vpce-….vpce.amazonaws.com\.$/,
      },
    ],
    'private DNS is off, and the interfaces of the endpoint are not in what was read': [
      (n) => {
        off(n);
        n.all.networkInterfaces = n.all.networkInterfaces.filter(
          ({ interfaceType }) => interfaceType !== 'vpc_endpoint',
        );
      },
      { severity: 'warning', resource, message: /^Interface endpoint vpce-0secretsmanager may let the function in,/ },
    ],
    'private DNS is off, and the group of the endpoint lets nothing in': [
      (n) => {
        off(n);
        n.securityGroup('endpoints').ingress = [];
      },
      {
        severity: 'warning',
        resource,
        message: /^Interface endpoint vpce-0secretsmanager serves secretsmanager, but private DNS of it is off:/,
      },
    ],
    'private DNS and DNS hostnames of the VPC are off': [
      (n) => {
        off(n);
        n.vpc().enableDnsHostnames = { status: 'known', value: false };
      },
      {
        severity: 'error',
        resource,
        message: /but the DNS attributes of vpc-\w+ are not both on/,
        commands: (n) => [
          `aws ec2 modify-vpc-attribute --vpc-id ${n.vpc().id} --enable-dns-hostnames`,
          'aws ec2 modify-vpc-endpoint --vpc-endpoint-id vpce-0secretsmanager --private-dns-enabled',
        ],
      },
    ],
    'DNS hostnames of the VPC are off': [
      withEndpoint('secretsmanager', (n) => {
        removeDefaultRoutes(n);
        n.vpc().enableDnsHostnames = { status: 'known', value: false };
      }),
      {
        severity: 'error',
        resource,
        message: /but the DNS attributes of vpc-\w+ are not both on/,
        commands: (n) => [`aws ec2 modify-vpc-attribute --vpc-id ${n.vpc().id} --enable-dns-hostnames`],
      },
    ],
    'S3, which answers inbound resolvers only unless it is told': [
      withEndpoint('s3', (n, endpoint) => {
        deleteS3Endpoint(n);
        endpoint.privateDnsEnabled = false;
        n.all.vpcEndpoints.push(endpoint);
        removeDefaultRoutes(n);
      }),
      {
        question: asking('s3'),
        severity: 'warning',
        resource: () => 'vpce-0s3',
        message: /s3 leads there only if/,
        fixCommand: /--dns-options PrivateDnsOnlyForInboundResolverEndpoint=false$/,
      },
    ],
  },
  skips: { routeTables: off, vpcEndpoints: off, vpcs: off },
});
