import type { Change } from '../support/network.ts';
import { aclRule, addAclRules, addNatInstance, setAclRules } from '../support/resources.ts';
import { testRule } from '../support/rule-test.ts';

const anywhere = '0.0.0.0/0';
const inVpc = '10.0.0.0/16';
const keepsFunctionOut: Change = (n) => addAclRules(n, 'public', 'ingress', aclRule(90, 'deny', inVpc, [443, 443]));
const resource = (n: Parameters<Change>[0]): string => n.networkAcl('public').id;

testRule('nat-subnet-nacl-blocks', {
  passes: {
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
        message: /rule 90/,
        resource,
        fixCommand: /--ingress --rule-number ([1-9]|[1-8]\d) --protocol tcp --port-range From=443,To=443 /,
      },
    ],
    'requests are not let out': [
      (n) => addAclRules(n, 'public', 'egress', aclRule(90, 'deny', anywhere, [443, 443])),
      {
        severity: 'error',
        message: /rule 90/,
        resource,
        fixCommand: /--egress --rule-number ([1-9]|[1-8]\d) --protocol tcp --port-range From=443,To=443 /,
      },
    ],
    'replies are not let in': [
      (n) => setAclRules(n, 'public', 'ingress', aclRule(100, 'allow', inVpc, 'all')),
      {
        severity: 'error',
        message: /rule \*/,
        resource,
        fixCommand: /--ingress .*--port-range From=1024,To=65535 --cidr-block 0\.0\.0\.0\/0 /,
      },
    ],
    'replies are not let out to the function': [
      (n) => setAclRules(n, 'public', 'egress', aclRule(100, 'allow', anywhere, [443, 443])),
      {
        severity: 'error',
        message: /rule \*/,
        resource,
        fixCommand: /--egress .*--port-range From=1024,To=65535 --cidr-block 10\.0\.1[123]\.0\/24 /,
      },
    ],
    'replies are let in to some ports only': [
      (n) => {
        const replies = aclRule(110, 'allow', anywhere, [32768, 61000]);
        setAclRules(n, 'public', 'ingress', aclRule(100, 'allow', inVpc, [443, 443]), replies);
      },
      { severity: 'warning', message: /43\.76|32768-61000|1024-32767/, resource },
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
