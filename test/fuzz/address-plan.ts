import type { Family } from '../../src/network/address.ts';
import type { functionSubnets, natSubnets } from './resources.ts';

type SubnetId = (typeof functionSubnets)[number] | (typeof natSubnets)[number];

/** Where the addresses of a small network lie, and the blocks that its rules and routes name. */
export interface AddressPlan {
  readonly family: Family;
  readonly everywhere: string;
  /** The other family as a whole, which covers none of the addresses. */
  readonly other: { readonly kind: Family; readonly cidr: string };
  readonly vpc: string;
  /** A range inside the internet that some of the networks add to the VPC. */
  readonly secondRange: string;
  readonly subnets: Readonly<Record<SubnetId, string>>;
  /** Blocks that overlap, nest and share bounds, near to 1 % and far from it, in and out of the VPC. */
  readonly destinations: readonly string[];
  /** Blocks in which the function's own addresses lie, or not, or in part. */
  readonly sources: readonly string[];
}

const ipv4: AddressPlan = {
  family: 'ipv4',
  everywhere: '0.0.0.0/0',
  other: { kind: 'ipv6', cidr: '::/0' },
  vpc: '10.0.0.0/16',
  secondRange: '44.128.0.0/16',
  subnets: {
    'subnet-fa': '10.0.1.0/24',
    'subnet-fb': '10.0.2.0/24',
    'subnet-na': '10.0.8.0/24',
    'subnet-nb': '10.0.9.0/24',
  },
  destinations: [
    '0.0.0.0/0',
    '0.0.0.0/0',
    '0.0.0.0/1',
    '128.0.0.0/1',
    '64.0.0.0/2',
    '128.0.0.0/2',
    '32.0.0.0/6',
    '32.0.0.0/7',
    '34.0.0.0/8',
    '36.0.0.0/10',
    '36.64.0.0/12',
    '52.92.0.0/17',
    '52.92.0.0/16',
    '198.41.0.0/24',
    '198.41.0.128/25',
    '8.8.8.8/32',
    '44.128.0.0/16',
    '44.128.0.0/10',
    '100.0.0.0/8',
    '192.0.0.0/8',
    '240.0.0.0/4',
    '10.0.0.0/8',
  ],
  sources: [
    '0.0.0.0/0',
    '10.0.0.0/16',
    '10.0.1.0/24',
    '10.0.2.0/24',
    '10.0.1.0/25',
    '10.0.1.64/26',
    '10.0.2.255/32',
    '10.0.8.0/23',
    '10.0.8.5/32',
    '8.0.0.0/5',
  ],
};

const ipv6: AddressPlan = {
  family: 'ipv6',
  everywhere: '::/0',
  other: { kind: 'ipv4', cidr: '0.0.0.0/0' },
  vpc: '2600:1f18:1:100::/56',
  secondRange: '2a05:d018::/32',
  subnets: {
    'subnet-fa': '2600:1f18:1:101::/64',
    'subnet-fb': '2600:1f18:1:102::/64',
    'subnet-na': '2600:1f18:1:108::/64',
    'subnet-nb': '2600:1f18:1:109::/64',
  },
  destinations: [
    '::/0',
    '::/0',
    '::/1',
    '8000::/1',
    '2000::/3',
    '2000::/4',
    '3000::/4',
    '2600::/9',
    '2600::/10',
    '2600::/12',
    '2600:1f00::/24',
    '2600:1f18:1:100::/55',
    '2a05:d000::/19',
    '2a05:d018::/32',
    '2606:4700::/32',
    '2606:4700::1111/128',
    '2001:db8::/32',
    '2001::/16',
    '3fff::/20',
    '64:ff9b::/96',
    'fc00::/7',
    'ff00::/8',
  ],
  sources: [
    '::/0',
    '2600:1f18:1:100::/56',
    '2600:1f18:1:101::/64',
    '2600:1f18:1:102::/64',
    '2600:1f18:1:101::/65',
    '2600:1f18:1:101:4000::/66',
    '2600:1f18:1:101::/126',
    '2600:1f18:1:102:ffff:ffff:ffff:ffff/128',
    '2600:1f18:1:101::77/128',
    '2000::/5',
  ],
};

export const addressPlans: Readonly<Record<Family, AddressPlan>> = { ipv4, ipv6 };
