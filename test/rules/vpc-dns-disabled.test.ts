import { addDnsServer, turnOffDns } from '../support/dns.ts';
import { shareVpc } from '../support/resources.ts';
import { asking, testRule } from '../support/rule-test.ts';
import { addDatabase } from '../support/targets.ts';

const resource = (n: { readonly vpc: () => { readonly id: string } }): string => n.vpc().id;

testRule('vpc-dns-disabled', {
  passes: {
    'DNS hostnames are off': (n) => {
      n.vpc().enableDnsHostnames = { status: 'known', value: false };
    },
    'the attribute may not be read': (n) => {
      const action = 'ec2:DescribeVpcAttribute';
      n.vpc().enableDnsSupport = { status: 'unavailable', action, reason: 'access denied' };
    },
  },
  flags: {
    'DNS support is off': [
      turnOffDns,
      {
        severity: 'warning',
        resource,
        message: /^DNS support of vpc-\w+ is off: the resolver of the VPC answers nothing/,
        commands: (n) => [`aws ec2 modify-vpc-attribute --vpc-id ${n.vpc().id} --enable-dns-support`],
      },
    ],
    'DNS support is off beside a DNS server of its own': [
      (n) => {
        addDnsServer(n);
        turnOffDns(n);
      },
      { severity: 'warning', resource, message: /private names fail, and all others if 10\.0\.40\.53 forwards to/ },
    ],
    'a service is asked for, whose answer is unknown': [
      turnOffDns,
      { question: asking('s3'), severity: 'warning', resource, message: /is off/ },
    ],
    'the owner of a shared VPC can turn it on': [
      (n) => {
        turnOffDns(n);
        shareVpc(n);
      },
      { severity: 'warning', resource, message: /is off/, actor: 'owner-account' },
    ],
  },
  skips: { vpcs: turnOffDns },
});

testRule('vpc-dns-disabled', {
  asks: [asking('10.0.40.7:5432')],
  passes: {
    'an address is asked for': (n) => {
      addDatabase(n);
      turnOffDns(n);
    },
  },
  flags: {
    'the internet over IPv6 is asked for by names too': [
      turnOffDns,
      { question: asking('internet6'), severity: 'warning', resource, message: /is off/ },
    ],
  },
});
