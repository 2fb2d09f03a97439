import type { NatGatewayAddress } from '../../../src/model/kinds/nat-gateways.ts';
import type { Mutable, Network } from '../../support/network.ts';
import { pages } from '../pages.ts';
import { allThree, firstOnly, type TruthRow } from '../row.ts';

const page = pages.natGatewayAddress;
const uneven = { 'inconsistent-subnet-egress': 'warning' } as const;

type Address = Mutable<NatGatewayAddress>;

/** Every address that the NAT gateway of zone a has at first: its primary one. */
const primary = (n: Network): Address => {
  const [address] = n.natGateway('nat-a').addresses;
  if (address === undefined) throw new Error('nat-a has no address');
  return address;
};

const fail = (address: Address): void => {
  address.status = 'failed';
  address.publicIp = null;
  address.failureMessage = 'The allocation ID does not exist';
};

const addSecondary = (n: Network, over: Partial<Address> = {}): Address => {
  const address: Address = {
    allocationId: 'eipalloc-00000000000000002',
    publicIp: '203.0.113.21',
    privateIp: '10.0.1.26',
    networkInterfaceId: primary(n).networkInterfaceId,
    availabilityZoneId: 'euw1-az1',
    isPrimary: false,
    status: 'succeeded',
    failureMessage: null,
    ...over,
  };
  n.natGateway('nat-a').addresses.push(address);
  return address;
};

/** The addresses of a NAT gateway that is available. */
export const natGatewayAddresses: readonly TruthRow[] = [
  {
    name: 'the only address of a NAT gateway failed',
    change: (n) => fail(primary(n)),
    ...firstOnly('blocked'),
    speaks: { 'nat-address-failed': 'error', ...uneven },
    silent: ['path-blocked', 'nat-gateway-no-igw-path', 'private-nat-used-for-internet', 'nat-gateway-not-available'],
    page,
  },
  {
    name: 'the primary address of a NAT gateway failed beside a second one that works',
    change: (n) => {
      fail(primary(n));
      addSecondary(n);
    },
    ...firstOnly('blocked'),
    speaks: { 'nat-address-failed': 'error', ...uneven },
    silent: ['path-blocked', 'nat-gateway-not-available'],
    page,
  },
  {
    name: 'a second address of a NAT gateway failed',
    change: (n) => fail(addSecondary(n)),
    ...allThree('reachable'),
    shares: { 'private-a': [1, 1] },
    speaks: { 'nat-address-failed': 'warning' },
    silent: [
      'nat-gateway-not-available',
      'path-blocked',
      'private-nat-used-for-internet',
      'inconsistent-subnet-egress',
    ],
    page,
  },
  {
    name: 'a NAT gateway with eight addresses, all fine',
    change: (n) => {
      for (const last of [26, 27, 28, 29, 30, 31, 32])
        addSecondary(n, {
          allocationId: `eipalloc-000000000000000${last}`,
          publicIp: `203.0.113.${last}`,
          privateIp: `10.0.1.${last}`,
        });
    },
    ...allThree('reachable'),
    exceptions: false,
    speaks: {},
    silent: ['nat-address-failed', 'path-blocked', 'nat-gateway-cross-az'],
    page: pages.natGatewayBasics,
  },
  {
    name: 'a second address of a NAT gateway is being taken away: new connections use the others',
    change: (n) => {
      addSecondary(n, { status: 'disassociating' });
    },
    ...allThree('reachable'),
    speaks: {},
    silent: ['nat-address-failed', 'nat-gateway-not-available'],
    page,
  },
  {
    name: 'the only address of a NAT gateway is still being associated',
    change: (n) => {
      primary(n).status = 'associating';
      primary(n).publicIp = null;
    },
    ...firstOnly('unknown'),
    speaks: uneven,
    silent: ['path-blocked', 'private-nat-used-for-internet'],
    open: ['nat-address-failed', 'nat-gateway-not-available', 'egress-path-unverified'],
    page,
    uncertain: 'the address may be there a moment later, and may fail',
  },
  {
    name: 'a status of the only address that this version does not know',
    change: (n) => {
      primary(n).status = 'unknown:cooling-down';
    },
    ...firstOnly('unknown'),
    speaks: uneven,
    silent: ['path-blocked', 'nat-address-failed'],
    open: ['egress-path-unverified', 'nat-gateway-not-available'],
    page,
    uncertain: 'nothing is known of the status',
  },
  {
    name: 'failed addresses of a NAT gateway that no route of the function uses',
    change: (n) => {
      fail(primary(n));
      n.route('private-a').target = { ...n.route('private-b').target };
    },
    ...allThree('reachable'),
    speaks: { 'nat-gateway-cross-az': 'note' },
    silent: ['nat-address-failed'],
    page,
  },
  {
    name: 'a failed address behind a deleted default route of its subnet',
    change: (n) => {
      fail(primary(n));
      n.removeRoute('public');
    },
    ...allThree('blocked'),
    speaks: { 'nat-address-failed': 'error', 'nat-gateway-no-igw-path': 'error' },
    silent: ['path-blocked', 'inconsistent-subnet-egress'],
    also: ['nat-address-failed'],
    page,
  },
  {
    name: 'a proxy appliance on one NAT gateway, and the network ACL of its subnet keeps the function out',
    change: (n) => {
      n.natGateway('nat-a').appliances.push('network-firewall-proxy');
      n.networkAcl('public').entries.push({
        ruleNumber: 90,
        direction: 'ingress',
        action: 'deny',
        protocol: '6',
        cidr: { kind: 'ipv4', cidr: '10.0.11.0/24' },
        ports: { kind: 'range', from: 443, to: 443 },
      });
    },
    ...firstOnly('blocked'),
    speaks: { 'nat-subnet-nacl-blocks': 'error', ...uneven },
    silent: ['path-blocked', 'nat-gateway-not-available'],
    open: ['egress-path-unverified'],
    page: pages.natGatewayTroubleshooting,
  },
];
