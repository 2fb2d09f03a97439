import type { SecurityGroupPeer } from '../../src/model/kinds/security-groups.ts';
import type { Change, Network } from '../support/network.ts';
import { groupReference, shareVpc } from '../support/resources.ts';
import { otherVpcId } from '../support/targets.ts';
import { pages } from './pages.ts';
import { allThree, type TruthRow } from './row.ts';

const reachable = allThree('reachable');
const page = pages.staleSecurityGroups;
const rule = 'stale-security-group-rule';

type Reference = Extract<SecurityGroupPeer, { kind: 'security-group' }>;

const gone = 'sg-0deleted';

/** A rule of the function's group about the database's group. */
const referringTo =
  (id: `sg-${string}`, over: Partial<Reference> = {}): Change =>
  (n: Network) => {
    const reference = groupReference(id, [5432, 5432]);
    n.securityGroup().egress.push({ ...reference, peer: { ...reference.peer, ...over } as Reference });
  };

/** A rule about a group outlives the group. */
export const staleSecurityGroupRules: readonly TruthRow[] = [
  {
    name: 'a rule of the function refers to a group that is gone',
    change: referringTo(gone),
    ...reachable,
    speaks: { [rule]: 'note' },
    findings: 1,
    silent: ['path-blocked', 'sg-egress-blocks-destination'],
    page,
  },
  {
    name: 'two rules of the function refer to two groups that are gone',
    change: (n) => {
      referringTo(gone)(n);
      referringTo('sg-0gone-as-well')(n);
    },
    ...reachable,
    speaks: { [rule]: 'note' },
    findings: 2,
    silent: ['path-blocked'],
    page,
  },
  {
    name: 'a rule of the function refers to a group that no interface carries',
    change: (n) => referringTo(n.addSecurityGroup('database', {}))(n),
    ...reachable,
    speaks: {},
    silent: [rule],
    page: pages.securityGroupRules,
  },
  {
    name: 'a rule of the function refers to a group of a peered VPC, which is not listed',
    change: referringTo(gone, {
      vpcId: otherVpcId,
      peeringConnectionId: 'pcx-0f1e2d3c4b5a69788',
      peeringStatus: 'active',
    }),
    ...reachable,
    speaks: {},
    silent: [rule],
    page: pages.peeringGroups,
  },
  {
    name: 'a rule of the function refers to a group of another account',
    change: referringTo(gone, { ownerId: '210987654321' }),
    ...reachable,
    speaks: {},
    silent: [rule],
    page: pages.vpcSharing,
  },
  {
    name: "in a shared VPC a rule of the function refers to a group of the VPC's owner, which is not listed",
    change: (n) => {
      shareVpc(n);
      referringTo(gone, { ownerId: '210987654321' })(n);
    },
    ...reachable,
    speaks: {},
    silent: [rule],
    page: pages.vpcSharing,
  },
  {
    name: 'a rule that lets in from a group that is gone concerns no call of the function',
    change: (n) => {
      n.securityGroup().ingress.push(groupReference(gone, [443, 443]));
    },
    ...reachable,
    speaks: {},
    silent: [rule],
    page,
  },
];
