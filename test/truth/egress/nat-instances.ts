import type { NetworkInterface } from '../../../src/model/kinds/network-interfaces.ts';
import type { Mutable, Network } from '../../support/network.ts';
import { addNatInstance, groupRule } from '../../support/resources.ts';
import { pages } from '../pages.ts';
import { allThree, firstOnly, type TruthRow } from '../row.ts';

const page = pages.natInstance;
const uneven = { 'inconsistent-subnet-egress': 'warning' } as const;
const works = { ...allThree('reachable'), speaks: { 'egress-path-unverified': 'note' } as const };

/** Points private-a's default route to the instance instead of to its interface, as CreateRoute by instance id does. */
const routeByInstance = (n: Network): void => {
  n.route('private-a').target = { kind: 'instance', id: n.instance('nat-instance').id };
};

/** A second interface of the NAT instance, in the same subnet. */
const addSecondInterface = (n: Network, first: Mutable<NetworkInterface>, publicIp: string | null): void => {
  n.all.networkInterfaces.push({
    ...first,
    id: 'eni-00000000000000002',
    privateIpAddresses: [{ address: '10.0.1.81', publicIp, primary: true }],
  });
};

/** Further NAT instances: routes by instance id, several interfaces, loops. */
export const moreNatInstances: readonly TruthRow[] = [
  {
    name: 'a route to a NAT instance by its instance id, with one interface',
    change: (n) => {
      addNatInstance(n);
      routeByInstance(n);
    },
    ...works,
    silent: ['path-blocked', 'nat-instance-no-public-ip', 'nat-instance-not-running', 'inconsistent-subnet-egress'],
    page,
  },
  {
    name: 'a route by instance id to a NAT instance that is stopped',
    change: (n) => {
      addNatInstance(n);
      routeByInstance(n);
      n.instance('nat-instance').state = 'stopped';
    },
    ...firstOnly('blocked'),
    speaks: { 'nat-instance-not-running': 'error', ...uneven },
    silent: ['path-blocked', 'egress-path-unverified'],
    page,
  },
  {
    name: 'a route by instance id to an instance whose interface checks source and destination',
    change: (n) => {
      addNatInstance(n).sourceDestCheck = true;
      routeByInstance(n);
    },
    ...firstOnly('blocked'),
    speaks: { 'nat-instance-source-dest-check': 'error', ...uneven },
    silent: ['path-blocked', 'egress-path-unverified'],
    page,
  },
  {
    name: 'a route by instance id to an instance with two interfaces',
    change: (n) => {
      addSecondInterface(n, addNatInstance(n), null);
      routeByInstance(n);
    },
    ...firstOnly('unknown'),
    speaks: uneven,
    silent: ['path-blocked'],
    open: ['egress-path-unverified', 'nat-instance-no-public-ip'],
    page: pages.route,
    uncertain: 'AWS accepts such a route for one interface only, and does not say which of two it takes later',
  },
  {
    name: 'a route by instance id to an instance whose interfaces the answer of AWS does not hold',
    change: (n) => {
      n.remove(addNatInstance(n));
      routeByInstance(n);
    },
    ...firstOnly('unknown'),
    speaks: uneven,
    silent: ['path-blocked', 'nat-instance-no-public-ip', 'nat-instance-not-running'],
    open: ['egress-path-unverified'],
    page,
    uncertain: 'the interfaces may belong to an account that shares them',
  },
  {
    name: 'no interface of a NAT instance with two has a public address',
    change: (n) => {
      const nic = addNatInstance(n);
      for (const address of nic.privateIpAddresses) address.publicIp = null;
      addSecondInterface(n, nic, null);
    },
    ...firstOnly('blocked'),
    speaks: { 'nat-instance-no-public-ip': 'error', ...uneven },
    silent: ['path-blocked', 'egress-path-unverified'],
    page,
  },
  {
    name: 'a NAT instance whose second interface has no public address: the first one does',
    change: (n) => addSecondInterface(n, addNatInstance(n), null),
    ...works,
    silent: ['nat-instance-no-public-ip', 'path-blocked', 'inconsistent-subnet-egress'],
    page,
  },
  {
    name: 'a NAT instance without a public address, which another instance has',
    change: (n) => {
      const nic = addNatInstance(n);
      for (const address of nic.privateIpAddresses) address.publicIp = null;
      n.all.instances.push({ id: 'i-00000000000000002', name: 'other', vpcId: n.vpc().id, state: 'running' });
      addSecondInterface(n, { ...nic, instanceId: 'i-00000000000000002' }, '203.0.113.80');
    },
    ...firstOnly('blocked'),
    speaks: { 'nat-instance-no-public-ip': 'error', ...uneven },
    silent: ['path-blocked'],
    page,
  },
  {
    name: 'a NAT instance in a subnet whose default route leads back to it',
    change: (n) => {
      addNatInstance(n);
      n.associate('public-a', 'private-a');
    },
    ...firstOnly('blocked'),
    speaks: { 'path-blocked': 'error', ...uneven },
    silent: ['no-internet-route', 'nat-instance-no-public-ip', 'egress-path-unverified'],
    page,
  },
  {
    name: 'a NAT instance in the very subnet that it serves',
    change: (n) => {
      const nic = addNatInstance(n);
      nic.subnetId = n.subnet('private-a').id;
      nic.privateIpAddresses = [{ address: '10.0.11.80', publicIp: '203.0.113.80', primary: true }];
    },
    ...firstOnly('blocked'),
    speaks: { 'path-blocked': 'error', ...uneven },
    silent: ['nat-subnet-nacl-blocks', 'egress-path-unverified'],
    page,
  },
  {
    name: 'two groups on a NAT instance make up for each other',
    change: (n) => {
      const nic = addNatInstance(n);
      n.securityGroup('nat-instance').ingress = [];
      nic.securityGroupIds.push(n.addSecurityGroup('nat-in', { ingress: [groupRule('10.0.11.0/24', [443, 443])] }));
    },
    ...works,
    silent: ['nat-instance-sg-blocks-function', 'path-blocked'],
    page: pages.securityGroupRules,
  },
];
