import type { Network } from '../../support/network.ts';
import { groupReference, groupRule, setAclRules } from '../../support/resources.ts';
import { addDataSubnet, addInterface, addSubnet, port5432 } from '../../support/targets.ts';
import { pages } from '../pages.ts';
import { allThree, shareOfAll, type TruthRow } from '../row.ts';
import { partialBy, reachable, readMatters, readMattersNot, unknown } from './outcomes.ts';

const page = pages.securityGroupRules;
const cluster = 'sg-0cluster:5432';
const closed = 'private-target-sg-ingress-missing';
const silent = ['path-blocked', 'no-internet-route', 'target-subnet-nacl-blocks'];

/** Two interfaces with the group `cluster`, which lets nothing in; what they have besides decides. */
const addCluster = (n: Network, first: readonly string[], second: readonly string[]): void => {
  addDataSubnet(n);
  const group = n.addSecurityGroup('cluster', {});
  n.addSecurityGroup('open', { ingress: [groupReference(n.securityGroup().id, port5432)] });
  const also = (names: readonly string[]) => names.map((name) => n.securityGroup(name).id);
  addInterface(n, 'data-a', '10.0.40.20', group, ...also(first));
  addInterface(n, 'data-a', '10.0.40.21', group, ...also(second));
};

/** Targets named by a group: every interface that carries it is meant. */
export const groupsOfInterfaces: readonly TruthRow[] = [
  {
    name: 'a group whose two interfaces let the function in by a second group',
    change: (n) => addCluster(n, ['open'], ['open']),
    target: cluster,
    ...reachable,
    shares: shareOfAll(1, 1),
    silent: [...silent, closed],
    page,
  },
  {
    name: 'a group of two interfaces, one of which lets nobody in',
    change: (n) => addCluster(n, ['open'], []),
    target: cluster,
    ...partialBy(closed, 1, 2),
    findings: 1,
    silent: [...silent, 'inconsistent-subnet-egress'],
    page,
  },
  {
    name: 'a group that no interface carries',
    change: (n) => {
      n.addSecurityGroup('cluster', { ingress: [groupRule('10.0.0.0/16', port5432)] });
    },
    target: cluster,
    ...unknown,
    silent: [...silent, closed],
    page,
    uncertain: 'there is nothing to reach, and an interface may carry the group at any time',
  },
  {
    name: 'interfaces may not be read: those of a closed group may carry another one that lets the function in',
    change: (n) => {
      addCluster(n, ['open'], ['open']);
      n.deny('networkInterfaces');
    },
    target: cluster,
    ...allThree('unknown'),
    speaks: readMatters,
    silent: [...silent, closed],
    page: pages.ec2Permissions,
  },
  {
    name: 'interfaces may not be read, and the function lets out nothing to the port',
    change: (n) => {
      addCluster(n, ['open'], ['open']);
      n.deny('networkInterfaces');
      n.securityGroup().egress = [groupRule('0.0.0.0/0', [443, 443])];
    },
    target: cluster,
    ...allThree('blocked'),
    speaks: { 'sg-egress-blocks-destination': 'error', ...readMattersNot },
    silent: [...silent, closed],
    page,
  },
  {
    name: 'a group of two interfaces in different subnets, one of which has a closed network ACL',
    change: (n) => {
      addCluster(n, ['open'], []);
      n.all.networkInterfaces.pop();
      addSubnet(n, 'data-b', { cidr: '10.0.41.0/24', beside: 'private-b', rules: 'shut' });
      setAclRules(n, 'shut', 'egress');
      addInterface(n, 'data-b', '10.0.41.21', n.securityGroup('cluster').id, n.securityGroup('open').id);
    },
    target: cluster,
    ...partialBy('target-subnet-nacl-blocks', 1, 2),
    findings: 1,
    silent: ['path-blocked', closed, 'inconsistent-subnet-egress'],
    page: pages.networkAcls,
  },
];
