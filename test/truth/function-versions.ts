import { addAlias, attachedWith } from '../support/aliases.ts';
import { pages } from './pages.ts';
import { allThree, type TruthRow } from './row.ts';

const reachable = allThree('reachable');
const page = pages.functionVersions;
const drifts = { speaks: { 'version-vpc-drift': 'warning' }, silent: ['path-blocked', 'missing-permission'] } as const;
const same = { speaks: {}, silent: ['version-vpc-drift', 'missing-permission'] } as const;

/** Published versions keep the VPC configuration that they were published with. */
export const functionVersions: readonly TruthRow[] = [
  {
    name: 'an alias leads to a version that was published with one subnet',
    change: (n) => addAlias(n, 'live', attachedWith(n, { subnetIds: [n.subnet('private-a').id] })),
    ...reachable,
    ...drifts,
    findings: 1,
    page,
  },
  {
    name: 'an alias leads to a version that was published with another security group',
    change: (n) => addAlias(n, 'live', attachedWith(n, { securityGroupIds: [n.addSecurityGroup('before', {})] })),
    ...reachable,
    ...drifts,
    findings: 1,
    page,
  },
  {
    name: 'an alias leads to a version that was published with IPv6 allowed',
    change: (n) => addAlias(n, 'live', attachedWith(n, { ipv6AllowedForDualStack: true })),
    ...reachable,
    ...drifts,
    findings: 1,
    page,
  },
  {
    name: 'an alias leads to a version that was published without a VPC',
    change: (n) => addAlias(n, 'live', { kind: 'none' }),
    ...reachable,
    ...drifts,
    findings: 1,
    page,
  },
  {
    name: 'a tenth of the traffic of an alias goes to a version in other subnets',
    change: (n) => addAlias(n, 'live', attachedWith(n, {}), attachedWith(n, { subnetIds: [n.subnet('private-a').id] })),
    ...reachable,
    ...drifts,
    findings: 1,
    page: pages.aliasRouting,
  },
  {
    name: 'two aliases, of which one leads to a version in other subnets',
    change: (n) => {
      addAlias(n, 'beta', attachedWith(n, {}));
      addAlias(n, 'live', attachedWith(n, { subnetIds: [n.subnet('private-a').id] }));
    },
    ...reachable,
    ...drifts,
    findings: 1,
    page,
  },
  {
    name: 'an alias leads to a version with the configuration of $LATEST, its lists in another order',
    change: (n) => addAlias(n, 'live', attachedWith(n, { subnetIds: [...n.network().subnetIds].reverse() })),
    ...reachable,
    ...same,
    page,
  },
  {
    name: 'the version that was asked about differs from nothing but $LATEST, which nobody asked about',
    change: (n) => {
      n.function().qualifier = 'live';
      n.function().version = '3';
    },
    ...reachable,
    ...same,
    page,
  },
  {
    name: 'the aliases of a function may not be read',
    change: (n) => n.denyRead('aliases'),
    ...reachable,
    speaks: { 'missing-permission': 'note' },
    silent: ['version-vpc-drift', 'path-blocked'],
    page: pages.functionVersions,
  },
];
