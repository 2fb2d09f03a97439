import type { Change } from '../support/network.ts';
import { addNatInstance, groupReference, groupRule } from '../support/resources.ts';
import { testRule } from '../support/rule-test.ts';

const letsIn =
  (...rules: ReturnType<typeof groupRule>[]): Change =>
  (n) => {
    addNatInstance(n);
    n.securityGroup('nat-instance').ingress = rules;
  };
const resource = (n: Parameters<Change>[0]): string => n.networkInterface('10.0.1.80').id;

testRule('nat-instance-sg-blocks-function', {
  passes: {
    "the function's subnet is let in": letsIn(groupRule('10.0.11.0/24', [443, 443])),
    "the function's group is let in": (n) => {
      addNatInstance(n);
      n.securityGroup('nat-instance').ingress = [groupReference(n.securityGroup().id, [443, 443])];
    },
    'no ingress for replies, which the group lets in by itself': letsIn(groupRule('10.0.0.0/16', [443, 443])),
  },
  flags: {
    'nothing is let in': [
      letsIn(),
      {
        severity: 'error',
        message: /sg-\w+/,
        resource,
        fixCommand: /^aws ec2 authorize-security-group-ingress --group-id sg-[\w-]+ .*10\.0\.11\.0\/24/,
      },
    ],
    'only port 80 is let in': [
      letsIn(groupRule('10.0.0.0/16', [80, 80])),
      { severity: 'error', message: /sg-/, resource },
    ],
    'only another subnet is let in': [
      letsIn(groupRule('10.0.12.0/24', 'all')),
      { severity: 'error', message: /sg-/, resource },
    ],
    'nothing is let out': [
      (n) => {
        addNatInstance(n);
        n.securityGroup('nat-instance').egress = [];
      },
      {
        severity: 'error',
        message: /sg-/,
        resource,
        fixCommand: /^aws ec2 authorize-security-group-egress --group-id sg-/,
      },
    ],
  },
  skips: { networkInterfaces: letsIn(), securityGroups: letsIn() },
});
