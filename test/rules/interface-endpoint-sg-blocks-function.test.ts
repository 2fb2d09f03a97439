import { withEndpoint } from '../support/endpoints.ts';
import type { Change } from '../support/network.ts';
import { groupReference, groupRule } from '../support/resources.ts';
import { asking, testRule } from '../support/rule-test.ts';
import { addDatabase, port5432 } from '../support/targets.ts';

const https = [443, 443] as const;
const letsIn = (...rules: ReturnType<typeof groupRule>[]): Change =>
  withEndpoint('secretsmanager', (n) => {
    n.securityGroup('endpoints').ingress = rules;
  });
const resource = (): string => 'sg-0endpoints';

testRule('interface-endpoint-sg-blocks-function', {
  asks: [asking('secretsmanager')],
  passes: {
    'the VPC is let in': letsIn(groupRule('10.0.0.0/16', https)),
    "the function's group is let in": withEndpoint('secretsmanager', (n) => {
      n.securityGroup('endpoints').ingress = [groupReference(n.securityGroup().id, https)];
    }),
    'private DNS is off, so that the NAT gateways are used': withEndpoint('secretsmanager', (n, endpoint) => {
      endpoint.privateDnsEnabled = false;
      n.securityGroup('endpoints').ingress = [];
    }),
    'an endpoint of another service is closed': withEndpoint('ssm', (n) => {
      n.securityGroup('endpoints').ingress = [];
    }),
  },
  flags: {
    'nothing is let in': [
      letsIn(),
      {
        severity: 'error',
        resource,
        message:
          /^Security group sg-0endpoints of endpoint vpce-0secretsmanager for com\.amazonaws\.eu-west-1\.secretsmanager lets nothing in/,
        commands: (n) => [
          `aws ec2 authorize-security-group-ingress --group-id sg-0endpoints --ip-permissions 'IpProtocol=tcp,FromPort=443,ToPort=443,UserIdGroupPairs=[{GroupId=${n.securityGroup().id}}]'`,
        ],
      },
    ],
    'only the subnets of the endpoint are let in': [
      letsIn(groupRule('10.0.51.0/24', https)),
      { severity: 'error', resource, message: /lets in only tcp 443 from 10\.0\.51\.0\/24/ },
    ],
    'interfaces may not be read, and nothing is let in': [
      (n) => {
        letsIn()(n);
        n.deny('networkInterfaces');
      },
      {
        severity: 'error',
        resource,
        message: /^Security group sg-0endpoints of endpoint vpce-0secretsmanager for .* lets nothing in/,
        commands: (n) => [
          `aws ec2 authorize-security-group-ingress --group-id sg-0endpoints --ip-permissions 'IpProtocol=tcp,FromPort=443,ToPort=443,UserIdGroupPairs=[{GroupId=${n.securityGroup().id}}]'`,
        ],
      },
    ],
    'endpoints may not be read, and the interface is asked for': [
      (n) => {
        letsIn()(n);
        n.deny('vpcEndpoints');
      },
      {
        question: asking('10.0.51.10:443'),
        severity: 'error',
        resource,
        message: /^Security group sg-0endpoints of endpoint interface eni-01005110 lets nothing in/,
      },
    ],
  },
  skips: { securityGroups: letsIn() },
});

testRule('interface-endpoint-sg-blocks-function', {
  asks: [asking('10.0.40.7:5432')],
  passes: {
    'a closed database is none': (n) => addDatabase(n, groupReference(n.securityGroup('default').id, port5432)),
  },
  flags: {
    'the interface of the endpoint is asked for by its address': [
      letsIn(),
      {
        question: asking('10.0.51.10:443'),
        severity: 'error',
        resource,
        message: /of endpoint vpce-0secretsmanager/,
      },
    ],
  },
});
