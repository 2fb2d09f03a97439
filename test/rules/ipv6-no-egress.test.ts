import { describe, expect, it } from 'vitest';
import { diagnose } from '../../src/diagnose.ts';
import { addIpv6, sendAllIpv6, withIpv6 } from '../support/ipv6.ts';
import { type Network, network } from '../support/network.ts';
import { addPeering } from '../support/resources.ts';
import { testRule, toInternet6 } from '../support/rule-test.ts';

const zones = ['a', 'b', 'c'];

const removeDefaults = (n: Network): void => {
  for (const zone of zones) n.removeRoute(`private-${zone}`, '::/0');
};

const removeOne = (n: Network): void => n.removeRoute('private-a', '::/0');

const createRoute = (n: Network, id: string): string =>
  `aws ec2 create-route --route-table-id ${n.routeTable('private-a').id} --destination-ipv6-cidr-block ::/0 --egress-only-internet-gateway-id ${id}`;

testRule('ipv6-no-egress', {
  asks: [toInternet6],
  passes: {
    'an egress-only internet gateway': addIpv6,
    'the internet gateway, which IPv6 can use as it is': withIpv6((n) =>
      sendAllIpv6(n, { kind: 'internet-gateway', id: n.internetGateway().id }),
    ),
    'the function may not use a way that is there': withIpv6((n) => {
      n.network().ipv6AllowedForDualStack = false;
    }),
    'a blackhole, which is another finding': withIpv6((n) => {
      for (const zone of zones) n.route(`private-${zone}`, '::/0').state = 'blackhole';
    }),
    'a peering connection, which is another finding': withIpv6((n) => sendAllIpv6(n, addPeering(n))),
  },
  flags: {
    'one table has no route for IPv6': [
      withIpv6(removeOne),
      {
        severity: 'error',
        message: /^Route table rtb-\w+ has no route to the internet over IPv6/,
        resource: (n) => n.routeTable('private-a').id,
        commands: (n) => [createRoute(n, n.all.egressOnlyInternetGateways[0]?.id ?? '')],
      },
    ],
    'the VPC has no egress-only internet gateway': [
      withIpv6((n) => {
        removeOne(n);
        n.all.egressOnlyInternetGateways.length = 0;
        for (const zone of ['b', 'c'])
          n.route(`private-${zone}`, '::/0').target = { kind: 'internet-gateway', id: n.internetGateway().id };
      }),
      {
        severity: 'error',
        message: /has no route to the internet over IPv6/,
        resource: (n) => n.routeTable('private-a').id,
        commands: (n) => [
          `aws ec2 create-egress-only-internet-gateway --vpc-id ${n.vpc().id}`,
          createRoute(n, "'<new egress-only internet gateway>'"),
        ],
      },
    ],
    'a route to a NAT gateway': [
      withIpv6((n) => {
        n.route('private-a', '::/0').target = { kind: 'nat-gateway', id: n.natGateway('nat-a').id };
      }),
      {
        severity: 'error',
        message: /sends ::\/0 → nat-\w+, and a NAT gateway takes IPv6 only for 64:ff9b::\/96.*inferred/,
        resource: (n) => n.routeTable('private-a').id,
        destination: '::/0',
        fixCommand:
          /^aws ec2 replace-route .* --destination-ipv6-cidr-block ::\/0 --egress-only-internet-gateway-id eigw-/,
      },
    ],
    'the egress-only internet gateway is not attached': [
      withIpv6((n) => {
        for (const gateway of n.all.egressOnlyInternetGateways) gateway.attachments = [];
      }),
      {
        severity: 'error',
        message: /^Egress-only internet gateway eigw-\w+, .* is not attached to their VPC/,
        resource: (n) => n.all.egressOnlyInternetGateways[0]?.id ?? '',
        fixCommand: /^aws ec2 create-egress-only-internet-gateway --vpc-id vpc-/,
      },
    ],
    'a private IPv6 range': [
      withIpv6((n) => {
        for (const range of n.subnet('private-a').ipv6Cidrs) range.addressAttribute = 'private';
      }),
      {
        severity: 'error',
        message: /has only 2001:db8:1234:1a11::\/64, a private IPv6 range that is never advertised/,
        resource: (n) => n.subnet('private-a').id,
        fixCommand: /^aws ec2 associate-subnet-cidr-block --subnet-id subnet-/,
      },
    ],
    'the function may not use IPv6 and no route leads out': [
      withIpv6((n) => {
        removeDefaults(n);
        n.network().ipv6AllowedForDualStack = false;
      }),
      {
        severity: 'error',
        message: /^orders-api has no way out over IPv6: Ipv6AllowedForDualStack is off, .*has no route to the internet/,
        resource: (n) => n.function().arn,
        fixCommand: /Ipv6AllowedForDualStack=true$/,
      },
    ],
    'the network has no IPv6 at all': [
      (n) => {
        n.function().timeout = 1;
      },
      {
        severity: 'error',
        message: /^orders-api has no way out over IPv6/,
        resource: (n) => n.function().arn,
        fixCommand: /^aws ec2 associate-vpc-cidr-block/,
      },
    ],
    'the function is not in a VPC': [
      (n) => {
        n.function().network = { kind: 'none' };
      },
      {
        severity: 'error',
        message: /^orders-api is not attached to a VPC, and Lambda gives such functions no way out over IPv6/,
        resource: (n) => n.function().arn,
        fixCommand: /SubnetIds='<dual-stack subnets>',.*Ipv6AllowedForDualStack=true$/,
      },
    ],
  },
  skips: { routeTables: withIpv6(removeDefaults), egressOnlyInternetGateways: withIpv6(removeDefaults) },
});

describe('rules of both families', () => {
  const findings = (change: (n: Network) => void) => {
    const snapshot = network(withIpv6(change));
    const { functions } = snapshot.sections;
    const items = functions.status === 'collected' ? functions.items.slice(0, 1) : [];
    const options = { functions: items, questions: [toInternet6], allHops: false, rules: null, toolVersion: '0.0.0' };
    return diagnose(snapshot, options).document.functions.flatMap((fn) => fn.findings);
  };
  const commandsOf = (ruleId: string, change: (n: Network) => void) =>
    findings(change)
      .filter((finding) => finding.ruleId === ruleId)
      .flatMap(({ fix }) => fix.commands);

  it('a group that lets no IPv6 out gets a rule for ::/0', () => {
    const commands = commandsOf('sg-egress-blocks-destination', (n) => {
      n.securityGroup().egress = n.securityGroup().egress.filter(({ peer }) => peer.kind !== 'ipv6');
    });
    expect(commands).toEqual([expect.stringContaining('Ipv6Ranges=[{CidrIpv6=::/0}]')]);
  });

  it.each([
    ['nacl-blocks-outbound', 'egress'],
    ['nacl-blocks-return-traffic', 'ingress'],
  ] as const)('%s proposes a rule for ::/0', (ruleId, direction) => {
    const commands = commandsOf(ruleId, (n) => {
      const acl = n.networkAcl('private');
      acl.entries = acl.entries.filter((entry) => entry.direction !== direction || entry.cidr.kind !== 'ipv6');
    });
    expect(commands).toEqual([expect.stringMatching(/ --ipv6-cidr-block ::\/0 --rule-action allow$/)]);
  });

  it('a blackhole on ::/0 is replaced by a route to the egress-only internet gateway', () => {
    const commands = commandsOf('blackhole-route', (n) => {
      n.route('private-a', '::/0').state = 'blackhole';
      n.route('private-a', '::/0').target = { kind: 'none' };
    });
    expect(commands).toEqual([
      expect.stringMatching(/ --destination-ipv6-cidr-block ::\/0 --egress-only-internet-gateway-id eigw-\w+$/),
    ]);
  });

  it('::/0 to a peering connection is replaced by a route to the egress-only internet gateway', () => {
    const commands = commandsOf('default-route-to-peering', (n) => {
      n.route('private-a', '::/0').target = addPeering(n);
    });
    expect(commands).toEqual([expect.stringMatching(/ --egress-only-internet-gateway-id eigw-\w+$/)]);
  });

  it('an exclusion for egress is enough for an egress-only internet gateway', () => {
    const commands = commandsOf('bpa-blocks-egress', (n) => {
      for (const subnet of n.all.subnets) subnet.internetGatewayBlockMode = 'block-bidirectional';
      for (const options of n.all.vpcBlockPublicAccessOptions) options.mode = 'block-bidirectional';
    });
    expect(commands).toHaveLength(3);
    for (const command of commands) expect(command).toMatch(/--internet-gateway-exclusion-mode allow-egress$/);
  });
});
