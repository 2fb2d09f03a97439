import type { VpcEndpoint } from '../../src/model/kinds/vpc-endpoints.ts';
import { s3Endpoint, withEndpoint } from '../support/endpoints.ts';
import type { Change } from '../support/network.ts';
import { asking, testRule } from '../support/rule-test.ts';
import { removeDefaultRoutes } from '../support/targets.ts';

const inState = (state: VpcEndpoint['state']): Change =>
  withEndpoint('secretsmanager', (n, endpoint) => {
    endpoint.state = state;
    removeDefaultRoutes(n);
  });
const resource = (): string => 'vpce-0secretsmanager';

testRule('endpoint-not-available', {
  asks: [asking('secretsmanager')],
  passes: {
    'it is available': inState('available'),
    'it is deleted, and the NAT gateways lead there': withEndpoint('secretsmanager', (_, endpoint) => {
      endpoint.state = 'deleted';
    }),
    'an endpoint of another service failed': withEndpoint('ssm', (n, endpoint) => {
      endpoint.state = 'failed';
      removeDefaultRoutes(n);
    }),
  },
  flags: {
    'it waits for acceptance': [
      inState('pendingacceptance'),
      {
        severity: 'error',
        resource,
        message:
          /^Endpoint vpce-0secretsmanager for com\.amazonaws\.\S+ is pendingacceptance, and nothing else leads to/,
        fixText: /owner of the endpoint service accept/,
      },
    ],
    'it failed': [
      inState('failed'),
      {
        severity: 'error',
        resource,
        message: /is failed/,
        fixText: /create it anew/,
        fixCommand: /^aws ec2 describe-vpc-endpoints --vpc-endpoint-ids vpce-0secretsmanager --query /,
      },
    ],
    'it failed, and AWS says why': [
      withEndpoint('secretsmanager', (n, endpoint) => {
        endpoint.state = 'failed';
        endpoint.failure = 'the subnet has no free address';
        removeDefaultRoutes(n);
      }),
      { severity: 'error', resource, message: / is failed \(the subnet has no free address\), and nothing else/ },
    ],
    'a gateway endpoint that failed while its routes are still active': [
      (n) => Object.assign(s3Endpoint(n), { state: 'failed', failure: 'the service does not exist' }),
      {
        question: asking('s3'),
        severity: 'error',
        resource: () => 'vpce-0a6189079df5d49b9',
        message: / is failed \(the service does not exist\): packets to s3 are dropped/,
      },
    ],
    'it is pending, which leaves the answer open': [
      inState('pending'),
      { severity: 'warning', resource, message: /is pending: whether packets pass is open/ },
    ],
    'a gateway endpoint is gone and its routes are still active': [
      (n) => n.remove(s3Endpoint(n)),
      {
        question: asking('s3'),
        severity: 'error',
        resource: () => 'vpce-0a6189079df5d49b9',
        message: /does not exist any more: packets to s3 are dropped/,
        fixCommand: /^aws ec2 delete-route --route-table-id rtb-\w+ --destination-prefix-list-id pl-/,
      },
    ],
  },
  skips: { routeTables: inState('failed'), vpcEndpoints: inState('failed'), vpcs: inState('failed') },
});
