import { addNatInstance, addPrefixList, groupReference, groupRule } from '../../support/resources.ts';
import { pages } from '../pages.ts';
import { firstOnly, type TruthRow } from '../row.ts';

const uneven = { 'inconsistent-subnet-egress': 'warning' } as const;

/** Networks about NAT instances on which random packets and the engine disagreed. Each was decided from the AWS pages. */
export const natInstanceDisagreements: readonly TruthRow[] = [
  {
    name: 'a NAT instance whose public address belongs to a second private address of its interface',
    change: (n) => {
      const nic = addNatInstance(n);
      nic.privateIpAddresses = [
        { address: '10.0.1.80', publicIp: null, primary: true },
        { address: '10.0.1.81', publicIp: '203.0.113.80', primary: false },
      ];
    },
    ...firstOnly('unknown'),
    speaks: { 'nat-instance-no-public-ip': 'warning', ...uneven },
    silent: ['path-blocked'],
    open: ['egress-path-unverified'],
    page: pages.reachabilityCodes,
    uncertain: 'a system sends from its primary address, which the gateway drops, unless it is told otherwise',
  },
  {
    name: 'a NAT instance whose public address is on an interface in another subnet, and only its own has no way out',
    change: (n) => {
      const nic = addNatInstance(n);
      for (const address of nic.privateIpAddresses) address.publicIp = null;
      const addresses = [{ address: '10.0.2.80', publicIp: '203.0.113.80', primary: true }];
      const subnetId = n.subnet('public-b').id;
      n.all.networkInterfaces.push({ ...nic, id: 'eni-00000000000000002', subnetId, privateIpAddresses: addresses });
      n.disassociate('public-a');
    },
    ...firstOnly('unknown'),
    speaks: { 'nat-instance-no-public-ip': 'warning', ...uneven },
    silent: ['path-blocked'],
    open: ['egress-path-unverified'],
    page: pages.natInstance,
    uncertain: 'packets that leave by the other interface meet the table of the other subnet',
  },
  {
    name: 'a stopped NAT instance in a subnet that the answer of AWS does not hold',
    change: (n) => {
      addNatInstance(n).subnetId = 'subnet-00000000000000009';
      n.instance('nat-instance').state = 'stopped';
    },
    ...firstOnly('blocked'),
    speaks: { 'nat-instance-not-running': 'error', ...uneven },
    silent: ['path-blocked'],
    page: pages.natInstance,
  },
  {
    name: 'a NAT instance whose group lets nothing in, in a subnet that the answer of AWS does not hold',
    change: (n) => {
      addNatInstance(n).subnetId = 'subnet-00000000000000009';
      n.securityGroup('nat-instance').ingress = [];
    },
    ...firstOnly('blocked'),
    speaks: { 'nat-instance-sg-blocks-function': 'error', ...uneven },
    silent: ['path-blocked'],
    page: pages.securityGroupRules,
  },
  {
    name: "a prefix list that may not be read in the table of a NAT instance's subnet, all of which leads back to it",
    change: (n) => {
      const { id, instanceId } = addNatInstance(n);
      const target = { kind: 'network-interface', id, instanceId } as const;
      n.associate('public-a', 'main');
      n.addRoute('main', '0.0.0.0/0', target);
      n.addRoute('main', addPrefixList(n, 'secret', 'denied'), target);
    },
    ...firstOnly('blocked'),
    speaks: { 'path-blocked': 'error', 'missing-permission': 'note', ...uneven },
    silent: ['egress-path-unverified'],
    page: pages.natInstance,
  },
  {
    name: "a NAT instance whose group lets in another function's group, an interface of which stands in the subnet",
    change: (n) => {
      addNatInstance(n);
      const own = n.addSecurityGroup('own', { egress: [groupRule('0.0.0.0/0', 'all')] });
      n.securityGroup('nat-instance').ingress = [groupReference(n.securityGroup().id, 'all')];
      n.network().securityGroupIds = [own];
    },
    ...firstOnly('blocked'),
    speaks: { 'nat-instance-sg-blocks-function': 'error', ...uneven },
    silent: ['path-blocked'],
    page: pages.securityGroupRules,
  },
  {
    name: "a NAT instance whose subnet's table leads to an endpoint of the own VPC that no longer exists",
    change: (n) => {
      addNatInstance(n);
      n.associate('public-a', 'main');
      n.addRoute('main', '0.0.0.0/0', { kind: 'vpc-endpoint', id: 'vpce-0f1e2d3c4b5a69788' });
    },
    ...firstOnly('blocked'),
    speaks: { 'path-blocked': 'error', ...uneven },
    silent: ['egress-path-unverified'],
    page: pages.natInstance,
  },
];
