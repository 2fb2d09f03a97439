import { notAllowed, setRoleActions } from '../support/execution-role.ts';
import { removeDefaultRoutes } from '../support/targets.ts';
import { pages } from './pages.ts';
import { allThree, type TruthRow } from './row.ts';

const reachable = allThree('reachable');
const id = 'execution-role-missing-eni-permissions';
const page = pages.lambdaVpc;
const lacks = { speaks: { [id]: 'warning' }, silent: ['path-blocked', 'missing-permission'], findings: 1 } as const;
const fine = { speaks: {}, silent: [id, 'missing-permission'] } as const;

/**
 * The permissions of the execution role are for making network interfaces, not for using them, so no answer depends on
 * them.
 */
export const executionRoles: readonly TruthRow[] = [
  {
    name: 'no policy of the execution role allows anything about network interfaces',
    change: (n) => setRoleActions(n, notAllowed('no policy allows it')),
    ...reachable,
    ...lacks,
    page,
  },
  {
    name: 'the execution role may do all but remove network interfaces',
    change: (n) => setRoleActions(n, notAllowed('no policy allows it', ['ec2:DeleteNetworkInterface'])),
    ...reachable,
    ...lacks,
    page,
  },
  {
    name: 'the execution role may not look at subnets',
    change: (n) => setRoleActions(n, notAllowed('no policy allows it', ['ec2:DescribeSubnets'])),
    ...reachable,
    ...lacks,
    page,
  },
  {
    name: 'a policy of the execution role denies making network interfaces whoever asks',
    change: (n) => setRoleActions(n, notAllowed('a policy denies it', ['ec2:CreateNetworkInterface'])),
    ...reachable,
    ...lacks,
    page,
  },
  {
    name: 'the execution role was deleted',
    change: (n) => setRoleActions(n, notAllowed('there is no such role')),
    ...reachable,
    ...lacks,
    page,
  },
  {
    name: 'only service control policies stand against it, whose conditions the simulation does not show',
    change: (n) => setRoleActions(n, notAllowed('a service control policy', ['ec2:CreateNetworkInterface'])),
    ...reachable,
    speaks: { [id]: 'note' },
    silent: ['path-blocked'],
    findings: 1,
    page: pages.simulatePrincipalPolicy,
  },
  {
    name: 'the execution role lacks a permission and none of the three route tables has a way out: four causes',
    change: (n) => {
      setRoleActions(n, notAllowed('no policy allows it', ['ec2:CreateNetworkInterface']));
      removeDefaultRoutes(n);
    },
    ...allThree('blocked'),
    speaks: { [id]: 'warning', 'no-internet-route': 'warning' },
    silent: ['path-blocked'],
    findings: 4,
    page,
  },
  {
    name: 'the execution role may do all six',
    change: (n) => setRoleActions(n, []),
    ...reachable,
    ...fine,
    page,
  },
  {
    name: 'nobody asked about the execution role',
    change: null,
    ...reachable,
    ...fine,
    page,
  },
  {
    name: 'a function that is not in a VPC needs none of it',
    change: (n) => {
      setRoleActions(n, notAllowed('no policy allows it'));
      n.function().network = { kind: 'none' };
    },
    verdicts: {},
    verdict: 'reachable',
    speaks: { 'not-in-vpc': 'note' },
    silent: [id],
    page,
  },
  {
    name: 'the simulation of the execution role may not be asked for',
    change: (n) => n.denyRead('roleActions'),
    ...reachable,
    speaks: { 'missing-permission': 'note' },
    silent: [id, 'path-blocked'],
    page: pages.simulatePrincipalPolicy,
  },
];
