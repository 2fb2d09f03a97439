import type { Family } from '../../src/network/address.ts';
import { type AddressPlan, addressPlans } from './address-plan.ts';
import type { Random } from './random.ts';

export const peerVpcId: `vpc-${string}` = 'vpc-2';

/** Subnets in which no function is: two of the function's VPC, one of a peered VPC. */
export const farSubnets = ['subnet-da', 'subnet-db', 'subnet-pa'] as const;
export type FarSubnet = (typeof farSubnets)[number];

/** Where the addresses of what functions call lie. */
export interface FarPlan {
  readonly plan: AddressPlan;
  readonly subnets: Readonly<Record<FarSubnet, string>>;
  readonly peerVpc: string;
  /** A public range that the peered VPC has besides. */
  readonly peerPublic: string;
  /** By interface: two in one subnet, one in another, one beside a function, one in the peered VPC. */
  readonly addresses: Readonly<Record<`eni-${string}`, string>>;
  /** What is asked for, without a port. */
  readonly targets: readonly string[];
}

/** Blocks that rules and routes name: whole subnets, parts of them, single interfaces, and all of them. */
const blocks = {
  ipv4: [
    '10.0.20.0/24',
    '10.0.20.0/25',
    '10.0.20.7/32',
    '10.0.20.8/31',
    '10.0.21.0/24',
    '10.1.0.0/16',
    '10.1.20.7/32',
    '192.168.0.0/16',
  ],
  ipv6: [
    '2600:1f18:1:120::/64',
    '2600:1f18:1:120::7/128',
    '2600:1f18:1:120::8/127',
    '2600:1f18:1:121::/64',
    '2600:1f18:2::/56',
    '2600:1f18:2:20::7/128',
    'fc00::/7',
  ],
} as const;

const usual = {
  ipv4: ['0.0.0.0/0', '0.0.0.0/0', '10.0.0.0/8', '10.0.0.0/16'],
  ipv6: ['::/0', '::/0', '2600::/12', '2600:1f18:1:100::/56'],
};

/** The plan of a family with rules and routes for what functions call in the place of parts of the internet. */
const planOf = (family: Family): AddressPlan => ({
  ...addressPlans[family],
  destinations: [...usual[family], ...blocks[family]],
});

const ipv4: FarPlan = {
  plan: planOf('ipv4'),
  subnets: { 'subnet-da': '10.0.20.0/24', 'subnet-db': '10.0.21.0/24', 'subnet-pa': '10.1.20.0/24' },
  peerVpc: '10.1.0.0/16',
  peerPublic: '44.192.0.0/16',
  addresses: {
    'eni-d1': '10.0.20.7',
    'eni-d2': '10.0.20.8',
    'eni-d3': '10.0.21.9',
    'eni-near': '10.0.1.40',
    'eni-p1': '10.1.20.7',
  },
  targets: [
    '10.0.20.7',
    '10.0.20.8',
    '10.0.20.8/31',
    '10.0.20.6/31',
    '10.0.20.0/28',
    '10.0.21.9',
    '10.0.21.10',
    '10.0.1.40',
    '10.0.1.32/28',
    '10.0.8.5',
    '10.0.200.7',
    '10.1.20.7',
    '10.1.20.7',
    '10.1.20.7',
    '10.1.20.6/31',
    '10.1.200.7',
    '10.2.0.7',
    '10.2.0.7',
    '192.168.7.9',
    '100.64.0.1',
    '203.0.113.9',
    '44.192.0.1',
    '169.254.1.0/31',
  ],
};

const ipv6: FarPlan = {
  plan: planOf('ipv6'),
  subnets: {
    'subnet-da': '2600:1f18:1:120::/64',
    'subnet-db': '2600:1f18:1:121::/64',
    'subnet-pa': '2600:1f18:2:20::/64',
  },
  peerVpc: '2600:1f18:2::/56',
  peerPublic: '2a05:d01c::/56',
  addresses: {
    'eni-d1': '2600:1f18:1:120::7',
    'eni-d2': '2600:1f18:1:120::8',
    'eni-d3': '2600:1f18:1:121::9',
    'eni-near': '2600:1f18:1:101::40',
    'eni-p1': '2600:1f18:2:20::7',
  },
  targets: [
    '[2600:1f18:1:120::7]',
    '[2600:1f18:1:120::8]',
    '[2600:1f18:1:120::8]/127',
    '[2600:1f18:1:120::]/124',
    '[2600:1f18:1:121::9]',
    '[2600:1f18:1:121::a]',
    '[2600:1f18:1:101::40]',
    '[2600:1f18:1:1f0::7]',
    '[2600:1f18:2:20::7]',
    '[2600:1f18:2:20::7]',
    '[2600:1f18:2:20::7]',
    '[2600:1f18:2:20::6]/127',
    '[2600:1f18:2:f0::7]',
    '[2600:1f18:3::7]',
    '[2600:1f18:3::7]',
    '[fd00::7]',
    '[2606:4700::1111]',
    '[64:ff9b::808:808]',
  ],
};

export const farPlans: Readonly<Record<Family, FarPlan>> = { ipv4, ipv6 };

/** Three targets of a world: mostly addresses at the port of the databases, interfaces and groups, and two services. */
export const farTargets =
  ({ plan, targets }: FarPlan) =>
  (random: Random): readonly string[] => {
    const port = (): string => `:${random.pick([5432, 5432, 5432, 443, 1024])}`;
    const withPort = (target: string): string => `${target}${port()}`;
    const named = ['eni-d1', 'eni-d2', 'eni-near', 'eni-p1', 'sg-db', 'sg-web'].map(withPort);
    const others = plan.family === 'ipv4' ? [...named, 's3', 's3', 's3', 'internet'] : ['internet6'];
    const services = ['sqs', 'sqs', 'sqs'];
    const all = [...targets.map(withPort), ...others, ...services];
    return [...new Set([random.pick(all), random.pick(all), random.pick(all)])];
  };
