import { addDnsServer, useDnsServers } from '../support/dns.ts';
import type { Change } from '../support/network.ts';
import { aclRule, groupRule, setAclRules } from '../support/resources.ts';
import { asking, testRule } from '../support/rule-test.ts';

const onlyHttps: Change = (n) => {
  addDnsServer(n);
  n.securityGroup().egress = [groupRule('0.0.0.0/0', [443, 443])];
};
const resource = (n: Parameters<Change>[0]): string => n.vpc().dhcpOptionsId ?? '';

testRule('custom-dns-unreachable', {
  passes: {
    'the server lets the function in': addDnsServer,
    "Amazon's resolver by its addresses": (n) => {
      useDnsServers(n, '10.0.0.2', '169.254.169.253', 'AmazonProvidedDNS');
      n.securityGroup().egress = [groupRule('0.0.0.0/0', [443, 443])];
    },
    'no interface is seen at the address, so that nothing is proven': (n) => {
      addDnsServer(n);
      n.remove(n.networkInterface('10.0.40.53'));
    },
    'UDP is let out alone': (n) => {
      addDnsServer(n);
      n.securityGroup().egress.push({ ...groupRule('10.0.0.0/16', [53, 53]), protocol: '17' });
    },
  },
  flags: {
    'the group lets out port 443 only': [
      onlyHttps,
      {
        severity: 'warning',
        resource,
        message:
          /^DNS server 10\.0\.40\.53, which dopt-\w+ names for vpc-\w+, cannot be asked over udp 53 from subnet-.*: no egress rule/,
        commands: (n) =>
          ['udp', 'tcp'].map(
            (protocol) =>
              `aws ec2 authorize-security-group-egress --group-id ${n.securityGroup().id} --ip-permissions 'IpProtocol=${protocol},FromPort=53,ToPort=53,IpRanges=[{CidrIp=10.0.40.53/32}]'`,
          ),
      },
    ],
    'the server lets nobody in': [
      (n) => {
        addDnsServer(n);
        n.securityGroup('resolver').ingress = [];
      },
      {
        severity: 'warning',
        resource,
        message: /sg-0resolver\) do not let the function in on udp 53/,
        fixCommand: /--group-id sg-0resolver .*IpProtocol=udp,.*CidrIp=10\.0\.11\.0\/24/,
      },
    ],
    'the server lets queries in over TCP only': [
      (n) => {
        addDnsServer(n);
        n.securityGroup('resolver').ingress = [groupRule('10.0.0.0/16', [53, 53])];
      },
      { severity: 'warning', resource, message: /on udp 53/ },
    ],
    'the answers are dropped': [
      (n) => {
        addDnsServer(n);
        setAclRules(n, 'private', 'ingress', aclRule(100, 'allow', '0.0.0.0/0', [1024, 65535]));
      },
      { severity: 'warning', resource, message: /rule \* denies udp 1024-65535/, fixCommand: /associate-dhcp-options/ },
    ],
  },
  skips: { dhcpOptions: onlyHttps, vpcs: onlyHttps },
});

testRule('custom-dns-unreachable', {
  asks: [asking('203.0.113.9:443')],
  passes: { 'an address is asked for': onlyHttps },
  flags: {
    'a service is asked for': [
      onlyHttps,
      { question: asking('secretsmanager'), severity: 'warning', resource, message: /^DNS server 10\.0\.40\.53/ },
    ],
  },
});
