import type { Change } from '../support/network.ts';
import { aclRule, addAclRules, setAclRules } from '../support/resources.ts';
import { testRule, toInternet } from '../support/rule-test.ts';

const noReplies: Change = (n) => setAclRules(n, 'private', 'ingress');
const repliesTo =
  (from: number, to: number): Change =>
  (n) =>
    setAclRules(n, 'private', 'ingress', aclRule(100, 'allow', '0.0.0.0/0', [from, to]));
const resource = (n: Parameters<Change>[0]): string => n.networkAcl('private').id;

testRule('nacl-blocks-return-traffic', {
  passes: {
    'a deny for IPv6': (n) =>
      addAclRules(n, 'private', 'ingress', {
        ...aclRule(90, 'deny', '0.0.0.0/0', 'all'),
        cidr: { kind: 'ipv6', cidr: '::/0' },
      }),
    'a deny for ports below 1024': (n) =>
      addAclRules(n, 'private', 'ingress', aclRule(90, 'deny', '0.0.0.0/0', [0, 1023])),
    'replies to 1024-65535': repliesTo(1024, 65535),
    'a deny with a higher number than the allow': (n) =>
      addAclRules(n, 'private', 'ingress', aclRule(110, 'deny', '0.0.0.0/0', 'all')),
    'a deny for UDP': (n) =>
      addAclRules(n, 'private', 'ingress', { ...aclRule(90, 'deny', '0.0.0.0/0', [1024, 65535]), protocol: '17' }),
    'replies that the NAT subnet drops, which is another rule': (n) =>
      setAclRules(n, 'public', 'ingress', aclRule(100, 'allow', '10.0.0.0/16', 'all')),
    'a network ACL that lets nothing out either, which is the root cause': (n) => {
      noReplies(n);
      setAclRules(n, 'private', 'egress');
    },
  },
  flags: {
    'no reply is let in': [
      noReplies,
      {
        severity: 'error',
        message: /drops every reply to the function.*tcp 1024-65535, by rule \* deny all traffic/,
        resource,
        fixCommand:
          /^aws ec2 create-network-acl-entry --network-acl-id acl-\w+ --ingress --rule-number \d+ --protocol tcp --port-range From=1024,To=65535 --cidr-block 0\.0\.0\.0\/0 --rule-action allow$/,
      },
    ],
    'a deny in front of the allow needs a lower number still': [
      (n) => addAclRules(n, 'private', 'ingress', aclRule(90, 'deny', '0.0.0.0/0', [1024, 65535])),
      {
        severity: 'error',
        message: /rule 90 deny tcp 1024-65535 from 0\.0\.0\.0\/0/,
        resource,
        fixCommand: /--ingress --rule-number 89 /,
      },
    ],
    'only port 443 is let in': [repliesTo(443, 443), { severity: 'error', message: /1024-65535/, resource }],
    'half of the ports, nobody asked': [
      repliesTo(32768, 65535),
      {
        severity: 'warning',
        message: /32,768 of 64,512 ports \(closed: 1024-32767\)/,
        resource,
        fixCommand: /--ingress .*--port-range From=1024,To=32767 /,
      },
    ],
    'half of the ports, the internet was asked for': [
      repliesTo(32768, 65535),
      { severity: 'error', message: /32768-65535|1024-32767|50\.79/, resource, question: toInternet },
    ],
    'replies of a quarter of the internet': [
      (n) => addAclRules(n, 'private', 'ingress', aclRule(90, 'deny', '64.0.0.0/2', 'all')),
      {
        severity: 'warning',
        message: /drops replies from a part of the internet.*rule 90 deny all traffic from 64\.0\.0\.0\/2/,
        resource,
      },
    ],
    'a number that a rule for UDP has is not free': [
      (n) =>
        setAclRules(n, 'private', 'ingress', { ...aclRule(100, 'allow', '0.0.0.0/0', [1024, 65535]), protocol: '17' }),
      { severity: 'error', message: /rule \*/, resource, fixCommand: /--rule-number (?!100 )\d+ / },
    ],
    'one port of 64,512': [
      (n) => addAclRules(n, 'private', 'ingress', aclRule(90, 'deny', '0.0.0.0/0', [3389, 3389])),
      { severity: 'warning', message: /3389/, resource, question: toInternet },
    ],
  },
  skips: { networkAcls: noReplies },
});
