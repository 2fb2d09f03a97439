import type { Change } from '../support/network.ts';
import { aclRule, addAclRules, setAclRules } from '../support/resources.ts';
import { testRule, toInternet } from '../support/rule-test.ts';

const nothingOut: Change = (n) => setAclRules(n, 'private', 'egress');
const resource = (n: Parameters<Change>[0]): string => n.networkAcl('private').id;

testRule('nacl-blocks-outbound', {
  passes: {
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
        message: /rule \*/,
        resource,
        fixCommand:
          /^aws ec2 create-network-acl-entry --network-acl-id acl-\w+ --egress --rule-number \d+ --protocol tcp --port-range From=443,To=443 --cidr-block 0\.0\.0\.0\/0 --rule-action allow$/,
      },
    ],
    'port 443 denied in front of the allow': [
      (n) => addAclRules(n, 'private', 'egress', aclRule(90, 'deny', '0.0.0.0/0', [443, 443])),
      { severity: 'error', message: /rule 90/, resource, fixCommand: /--rule-number ([1-9]|[1-8]\d) / },
    ],
    'a quarter of the addresses denied, nobody asked': [
      (n) => addAclRules(n, 'private', 'egress', aclRule(90, 'deny', '64.0.0.0/2', 'all')),
      { severity: 'warning', message: /rule 90/, resource },
    ],
    'a quarter of the addresses denied, the internet was asked for': [
      (n) => addAclRules(n, 'private', 'egress', aclRule(90, 'deny', '64.0.0.0/2', 'all')),
      { severity: 'error', message: /rule 90/, resource, question: toInternet },
    ],
  },
  skips: { networkAcls: nothingOut },
});
