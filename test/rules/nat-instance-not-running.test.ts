import type { Change } from '../support/network.ts';
import { addNatInstance } from '../support/resources.ts';
import { testRule } from '../support/rule-test.ts';

const inState =
  (state: 'stopped' | 'stopping' | 'terminated'): Change =>
  (n) => {
    addNatInstance(n);
    n.instance('nat-instance').state = state;
  };
const resource = (n: Parameters<Change>[0]): string => n.networkInterface('10.0.1.80').id;

testRule('nat-instance-not-running', {
  passes: {
    'a NAT instance that runs': addNatInstance,
    'a stopped NAT instance behind a blackhole, which says it already': (n) => {
      inState('stopped')(n);
      n.route('private-a').state = 'blackhole';
    },
  },
  flags: {
    'a stopped instance': [
      inState('stopped'),
      {
        severity: 'error',
        message: /stopped/,
        resource,
        fixCommand: /^aws ec2 start-instances --instance-ids i-0d3c2b1a0f9e8d7c6$/,
      },
    ],
    'a terminated instance': [
      inState('terminated'),
      {
        severity: 'error',
        message: /terminated/,
        resource,
        fixCommand:
          /^aws ec2 replace-route --route-table-id rtb-039747f2a8fc9e46f .* --nat-gateway-id nat-0d683c820daadd41e$/,
      },
    ],
    'an interface without an instance': [
      (n) => {
        const nic = addNatInstance(n);
        nic.status = 'available';
        nic.instanceId = null;
        n.route('private-a').target = { kind: 'network-interface', id: nic.id, instanceId: null };
      },
      { severity: 'error', message: /eni-\w+/, resource },
    ],
  },
  skips: { instances: inState('stopped'), networkInterfaces: inState('stopped') },
});
