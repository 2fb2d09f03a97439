import { aclRule, addAclRules, addNatInstance, groupReference, groupRule, setAclRules } from '../support/resources.ts';
import { pages } from './pages.ts';
import { allThree, firstOnly, type TruthRow } from './row.ts';

const uneven = { 'inconsistent-subnet-egress': 'warning' } as const;
const works = { ...allThree('reachable'), speaks: { 'egress-path-unverified': 'note' } as const };

/** A NAT instance in public-a that serves private-a; the other two zones keep their NAT gateways. */
export const natInstances: readonly TruthRow[] = [
  {
    name: 'a NAT instance that does everything the API shows right',
    change: addNatInstance,
    ...works,
    silent: [
      'nat-instance-not-running',
      'nat-instance-source-dest-check',
      'nat-instance-no-public-ip',
      'nat-instance-sg-blocks-function',
      'inconsistent-subnet-egress',
    ],
    page: pages.natInstance,
  },
  {
    name: 'a stopped NAT instance',
    change: (n) => {
      addNatInstance(n);
      n.instance('nat-instance').state = 'stopped';
    },
    ...firstOnly('blocked'),
    speaks: { 'nat-instance-not-running': 'error', ...uneven },
    silent: ['path-blocked', 'egress-path-unverified', 'nat-instance-source-dest-check'],
    page: pages.natInstance,
  },
  {
    name: 'a stopped NAT instance behind a blackhole route',
    change: (n) => {
      addNatInstance(n);
      n.instance('nat-instance').state = 'stopped';
      n.route('private-a').state = 'blackhole';
    },
    ...firstOnly('blocked'),
    speaks: { 'blackhole-route': 'error', ...uneven },
    silent: ['nat-instance-not-running', 'path-blocked'],
    page: pages.route,
  },
  {
    name: 'a NAT instance whose interface is detached',
    change: (n) => {
      const nic = addNatInstance(n);
      nic.status = 'available';
      nic.instanceId = null;
      n.route('private-a').target = { kind: 'network-interface', id: nic.id, instanceId: null };
    },
    ...firstOnly('blocked'),
    speaks: { 'nat-instance-not-running': 'error', ...uneven },
    silent: ['path-blocked'],
    page: pages.natInstance,
  },
  {
    name: 'a NAT instance with source/destination check on',
    change: (n) => {
      addNatInstance(n).sourceDestCheck = true;
    },
    ...firstOnly('blocked'),
    speaks: { 'nat-instance-source-dest-check': 'error', ...uneven },
    silent: ['path-blocked', 'egress-path-unverified', 'nat-instance-not-running'],
    page: pages.natInstance,
  },
  {
    name: 'a NAT instance without a public address',
    change: (n) => {
      for (const address of addNatInstance(n).privateIpAddresses) address.publicIp = null;
    },
    ...firstOnly('blocked'),
    speaks: { 'nat-instance-no-public-ip': 'error', ...uneven },
    silent: ['path-blocked', 'public-subnet-no-nat'],
    page: pages.natInstance,
  },
  {
    name: 'a NAT instance whose public address is on its other interface',
    change: (n) => {
      const nic = addNatInstance(n);
      n.all.networkInterfaces.push({
        ...nic,
        id: 'eni-00000000000000002',
        privateIpAddresses: [{ address: '10.0.1.81', publicIp: '203.0.113.80', primary: true }],
      });
      for (const address of nic.privateIpAddresses) address.publicIp = null;
    },
    ...firstOnly('unknown'),
    speaks: { 'nat-instance-no-public-ip': 'warning', ...uneven },
    silent: ['path-blocked'],
    open: ['egress-path-unverified'],
    page: pages.natInstance,
    uncertain:
      'which interface the operating system sends from is out of sight; NAT designs with two interfaces work so',
  },
  {
    name: 'a NAT instance whose group lets nothing in',
    change: (n) => {
      addNatInstance(n);
      n.securityGroup('nat-instance').ingress = [];
    },
    ...firstOnly('blocked'),
    speaks: { 'nat-instance-sg-blocks-function': 'error', ...uneven },
    silent: ['sg-egress-blocks-destination', 'path-blocked'],
    page: pages.natInstance,
  },
  {
    name: 'a NAT instance whose group lets only port 80 in',
    change: (n) => {
      addNatInstance(n);
      n.securityGroup('nat-instance').ingress = [groupRule('10.0.0.0/16', [80, 80])];
    },
    ...firstOnly('blocked'),
    speaks: { 'nat-instance-sg-blocks-function': 'error', ...uneven },
    silent: ['path-blocked'],
    page: pages.natInstance,
  },
  {
    name: 'a NAT instance whose group lets another subnet in',
    change: (n) => {
      addNatInstance(n);
      n.securityGroup('nat-instance').ingress = [groupRule('10.0.12.0/24', 'all')];
    },
    ...firstOnly('blocked'),
    speaks: { 'nat-instance-sg-blocks-function': 'error', ...uneven },
    silent: ['path-blocked'],
    page: pages.natInstance,
  },
  {
    name: "a NAT instance whose group lets the function's subnet in",
    change: (n) => {
      addNatInstance(n);
      n.securityGroup('nat-instance').ingress = [groupRule('10.0.11.0/24', [443, 443])];
    },
    ...works,
    silent: ['nat-instance-sg-blocks-function'],
    page: pages.natInstance,
  },
  {
    name: "a NAT instance whose group lets the function's group in",
    change: (n) => {
      addNatInstance(n);
      n.securityGroup('nat-instance').ingress = [groupReference(n.securityGroup().id, [443, 443])];
    },
    ...works,
    silent: ['nat-instance-sg-blocks-function'],
    page: pages.natInstance,
  },
  {
    name: 'a NAT instance whose group lets nothing out',
    change: (n) => {
      addNatInstance(n);
      n.securityGroup('nat-instance').egress = [];
    },
    ...firstOnly('blocked'),
    speaks: { 'nat-instance-sg-blocks-function': 'error', ...uneven },
    silent: ['sg-egress-blocks-destination', 'path-blocked'],
    page: pages.natInstance,
  },
  {
    name: 'a NAT instance in a subnet without a way to the internet gateway',
    change: (n) => {
      addNatInstance(n);
      n.disassociate('public-a');
    },
    ...firstOnly('blocked'),
    speaks: { 'path-blocked': 'error', ...uneven },
    silent: ['no-internet-route', 'nat-instance-no-public-ip'],
    page: pages.natInstance,
  },
  {
    name: "the NAT instance's subnet keeps the function's subnet out",
    change: (n) => {
      addNatInstance(n);
      addAclRules(n, 'public', 'ingress', aclRule(90, 'deny', '10.0.11.0/24', [443, 443]));
    },
    ...firstOnly('blocked'),
    speaks: { 'nat-subnet-nacl-blocks': 'error', ...uneven },
    silent: ['nacl-blocks-outbound', 'egress-path-unverified', 'path-blocked'],
    page: pages.natInstance,
  },
  {
    name: "a NAT instance answers to the function's own port: two half-open ACLs close the same ports",
    change: (n) => {
      addNatInstance(n);
      for (const acl of ['private', 'public'])
        setAclRules(
          n,
          acl,
          'ingress',
          aclRule(100, 'allow', '10.0.0.0/16', [443, 443]),
          aclRule(110, 'allow', '0.0.0.0/0', [32768, 61000]),
        );
    },
    ...allThree('partial'),
    shares: {
      'private-a': [28233, 64512],
      'private-b': [28233 * 28233, 64512 * 64512],
      'private-c': [28233 * 28233, 64512 * 64512],
    },
    speaks: { 'nat-subnet-nacl-blocks': 'warning' },
    silent: ['path-blocked'],
    open: ['egress-path-unverified', 'inconsistent-subnet-egress', 'nacl-blocks-return-traffic'],
    page: pages.customNetworkAcl,
  },
  {
    name: 'an interface that the answer of AWS does not hold',
    change: (n) => n.remove(addNatInstance(n)),
    ...firstOnly('unknown'),
    speaks: uneven,
    silent: ['nat-instance-not-running', 'path-blocked'],
    open: ['egress-path-unverified'],
    page: pages.natInstance,
    uncertain: 'the interface may belong to an account that shares it',
  },
  {
    name: 'interfaces may not be read behind a NAT instance',
    change: (n) => {
      addNatInstance(n);
      n.deny('networkInterfaces');
    },
    ...firstOnly('unknown'),
    speaks: { 'missing-permission': 'warning', ...uneven },
    silent: ['nat-instance-source-dest-check', 'nat-instance-no-public-ip', 'path-blocked'],
    open: ['egress-path-unverified'],
    page: pages.ec2Permissions,
  },
  {
    name: 'instances may not be read behind a NAT instance',
    change: (n) => {
      addNatInstance(n);
      n.deny('instances');
    },
    ...firstOnly('unknown'),
    speaks: { 'missing-permission': 'warning', ...uneven },
    silent: ['nat-instance-not-running', 'path-blocked'],
    open: ['egress-path-unverified'],
    page: pages.ec2Permissions,
  },
];
