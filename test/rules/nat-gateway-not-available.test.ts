import type { Change } from '../support/network.ts';
import { shareVpc } from '../support/resources.ts';
import { testRule, toInternet } from '../support/rule-test.ts';

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
      shareVpc(n);
    },
  },
  flags: {
    'a deleted NAT gateway': [
      inState('deleted'),
      {
        severity: 'error',
        message: /in state deleted .*rtb-\w+ sends 0\.0\.0\.0\/0 → nat-/,
        resource,
        commands: (n) => [
          `aws ec2 replace-route --route-table-id ${n.routeTable('private-a').id} --destination-cidr-block 0.0.0.0/0 --nat-gateway-id ${n.natGateway('nat-b').id}`,
        ],
      },
    ],
    'a NAT gateway that failed, with the reason of AWS': [
      (n) => {
        inState('failed')(n);
        n.natGateway('nat-a').failureCode = 'Gateway.NotAttached';
        n.natGateway('nat-a').failureMessage = 'Network vpc-0a1b has no Internet gateway attached';
      },
      {
        severity: 'error',
        message: /failed \(Gateway\.NotAttached: Network vpc-0a1b has no Internet gateway attached\)/,
        resource,
      },
    ],
    'a NAT gateway that is pending': [
      inState('pending'),
      {
        severity: 'warning',
        message: /pending.*0\.0\.0\.0\/0 → nat-/,
        resource,
        question: toInternet,
        commands: (n) => [`aws ec2 wait nat-gateway-available --nat-gateway-ids ${n.natGateway('nat-a').id}`],
      },
    ],
    'a NAT gateway that is being deleted': [
      inState('deleting'),
      {
        severity: 'warning',
        message: /deleting.*0\.0\.0\.0\/0 → nat-\w+ of rtb-\w+ leads nowhere/,
        resource,
        commands: (n) => [
          `aws ec2 replace-route --route-table-id ${n.routeTable('private-a').id} --destination-cidr-block 0.0.0.0/0 --nat-gateway-id ${n.natGateway('nat-b').id}`,
        ],
      },
    ],
    'the only NAT gateway failed: a new one in the public subnet of the zone': [
      (n) => {
        inState('failed')(n);
        n.network().subnetIds = [n.subnet('private-a').id];
        for (const name of ['nat-b', 'nat-c']) n.remove(n.natGateway(name));
      },
      {
        severity: 'error',
        message: /failed/,
        resource,
        commands: (n) => [
          `aws ec2 create-nat-gateway --subnet-id ${n.subnet('public-a').id} --allocation-id '<allocation id of an Elastic IP address>'`,
          `aws ec2 replace-route --route-table-id ${n.routeTable('private-a').id} --destination-cidr-block 0.0.0.0/0 --nat-gateway-id '<new NAT gateway>'`,
        ],
      },
    ],
    'a NAT gateway that no longer exists': [
      gone,
      {
        severity: 'error',
        message: /nat-\w+ does not exist any more, but rtb-\w+ sends 0\.0\.0\.0\/0 → nat-/,
        resource: (n) => {
          const { target } = n.route('private-a');
          return target.kind === 'nat-gateway' ? target.id : '';
        },
      },
    ],
  },
  skips: { natGateways: inState('failed') },
});
