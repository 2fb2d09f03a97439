import { notAllowed, roleArn, setRoleActions } from '../support/execution-role.ts';
import type { Change } from '../support/network.ts';
import { testRule } from '../support/rule-test.ts';

const resource = () => roleArn;
const severity = 'warning';
const lacksTwo: Change = (n) =>
  setRoleActions(n, notAllowed('no policy allows it', ['ec2:CreateNetworkInterface', 'ec2:DeleteNetworkInterface']));
const lacksAll: Change = (n) => setRoleActions(n, notAllowed('no policy allows it'));

const attach = (role: string, partition = 'aws') =>
  `aws iam attach-role-policy --role-name ${role} --policy-arn arn:${partition}:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole`;

testRule('execution-role-missing-eni-permissions', {
  passes: {
    'the role may do all six': (n) => setRoleActions(n, []),
    'nobody asked about the role': (n) => {
      n.function().roleActions = undefined;
    },
    'the function is not in a VPC': (n) => {
      lacksAll(n);
      n.function().network = { kind: 'none' };
    },
    'the function has a VPC configuration without subnets': (n) => {
      lacksAll(n);
      n.network().subnetIds = [];
    },
    'the function runs on a capacity provider': (n) => {
      lacksAll(n);
      const capacityProviderArn = 'arn:aws:lambda:eu-west-1:123456789012:capacity-provider:orders';
      n.function().network = { kind: 'capacity-provider', capacityProviderArn };
    },
    'the simulation was refused': (n) => n.denyRead('roleActions'),
  },
  flags: {
    'no policy allows two of them': [
      lacksTwo,
      {
        severity,
        message:
          /^orders-api-role, the execution role of orders-api, may not use ec2:CreateNetworkInterface and ec2:DeleteNetworkInterface: network interfaces that exist go on working/,
        resource,
        fixText: /^Attach AWSLambdaVPCAccessExecutionRole to orders-api-role; it allows all six actions\.$/,
        commands: () => [attach('orders-api-role')],
      },
    ],
    'a role of another partition gets the policy of that partition': [
      (n) => setRoleActions(n, notAllowed('no policy allows it'), 'arn:aws-cn:iam::123456789012:role/orders+cn'),
      {
        severity,
        message: /^orders\+cn, /,
        resource: () => 'arn:aws-cn:iam::123456789012:role/orders+cn',
        commands: () => [attach("'orders+cn'", 'aws-cn')],
      },
    ],
    'a statement denies one: a policy that allows it would not help': [
      (n) => setRoleActions(n, notAllowed('a policy denies it', ['ec2:CreateNetworkInterface'])),
      {
        severity,
        message: /may not use ec2:CreateNetworkInterface:/,
        resource,
        fixText: /^Take ec2:CreateNetworkInterface out of the statement .* lambda:SourceFunctionArn, /,
        commands: () => [],
      },
    ],
    'the permissions boundary lacks one': [
      (n) => setRoleActions(n, notAllowed('the permissions boundary', ['ec2:DescribeSubnets'])),
      {
        severity,
        message: /may not use ec2:DescribeSubnets:/,
        resource,
        fixText: /^Let the permissions boundary of orders-api-role allow ec2:DescribeSubnets\.$/,
        commands: () => [],
      },
    ],
    'a service control policy alone is a note to the organization': [
      (n) => setRoleActions(n, notAllowed('a service control policy', ['ec2:CreateNetworkInterface'])),
      {
        severity: 'note',
        message: /may not use ec2:CreateNetworkInterface:/,
        resource,
        fixText: /^The organization's administrator can see /,
        commands: () => [],
        actor: 'organisation',
      },
    ],
    'two reasons are one finding with both fixes': [
      (n) =>
        setRoleActions(n, [
          ...notAllowed('a service control policy', ['ec2:CreateNetworkInterface']),
          ...notAllowed('no policy allows it', ['ec2:DeleteNetworkInterface']),
        ]),
      {
        severity,
        message: /ec2:CreateNetworkInterface and ec2:DeleteNetworkInterface/,
        resource,
        fixText: /administrator .* Attach AWSLambdaVPCAccessExecutionRole/,
        commands: () => [attach('orders-api-role')],
      },
    ],
    'the role is gone': [
      (n) => setRoleActions(n, notAllowed('there is no such role')),
      {
        severity,
        message: /^orders-api-role, the execution role of orders-api, does not exist: /,
        resource,
        commands: () => [
          "aws lambda update-function-configuration --function-name orders-api --role '<ARN of a role>'",
        ],
      },
    ],
  },
  skipsWithout: { roleActions: lacksTwo },
});
