import { addPeering, groupRule } from '../../support/resources.ts';
import { privateSubnets, removeDefaultRoutes } from '../../support/targets.ts';
import { pages } from '../pages.ts';
import { allThree, type TruthRow } from '../row.ts';
import { blockedBy, reachable } from './outcomes.ts';

const target = '203.0.113.9:8443';
const closed = 'private-target-sg-ingress-missing';
const silent = ['path-blocked', 'target-subnet-nacl-blocks'];

/** One public address, and private ones to which nothing leads. */
export const publicAddresses: readonly TruthRow[] = [
  {
    name: 'a public address and port through the NAT gateways',
    change: null,
    target,
    ...reachable,
    silent: [...silent, 'no-internet-route', 'aws-service-unreachable'],
    page: pages.natGateway,
  },
  {
    name: 'a public address on a port that the group does not let out',
    change: (n) => {
      n.securityGroup().egress = [groupRule('0.0.0.0/0', [443, 443])];
    },
    target,
    ...blockedBy('sg-egress-blocks-destination'),
    silent,
    page: pages.securityGroupRules,
  },
  {
    name: 'a public address without a default route',
    change: removeDefaultRoutes,
    target,
    ...allThree('blocked'),
    speaks: { 'no-internet-route': 'error' },
    silent: [...silent, 'aws-service-unreachable'],
    page: pages.lambdaInternet,
  },
  {
    name: 'a public address behind a default route to a peering connection',
    change: (n) => {
      const peering = addPeering(n);
      for (const subnet of privateSubnets) n.route(subnet).target = { ...peering };
    },
    target,
    ...allThree('blocked'),
    speaks: { 'default-route-to-peering': 'error' },
    silent: [...silent, 'peering-problem'],
    page: pages.peering,
  },
  {
    name: 'a private address of another network, which the internet gateway behind the NAT gateways drops',
    change: null,
    target: '192.168.7.9:5432',
    ...allThree('blocked'),
    speaks: { 'path-blocked': 'error' },
    silent: ['target-subnet-nacl-blocks', closed],
    page: pages.reachabilityCodes,
  },
  {
    name: 'a public address for a function that is not in a VPC',
    change: (n) => {
      n.function().network = { kind: 'none' };
    },
    target,
    verdicts: {},
    verdict: 'reachable',
    speaks: { 'not-in-vpc': 'note' },
    silent: [...silent, closed],
    page: pages.lambdaInternet,
  },
  {
    name: 'a private address for a function that is not in a VPC',
    change: (n) => {
      n.function().network = { kind: 'none' };
    },
    target: '10.0.40.7:5432',
    verdicts: {},
    verdict: 'blocked',
    speaks: { 'path-blocked': 'error', 'not-in-vpc': 'note' },
    silent: [closed, 'sg-egress-blocks-destination'],
    page: pages.lambdaVpc,
  },
  {
    name: 'a block of public and private addresses for a function that is not in a VPC, which reaches half of a block',
    change: (n) => {
      n.function().network = { kind: 'none' };
    },
    target: '10.0.0.0/7:443',
    verdicts: {},
    verdict: 'partial',
    speaks: { 'path-blocked': 'error', 'not-in-vpc': 'note' },
    silent: [closed, 'sg-egress-blocks-destination'],
    page: pages.lambdaInternet,
  },
];
