import type { Network } from '../support/network.ts';
import { addNatInstance } from '../support/resources.ts';
import { pages } from './pages.ts';
import { allThree, firstOnly, type TruthRow } from './row.ts';

type Mode = 'off' | 'block-bidirectional' | 'block-ingress';

/** Sets the mode of the account and what every subnet shows as its effect. */
export const setMode = (n: Network, mode: Mode, effect: { private: Mode | null; public: Mode | null }): void => {
  for (const options of n.all.vpcBlockPublicAccessOptions) {
    options.mode = mode;
    options.state = 'update-complete';
  }
  n.vpc().internetGatewayBlockMode = effect.private;
  for (const zone of ['a', 'b', 'c']) {
    n.subnet(`private-${zone}`).internetGatewayBlockMode = effect.private;
    n.subnet(`public-${zone}`).internetGatewayBlockMode = effect.public;
  }
};

const exclude = (n: Network, ...subnets: string[]): void => {
  for (const name of subnets)
    n.all.vpcBlockPublicAccessExclusions.push({
      id: `vpcbpa-exclude-0${name}`,
      mode: 'allow-egress',
      resourceArn: `arn:aws:ec2:eu-west-1:123456789012:subnet/${n.subnet(name).id}`,
      state: 'create-complete',
    });
};

const publicSubnets = ['public-a', 'public-b', 'public-c'];
const everywhere = (mode: Mode) => ({ private: mode, public: mode });
const unreadable = { private: null, public: null };

/** VPC Block Public Access, which counts in the subnet that touches the internet gateway. */
export const blockPublicAccess: readonly TruthRow[] = [
  {
    name: 'block-bidirectional stops NAT gateways',
    change: (n) => setMode(n, 'block-bidirectional', everywhere('block-bidirectional')),
    ...allThree('blocked'),
    speaks: { 'bpa-blocks-egress': 'error' },
    silent: ['path-blocked', 'nat-gateway-no-igw-path', 'igw-not-attached', 'inconsistent-subnet-egress'],
    page: pages.blockPublicAccess,
  },
  {
    name: 'block-ingress lets NAT gateways work',
    change: (n) => setMode(n, 'block-ingress', everywhere('block-ingress')),
    ...allThree('reachable'),
    speaks: {},
    silent: ['bpa-blocks-egress'],
    page: pages.blockPublicAccessExamples,
  },
  {
    name: 'block-ingress stops a NAT instance',
    change: (n) => {
      addNatInstance(n);
      setMode(n, 'block-ingress', everywhere('block-ingress'));
    },
    ...firstOnly('blocked'),
    speaks: { 'bpa-blocks-egress': 'error', 'inconsistent-subnet-egress': 'warning' },
    silent: ['path-blocked', 'nat-instance-no-public-ip', 'egress-path-unverified'],
    page: pages.blockPublicAccessExamples,
  },
  {
    name: "block-bidirectional with the NAT gateways' subnets excluded for egress, shown as block-ingress",
    change: (n) => {
      setMode(n, 'block-bidirectional', { private: 'block-bidirectional', public: 'block-ingress' });
      exclude(n, ...publicSubnets);
    },
    ...allThree('reachable'),
    speaks: {},
    silent: ['bpa-blocks-egress'],
    page: pages.blockPublicAccessExamples,
  },
  {
    name: "block-bidirectional with the NAT gateways' subnets excluded, shown as off",
    change: (n) => {
      setMode(n, 'block-bidirectional', { private: 'block-bidirectional', public: 'off' });
      exclude(n, ...publicSubnets);
      for (const exclusion of n.all.vpcBlockPublicAccessExclusions) exclusion.mode = 'allow-bidirectional';
    },
    ...allThree('reachable'),
    speaks: {},
    silent: ['bpa-blocks-egress'],
    page: pages.blockPublicAccess,
  },
  {
    name: 'an exclusion in effect beside a subnet that still shows block-bidirectional',
    change: (n) => {
      setMode(n, 'block-bidirectional', everywhere('block-bidirectional'));
      exclude(n, ...publicSubnets);
    },
    ...allThree('unknown'),
    speaks: {},
    silent: ['path-blocked'],
    open: ['bpa-blocks-egress', 'egress-path-unverified'],
    page: pages.blockPublicAccess,
    uncertain: "AWS does not say whether a subnet's block mode already counts exclusions",
  },
  {
    name: 'one zone excluded, the others not',
    change: (n) => {
      setMode(n, 'block-bidirectional', everywhere('block-bidirectional'));
      n.subnet('public-a').internetGatewayBlockMode = 'block-ingress';
      exclude(n, 'public-a');
    },
    verdicts: { 'private-a': 'reachable', 'private-b': 'blocked', 'private-c': 'blocked' },
    verdict: 'partial',
    speaks: { 'bpa-blocks-egress': 'error', 'inconsistent-subnet-egress': 'warning' },
    silent: ['path-blocked'],
    page: pages.blockPublicAccess,
  },
  {
    name: 'a change of the mode is in progress',
    change: (n) => {
      setMode(n, 'block-bidirectional', everywhere('block-bidirectional'));
      for (const options of n.all.vpcBlockPublicAccessOptions) options.state = 'update-in-progress';
    },
    ...allThree('unknown'),
    speaks: { 'bpa-blocks-egress': 'warning' },
    silent: ['path-blocked'],
    page: pages.blockPublicAccess,
    uncertain: 'whether the mode is already in effect is open',
  },
  {
    name: "subnets that show no mode follow the account's",
    change: (n) => setMode(n, 'block-bidirectional', unreadable),
    ...allThree('blocked'),
    speaks: { 'bpa-blocks-egress': 'error' },
    silent: ['path-blocked'],
    page: pages.blockPublicAccess,
  },
  {
    name: "subnets that show no mode, and the account's may not be read",
    change: (n) => {
      setMode(n, 'off', unreadable);
      n.deny('vpcBlockPublicAccessOptions');
    },
    ...allThree('unknown'),
    speaks: { 'missing-permission': 'warning' },
    silent: ['bpa-blocks-egress', 'path-blocked'],
    page: pages.ec2Permissions,
  },
  {
    name: 'an endpoint that shows a mode nowhere and fails when it is asked for the account has not got the feature',
    change: (n) => {
      setMode(n, 'off', unreadable);
      n.vpc().internetGatewayBlockMode = null;
      n.deny('vpcBlockPublicAccessOptions', 'the service failed');
    },
    ...allThree('reachable'),
    speaks: { 'missing-permission': 'note' },
    silent: ['bpa-blocks-egress'],
    page: pages.blockPublicAccess,
  },
  {
    name: 'an endpoint that fails when it is asked for the account, and shows a mode of one subnet that no packet crosses',
    change: (n) => {
      setMode(n, 'off', unreadable);
      n.subnet('private-a').internetGatewayBlockMode = 'off';
      n.deny('vpcBlockPublicAccessOptions', 'the service failed');
    },
    ...allThree('unknown'),
    speaks: { 'missing-permission': 'warning' },
    silent: ['bpa-blocks-egress', 'path-blocked'],
    page: pages.blockPublicAccess,
  },
  {
    name: "the account's mode may not be read but every subnet shows off",
    change: (n) => n.deny('vpcBlockPublicAccessOptions'),
    ...allThree('reachable'),
    speaks: { 'missing-permission': 'note' },
    silent: ['bpa-blocks-egress'],
    page: pages.blockPublicAccess,
  },
  {
    name: 'a mode that this version does not know',
    change: (n) => {
      for (const subnet of n.all.subnets) subnet.internetGatewayBlockMode = 'unknown:block-egress';
    },
    ...allThree('unknown'),
    speaks: {},
    silent: ['path-blocked'],
    open: ['bpa-blocks-egress', 'egress-path-unverified'],
    page: pages.blockPublicAccess,
    uncertain: 'nothing is known of the mode',
  },
];
