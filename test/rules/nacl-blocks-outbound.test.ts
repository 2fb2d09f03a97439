import type { Change } from '../support/network.ts';
import { aclRule, addAclRules, setAclRules, shareVpc } from '../support/resources.ts';
import { testRule, toInternet } from '../support/rule-test.ts';

const nothingOut: Change = (n) => setAclRules(n, 'private', 'egress');
const resource = (n: Parameters<Change>[0]): string => n.networkAcl('private').id;

testRule('nacl-blocks-outbound', {
  passes: {
    'a deny for UDP and one for IPv6': (n) => {
      addAclRules(n, 'private', 'egress', { ...aclRule(80, 'deny', '0.0.0.0/0', [443, 443]), protocol: '17' });
      addAclRules(n, 'private', 'egress', {
        ...aclRule(81, 'deny', '0.0.0.0/0', 'all'),
        cidr: { kind: 'ipv6', cidr: '::/0' },
      });
    },
    'a security group that lets nothing out either, which is the root cause': (n) => {
      nothingOut(n);
      n.securityGroup().egress = [];
    },
    'port 443 out': (n) => setAclRules(n, 'private', 'egress', aclRule(100, 'allow', '0.0.0.0/0', [443, 443])),
    'a deny with a higher number than the allow': (n) =>
      addAclRules(n, 'private', 'egress', aclRule(110, 'deny', '0.0.0.0/0', 'all')),
    'a deny for another port': (n) => addAclRules(n, 'private', 'egress', aclRule(90, 'deny', '0.0.0.0/0', [80, 80])),
    'a deny for the addresses that the gateway endpoint takes': (n) =>
      addAclRules(n, 'private', 'egress', aclRule(90, 'deny', '52.218.0.0/17', 'all')),
    'a request that the NAT subnet stops, which is another rule': (n) =>
      addAclRules(n, 'public', 'egress', aclRule(90, 'deny', '0.0.0.0/0', [443, 443])),
  },
  flags: {
    'nothing is let out': [
      nothingOut,
      {
        severity: 'error',
        message: /does not let tcp 443 out to the internet, by rule \* deny all traffic/,
        resource,
        fixCommand:
          /^aws ec2 create-network-acl-entry --network-acl-id acl-\w+ --egress --rule-number \d+ --protocol tcp --port-range From=443,To=443 --cidr-block 0\.0\.0\.0\/0 --rule-action allow$/,
      },
    ],
    'port 443 denied in front of the allow': [
      (n) => addAclRules(n, 'private', 'egress', aclRule(90, 'deny', '0.0.0.0/0', [443, 443])),
      {
        severity: 'error',
        message: /rule 90 deny tcp 443 to 0\.0\.0\.0\/0/,
        resource,
        fixCommand: /--egress --rule-number 89 --protocol tcp --port-range From=443,To=443 /,
      },
    ],
    'a quarter of the addresses denied, nobody asked': [
      (n) => addAclRules(n, 'private', 'egress', aclRule(90, 'deny', '64.0.0.0/2', 'all')),
      {
        severity: 'warning',
        message: /to a part of the internet, by rule 90 deny all traffic to 64\.0\.0\.0\/2/,
        resource,
      },
    ],
    'a number that a rule for UDP has is not free': [
      (n) => setAclRules(n, 'private', 'egress', { ...aclRule(100, 'allow', '0.0.0.0/0', [443, 443]), protocol: '17' }),
      { severity: 'error', message: /rule \*/, resource, fixCommand: /--rule-number (?!100 )\d+ / },
    ],
    'rule 1 denies: no number is free in front of it': [
      (n) => addAclRules(n, 'private', 'egress', aclRule(1, 'deny', '0.0.0.0/0', 'all')),
      {
        severity: 'error',
        message: /rule 1 deny all traffic/,
        resource,
        fixCommand: /--rule-number '<free number below the deny>' /,
      },
    ],
    'a network ACL of a VPC that another account shares': [
      (n) => {
        nothingOut(n);
        shareVpc(n);
      },
      { severity: 'error', message: /rule \*/, resource, actor: 'owner-account' },
    ],
    'a quarter of the addresses denied, the internet was asked for': [
      (n) => addAclRules(n, 'private', 'egress', aclRule(90, 'deny', '64.0.0.0/2', 'all')),
      { severity: 'error', message: /rule 90/, resource, question: toInternet },
    ],
  },
  skips: { networkAcls: nothingOut },
});
