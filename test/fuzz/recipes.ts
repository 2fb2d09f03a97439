import type { Family } from '../../src/network/address.ts';
import { type AddressPlan, addressPlans } from './address-plan.ts';
import { detourTwists } from './detour-twists.ts';
import { deviceTwists } from './device-twists.ts';
import { dualStackNetwork } from './dual-stack-network.ts';
import { farNetwork } from './far-network.ts';
import { farPlans, farTargets } from './far-plan.ts';
import { farTwists } from './far-twists.ts';
import { interfaceEndpointTwists } from './interface-endpoint.ts';
import { ipv6Twists } from './ipv6-twists.ts';
import { natGatewayTwists } from './nat-gateway-twists.ts';
import { natInstanceTwists } from './nat-instance.ts';
import { smallNetwork } from './network.ts';
import { networkAclTwists } from './network-acl-twists.ts';
import { peeringTwists } from './peering-twists.ts';
import { publicAccessTwists } from './public-access-twists.ts';
import type { Random } from './random.ts';
import type { Lists } from './resources.ts';
import { routeTwists } from './route-twists.ts';
import { securityGroupTwists } from './security-group-twists.ts';
import { transitGatewayTwists } from './transit-gateways.ts';
import type { Twist } from './twist.ts';

/**
 * What worlds are about: the internet over one family, or, over IPv4 and over IPv6, what else a function can call.
 */
export const worldKinds = ['ipv4', 'ipv6', 'targets', 'targets6'] as const;
export type WorldKind = (typeof worldKinds)[number];

/** The networks of one kind: one in which all works, and what can change in it. */
interface Recipe {
  readonly network: () => Lists;
  readonly twists: readonly Twist[];
  /** What is asked of a world, as after `--to`. */
  readonly asked: (random: Random) => readonly string[];
}

/** Changes of what packets meet on the way to any target, and of what they meet on the way to the internet alone. */
const near = (plan: AddressPlan): readonly Twist[] => [
  ...networkAclTwists(plan),
  ...securityGroupTwists(plan),
  ...routeTwists(plan),
];
const beyond = (plan: AddressPlan, own: readonly Twist[]): readonly Twist[] => [
  ...own,
  ...publicAccessTwists,
  ...deviceTwists(plan),
];

const ofIpv4 = [...natGatewayTwists, ...natInstanceTwists];

const aboutInternet = (plan: AddressPlan, network: () => Lists, own: readonly Twist[], target: string): Recipe => ({
  network,
  twists: [...near(plan), ...transitGatewayTwists(plan), ...beyond(plan, own)],
  asked: () => [target],
});

/** What happens on the way to the internet concerns few packets to other targets. */
const seldom = (twists: readonly Twist[]): readonly Twist[] =>
  twists.map((one) => ({ ...one, weight: one.weight / 4 }));

const aboutTargets = (family: Family, own: readonly Twist[]): Recipe => {
  const far = farPlans[family];
  return {
    network: farNetwork(family),
    twists: [
      ...near(far.plan),
      ...seldom(beyond(far.plan, own)),
      ...farTwists(far),
      ...detourTwists(far),
      ...peeringTwists(far),
      ...interfaceEndpointTwists(far),
    ],
    asked: farTargets(far),
  };
};

export const recipes: Readonly<Record<WorldKind, Recipe>> = {
  ipv4: aboutInternet(addressPlans.ipv4, smallNetwork, ofIpv4, 'internet'),
  ipv6: aboutInternet(addressPlans.ipv6, dualStackNetwork, ipv6Twists, 'internet6'),
  targets: aboutTargets('ipv4', ofIpv4),
  targets6: aboutTargets('ipv6', ipv6Twists),
};

export const randomTwist = (twists: readonly Twist[], random: Random): Twist => {
  const totalWeight = twists.reduce((sum, { weight }) => sum + weight, 0);
  let left = (random.below(1_000_000) / 1_000_000) * totalWeight;
  for (const twist of twists) {
    left -= twist.weight;
    if (left < 0) return twist;
  }
  throw new Error('the weights do not add up');
};
