import type { Change } from '../support/network.ts';
import { testRule } from '../support/rule-test.ts';

type State = 'pending' | 'failed' | 'deleting' | 'deleted';
const inState =
  (state: State): Change =>
  (n) => {
    n.natGateway('nat-a').state = state;
  };
const gone: Change = (n) => n.remove(n.natGateway('nat-a'));
const resource = (n: Parameters<Change>[0]): string => n.natGateway('nat-a').id;

testRule('nat-gateway-not-available', {
  passes: {
    'a deleted NAT gateway that no route uses': (n) => {
      n.all.natGateways.push({ ...n.natGateway('nat-a'), id: 'nat-00000000000000001', name: 'old', state: 'deleted' });
    },
    'a deleted NAT gateway whose route is a blackhole, which says it already': (n) => {
      inState('deleted')(n);
      n.route('private-a').state = 'blackhole';
    },
    'a NAT gateway that the owner of a shared VPC does not show': (n) => {
      gone(n);
      n.vpc().ownerId = '210987654321';
      for (const subnet of n.all.subnets) subnet.ownerId = '210987654321';
    },
  },
  flags: {
    'a deleted NAT gateway': [
      inState('deleted'),
      { severity: 'error', message: /deleted/, resource, fixCommand: /^aws ec2 (create-nat-gateway|replace-route) / },
    ],
    'a NAT gateway that failed, with the reason of AWS': [
      (n) => {
        inState('failed')(n);
        n.natGateway('nat-a').failureCode = 'Gateway.NotAttached';
      },
      { severity: 'error', message: /failed.*Gateway\.NotAttached/, resource },
    ],
    'a NAT gateway that is pending': [inState('pending'), { severity: 'warning', message: /pending/, resource }],
    'a NAT gateway that is being deleted': [
      inState('deleting'),
      { severity: 'warning', message: /deleting/, resource },
    ],
    'a NAT gateway that no longer exists': [
      gone,
      {
        severity: 'error',
        message: /0\.0\.0\.0\/0 → nat-|nat-\w+ .*(not exist|gone|no longer)/,
        resource: (n) => {
          const { target } = n.route('private-a');
          return target.kind === 'nat-gateway' ? target.id : '';
        },
      },
    ],
  },
  skips: { natGateways: inState('failed') },
});
