import type { RouteTarget } from '../../src/model/kinds/route-tables.ts';
import { withIpv6 } from '../support/ipv6.ts';
import type { Network } from '../support/network.ts';
import { aclRule, addAclRules, addPeering, addTransitGateway } from '../support/resources.ts';
import { testRule, toInternet, toInternet6 } from '../support/rule-test.ts';

/** More than one in a hundred public addresses, and fewer. */
const large = '128.0.0.0/2';
const small = '52.0.0.0/8';

const vpn: RouteTarget = { kind: 'virtual-private-gateway', id: 'vgw-0a1b2c3d4e5f60718' };
const gone: RouteTarget = { kind: 'nat-gateway', id: 'nat-00000000000000001' };

const toPeer = (n: Network): void => n.addRoute('private-a', large, addPeering(n));

const deleteRoute = (n: Network, destination: string): string =>
  `aws ec2 delete-route --route-table-id ${n.routeTable('private-a').id} --destination-cidr-block ${destination}`;

const privateA = (n: Network): string => n.routeTable('private-a').id;

testRule('more-specific-route-diverts', {
  passes: {
    'another NAT gateway that works': (n) => n.addRoute('private-a', large, n.route('private-b').target),
    'a range of the peer itself': (n) => n.addRoute('private-a', '10.1.0.0/16', addPeering(n)),
    'a blackhole, which is another finding': (n) =>
      n.addRoute('private-a', large, { kind: 'none' }, { state: 'blackhole' }),
    'a blackhole of a few addresses': (n) => n.addRoute('private-a', small, { kind: 'none' }, { state: 'blackhole' }),
    'the default route itself leads to the peer': (n) => {
      n.route('private-a').target = addPeering(n);
    },
    'the default route does not work either': (n) => {
      toPeer(n);
      n.route('private-a').state = 'blackhole';
    },
    'two halves and no default route, which is a way of writing one': (n) => {
      n.removeRoute('private-a');
      n.addRoute('private-a', '0.0.0.0/1', vpn);
      n.addRoute('private-a', '128.0.0.0/1', vpn);
    },
    'a network ACL denies a few addresses that another route takes': (n) => {
      n.addRoute('private-a', small, n.route('private-b').target);
      addAclRules(n, 'private', 'ingress', aclRule(90, 'deny', small, 'all'));
    },
  },
  flags: {
    'a quarter of the addresses to a peer': [
      toPeer,
      {
        severity: 'warning',
        message: /sends 128\.0\.0\.0\/2 → pcx-\w+, past its default route: pcx-\w+ carries only traffic between/,
        resource: privateA,
        destination: large,
        commands: (n) => [deleteRoute(n, large)],
      },
    ],
    'a quarter of the internet that was asked for': [
      toPeer,
      { severity: 'error', message: /past its default route/, resource: privateA, question: toInternet },
    ],
    'a few addresses to a peer': [
      (n) => n.addRoute('private-a', small, addPeering(n)),
      {
        severity: 'warning',
        message: /sends 52\.0\.0\.0\/8 → pcx-\w+, past its default route: pcx-/,
        resource: privateA,
        destination: small,
        question: toInternet,
      },
    ],
    'a few addresses to a VPN': [
      (n) => n.addRoute('private-a', small, vpn),
      { severity: 'warning', message: /out of sight/, resource: privateA, commands: (n) => [deleteRoute(n, small)] },
    ],
    'a quarter of the addresses to a VPN that announces them': [
      (n) => n.addRoute('private-a', large, vpn, { origin: 'EnableVgwRoutePropagation' }),
      {
        severity: 'warning',
        message: /→ vgw-\w+, past its default route: what happens behind vgw-\w+ is out of sight/,
        resource: privateA,
        commands: (n) => [
          `aws ec2 disable-vgw-route-propagation --route-table-id ${privateA(n)} --gateway-id ${vpn.kind === 'virtual-private-gateway' ? vpn.id : ''}`,
        ],
      },
    ],
    'a NAT gateway that is gone': [
      (n) => n.addRoute('private-a', large, gone),
      { severity: 'warning', message: /nat-00000000000000001 does not exist any more/, resource: privateA },
    ],
    'a transit gateway that is not attached in the zone': [
      (n) => n.addRoute('private-a', large, addTransitGateway(n, 'private-b', 'private-c')),
      {
        severity: 'warning',
        message: /→ tgw-\w+, past its default route: .* has no subnet in zone/,
        resource: privateA,
      },
    ],
    "the NAT gateways' table sends a quarter to a peer": [
      (n) => n.addRoute('public', large, addPeering(n)),
      {
        severity: 'warning',
        message: /past its default route: packets of the NAT gateway to these addresses are dropped/,
        resource: (n) => n.routeTable('public').id,
        destination: large,
      },
    ],
    'a quarter of the internet over IPv6 to a peer': [
      withIpv6((n) => n.addRoute('private-a', '2800::/5', addPeering(n))),
      {
        severity: 'error',
        message: /sends 2800::\/5 → pcx-/,
        resource: privateA,
        question: toInternet6,
        fixCommand: /^aws ec2 delete-route .* --destination-ipv6-cidr-block 2800::\/5$/,
      },
    ],
  },
  skips: { routeTables: toPeer },
});
