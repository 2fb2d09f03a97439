import { addressPlans } from './address-plan.ts';
import type { Random } from './random.ts';
import { functionSubnets, type Lists, vpcId } from './resources.ts';
import { change, type Twist, twist } from './twist.ts';

type Subnet = Lists['subnets'][number];

const ranges: readonly ((subnet: Subnet, random: Random) => void)[] = [
  (subnet) => {
    subnet.ipv6Cidrs = [];
  },
  (subnet) => {
    for (const range of subnet.ipv6Cidrs) range.addressAttribute = 'private';
  },
  (subnet, random) => {
    for (const range of subnet.ipv6Cidrs) range.addressAttribute = random.pick([null, 'unknown:reserved'] as const);
  },
  (subnet, random) => {
    for (const range of subnet.ipv6Cidrs) range.state = random.pick(['associating', 'disassociating'] as const);
  },
  (subnet, random) => {
    for (const range of subnet.ipv6Cidrs)
      range.state = random.pick(['disassociated', 'failing', 'failed', 'unknown:moving', null] as const);
  },
  (subnet) => {
    for (const range of subnet.ipv6Cidrs)
      subnet.ipv6Cidrs = [{ ...range, cidr: '2600:1f18:1:1fe::/64', state: 'disassociated' }, range];
  },
  (subnet) => {
    subnet.ipv6Native = true;
    subnet.cidr = null;
  },
  (subnet) => {
    subnet.ipv6Native = null;
    subnet.enableDns64 = true;
  },
];

/** IPv6 meets the network ACL of the function's own subnet and hardly another one, so that one denies more often. */
const denyOut = (n: Lists, random: Random): void => {
  const { everywhere, destinations } = addressPlans.ipv6;
  n.networkAcls
    .find((acl) => acl.id === 'acl-fn')
    ?.entries.push({
      ruleNumber: 50,
      direction: 'egress',
      action: 'deny',
      protocol: '6',
      cidr: { kind: 'ipv6', cidr: random.chance(0.5) ? everywhere : random.pick(destinations) },
      ports: { kind: 'range', from: random.pick([0, 443, 444]), to: 65535 },
    });
};

/** What only IPv6 has: the function's permission, ranges of subnets, and egress-only internet gateways. */
export const ipv6Twists: readonly Twist[] = [
  twist(2, (n, random) =>
    change(random, n.functions, ({ network }) => {
      if (network.kind === 'vpc') network.ipv6AllowedForDualStack = false;
    }),
  ),
  twist(5, (n, random) =>
    change(
      random,
      n.subnets.filter(({ id }) => functionSubnets.some((own) => own === id)),
      (subnet) => random.pick(ranges)(subnet, random),
    ),
  ),
  twist(4, (n, random) =>
    change(random, n.egressOnlyInternetGateways, (gateway) => {
      gateway.attachments = random.pick([
        [],
        [{ vpcId: 'vpc-2', state: 'attached' }],
        [{ vpcId, state: random.pick(['attaching', 'detaching', 'detached', 'available', null] as const) }],
      ]);
    }),
  ),
  twist(4, denyOut),
  twist(1.5, (n) => {
    n.egressOnlyInternetGateways.length = 0;
  }),
];
