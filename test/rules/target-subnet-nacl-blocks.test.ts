import { aclRule, setAclRules } from '../support/resources.ts';
import { asking, testRule } from '../support/rule-test.ts';
import { addInterface, withDatabase } from '../support/targets.ts';

const anywhere = '0.0.0.0/0';
const resource = (): string => 'acl-0data';
const entry = 'aws ec2 create-network-acl-entry --network-acl-id acl-0data';
const noIngress = withDatabase((n) => setAclRules(n, 'data', 'ingress'));

testRule('target-subnet-nacl-blocks', {
  asks: [asking('10.0.40.7:5432')],
  passes: {
    'the port in and the ports of the replies out': withDatabase((n) => {
      setAclRules(n, 'data', 'ingress', aclRule(100, 'allow', '10.0.0.0/16', [5432, 5432]));
      setAclRules(n, 'data', 'egress', aclRule(100, 'allow', '10.0.0.0/16', [1024, 65535]));
    }),
    "the list of the function's own subnets is another matter": withDatabase((n) =>
      setAclRules(n, 'private', 'egress'),
    ),
    'the function lets nothing out, which is the root cause': (n) => {
      noIngress(n);
      n.securityGroup().egress = [];
    },
  },
  flags: {
    'nothing is let in': [
      noIngress,
      {
        severity: 'error',
        resource,
        message:
          /^Network ACL acl-0data, which guards subnet-\S+ of the target, drops requests on their way in from the function \(tcp 5432\), by rule \* deny all traffic\.$/,
        commands: () => [
          `${entry} --ingress --rule-number 98 --protocol tcp --port-range From=5432,To=5432 --cidr-block 10.0.11.0/24 --rule-action allow`,
          `${entry} --ingress --rule-number 99 --protocol tcp --port-range From=5432,To=5432 --cidr-block 10.0.12.0/24 --rule-action allow`,
          `${entry} --ingress --rule-number 100 --protocol tcp --port-range From=5432,To=5432 --cidr-block 10.0.13.0/24 --rule-action allow`,
        ],
      },
    ],
    "only the target's own port is let out, which replies do not have": [
      withDatabase((n) => setAclRules(n, 'data', 'egress', aclRule(100, 'allow', anywhere, [5432, 5432]))),
      {
        severity: 'error',
        resource,
        message: /passes replies on their way out to the function on only 1 of 64,512 ports/,
        fixCommand: /--egress --rule-number 108 .*From=1024,To=65535 --cidr-block 10\.0\.11\.0\/24/,
      },
    ],
    'one of three subnets gets replies': [
      withDatabase((n) => setAclRules(n, 'data', 'egress', aclRule(100, 'allow', '10.0.11.0/24', 'all'))),
      { severity: 'error', resource, message: /drops replies on their way out to the function/ },
    ],
    'the target in the subnet of the function is reached from the others only through the list': [
      (n) => {
        addInterface(n, 'public-a', '10.0.1.40', n.securityGroup().id);
        setAclRules(n, 'public', 'ingress');
      },
      {
        question: asking('10.0.1.40:5432'),
        severity: 'error',
        resource: (n) => n.networkAcl('public').id,
        message: /drops requests/,
      },
    ],
  },
  skips: { networkAcls: noIngress, subnets: noIngress },
});
