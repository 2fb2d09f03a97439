import type { Network } from '../../support/network.ts';
import { addNatInstance } from '../../support/resources.ts';
import { pages } from '../pages.ts';
import { allThree, firstOnly, type TruthRow } from '../row.ts';

const reachable = allThree('reachable');
const uneven = { 'inconsistent-subnet-egress': 'warning' } as const;

const setPublicAccess = (n: Network, mode: 'block-bidirectional' | 'block-ingress'): void => {
  for (const options of n.all.vpcBlockPublicAccessOptions) Object.assign(options, { mode, state: 'update-complete' });
  n.vpc().internetGatewayBlockMode = mode;
  for (const subnet of n.all.subnets) subnet.internetGatewayBlockMode = mode;
};

const exclude = (n: Network, mode: 'allow-bidirectional' | 'allow-egress', subnetId?: string): void => {
  const excluded = subnetId === undefined ? `vpc/${n.vpc().id}` : `subnet/${subnetId}`;
  const resourceArn = `arn:aws:ec2:eu-west-1:123456789012:${excluded}`;
  const id = `vpcbpa-exclude-${n.all.vpcBlockPublicAccessExclusions.length + 1}` as const;
  n.all.vpcBlockPublicAccessExclusions.push({ id, mode, resourceArn, state: 'create-complete' });
};

/** Networks about VPC Block Public Access on which random packets and the engine disagreed. Each was decided from the AWS pages. */
export const publicAccessDisagreements: readonly TruthRow[] = [
  {
    name: 'an exclusion for egress that is being made, which would not help a NAT instance',
    change: (n) => {
      addNatInstance(n);
      setPublicAccess(n, 'block-ingress');
      exclude(n, 'allow-egress');
      for (const exclusion of n.all.vpcBlockPublicAccessExclusions) exclusion.state = 'create-in-progress';
    },
    ...firstOnly('blocked'),
    speaks: { 'bpa-blocks-egress': 'error', ...uneven },
    silent: ['path-blocked'],
    page: pages.blockPublicAccessExamples,
  },
  {
    name: 'an exclusion for egress does not help a NAT instance under block-bidirectional',
    change: (n) => {
      addNatInstance(n);
      setPublicAccess(n, 'block-bidirectional');
      for (const zone of ['b', 'c']) n.subnet(`public-${zone}`).internetGatewayBlockMode = 'block-ingress';
      exclude(n, 'allow-egress');
    },
    ...firstOnly('blocked'),
    speaks: { 'bpa-blocks-egress': 'error', ...uneven },
    silent: ['path-blocked'],
    page: pages.blockPublicAccessExamples,
  },
  {
    name: 'an exclusion beside NAT gateways under block-ingress, which lets them out anyway',
    change: (n) => {
      setPublicAccess(n, 'block-ingress');
      exclude(n, 'allow-bidirectional');
    },
    ...reachable,
    speaks: {},
    silent: ['bpa-blocks-egress'],
    page: pages.blockPublicAccessExamples,
  },
  {
    name: 'exclusions may not be read under block-ingress, which lets NAT gateways out anyway',
    change: (n) => {
      setPublicAccess(n, 'block-ingress');
      n.deny('vpcBlockPublicAccessExclusions');
    },
    ...reachable,
    speaks: { 'missing-permission': 'note' },
    silent: ['bpa-blocks-egress'],
    page: pages.blockPublicAccessExamples,
  },
  {
    name: "a participant's own mode is being changed, while the subnets of the owner show theirs",
    change: (n) => {
      for (const subnet of n.all.subnets) subnet.ownerId = '210987654321';
      for (const options of n.all.vpcBlockPublicAccessOptions) options.state = 'update-in-progress';
    },
    ...reachable,
    speaks: {},
    silent: ['bpa-blocks-egress'],
    page: pages.blockPublicAccess,
  },
  {
    name: "an exclusion for egress of the VPC that failed to be changed, beside one for both directions of the NAT instance's subnet",
    change: (n) => {
      addNatInstance(n);
      setPublicAccess(n, 'block-bidirectional');
      for (const zone of ['b', 'c']) n.subnet(`public-${zone}`).internetGatewayBlockMode = 'block-ingress';
      exclude(n, 'allow-egress');
      for (const exclusion of n.all.vpcBlockPublicAccessExclusions) exclusion.state = 'update-failed';
      exclude(n, 'allow-bidirectional', n.subnet('public-a').id);
    },
    ...firstOnly('unknown'),
    speaks: uneven,
    silent: ['path-blocked'],
    open: ['bpa-blocks-egress', 'egress-path-unverified'],
    page: pages.blockPublicAccessExamples,
    uncertain: 'the subnet still reports the mode from which the exclusion takes it out',
  },
];
