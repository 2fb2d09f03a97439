import type { Change } from '../support/network.ts';
import { aclRule, addAclRules, addNatInstance, setAclRules, shareVpc } from '../support/resources.ts';
import { testRule } from '../support/rule-test.ts';

const anywhere = '0.0.0.0/0';
const inVpc = '10.0.0.0/16';
const keepsFunctionOut: Change = (n) => addAclRules(n, 'public', 'ingress', aclRule(90, 'deny', inVpc, [443, 443]));
const resource = (n: Parameters<Change>[0]): string => n.networkAcl('public').id;

testRule('nat-subnet-nacl-blocks', {
  passes: {
    'a NAT gateway in the subnet of the function: packets between them never meet the list': (n) => {
      n.natGateway('nat-a').subnetId = n.subnet('private-a').id;
      n.network().subnetIds = [n.subnet('private-a').id];
      addAclRules(n, 'private', 'ingress', aclRule(90, 'deny', '10.0.11.0/24', 'all'));
    },
    'exactly the four rules that it takes': (n) => {
      const replies = aclRule(110, 'allow', anywhere, [1024, 65535]);
      setAclRules(n, 'public', 'ingress', aclRule(100, 'allow', inVpc, [443, 443]), replies);
      const answers = aclRule(110, 'allow', inVpc, [1024, 65535]);
      setAclRules(n, 'public', 'egress', aclRule(100, 'allow', anywhere, [443, 443]), answers);
    },
    "the function's own network ACL drops the replies, which is another rule": (n) =>
      setAclRules(n, 'private', 'ingress'),
    'a deny for a subnet that the function does not use': (n) =>
      addAclRules(n, 'public', 'ingress', aclRule(90, 'deny', '10.0.99.0/24', 'all')),
  },
  flags: {
    'requests of the function are not let in': [
      keepsFunctionOut,
      {
        severity: 'error',
        message: /drops requests on their way in from the function .*by rule 90 deny tcp 443 from 10\.0\.0\.0\/16/,
        resource,
        commands: (n) =>
          ['10.0.11.0/24', '10.0.12.0/24', '10.0.13.0/24'].map(
            (cidr, index) =>
              `aws ec2 create-network-acl-entry --network-acl-id ${n.networkAcl('public').id} --ingress --rule-number ${87 + index} --protocol tcp --port-range From=443,To=443 --cidr-block ${cidr} --rule-action allow`,
          ),
      },
    ],
    'requests are not let out': [
      (n) => addAclRules(n, 'public', 'egress', aclRule(90, 'deny', anywhere, [443, 443])),
      {
        severity: 'error',
        message: /drops requests on their way out to the internet .*by rule 90 deny tcp 443 to 0\.0\.0\.0\/0/,
        resource,
        fixCommand: /--egress --rule-number 89 --protocol tcp --port-range From=443,To=443 --cidr-block 0\.0\.0\.0\/0 /,
      },
    ],
    'replies are not let in': [
      (n) => setAclRules(n, 'public', 'ingress', aclRule(100, 'allow', inVpc, 'all')),
      {
        severity: 'error',
        message: /drops replies on their way in from the internet .*by rule \* deny all traffic/,
        resource,
        fixCommand: /--ingress .*--port-range From=1024,To=65535 --cidr-block 0\.0\.0\.0\/0 /,
      },
    ],
    'replies are not let out to the function': [
      (n) => setAclRules(n, 'public', 'egress', aclRule(100, 'allow', anywhere, [443, 443])),
      {
        severity: 'error',
        message: /drops replies on their way out to the function .*by rule \* deny all traffic/,
        resource,
        fixCommand: /--egress .*--port-range From=1024,To=65535 --cidr-block 10\.0\.1[123]\.0\/24 /,
      },
    ],
    'replies are let in to some ports only': [
      (n) => {
        const replies = aclRule(110, 'allow', anywhere, [32768, 61000]);
        setAclRules(n, 'public', 'ingress', aclRule(100, 'allow', inVpc, [443, 443]), replies);
      },
      { severity: 'warning', message: /on only 28,233 of 64,512 ports \(closed: 1024-32767, 61001-65535\)/, resource },
    ],
    'requests of half of a subnet are not let in': [
      (n) => addAclRules(n, 'public', 'ingress', aclRule(90, 'deny', '10.0.11.0/25', 'all')),
      { severity: 'warning', message: /drops a part of the requests .*10\.0\.11\.0\/25/, resource },
    ],
    'a network ACL of a VPC that another account shares': [
      (n) => {
        keepsFunctionOut(n);
        shareVpc(n);
      },
      { severity: 'error', message: /rule 90/, resource, actor: 'owner-account' },
    ],
    'requests to a NAT instance are not let in': [
      (n) => {
        addNatInstance(n);
        addAclRules(n, 'public', 'ingress', aclRule(90, 'deny', '10.0.11.0/24', [443, 443]));
      },
      { severity: 'error', message: /rule 90/, resource },
    ],
  },
  skips: { networkAcls: keepsFunctionOut },
});
