import type { EncryptionControl } from '../../../src/model/kinds/vpcs.ts';
import { addIpv6 } from '../../support/ipv6.ts';
import type { Network } from '../../support/network.ts';
import { addNatInstance, sendAll } from '../../support/resources.ts';
import { pages } from '../pages.ts';
import { allThree, type TruthRow } from '../row.ts';

type Exclusions = EncryptionControl['exclusions'];

const page = pages.encryptionControls;
const warns = { 'vpc-encryption-control-blocks': 'warning' } as const;
/** A note about the operating system of the NAT instance. */
const outOfSight = { 'egress-path-unverified': 'note' } as const;
const unsettled = 'AWS keeps what is not excluded out of such a VPC, and does not say what becomes of its packets';
const silent = ['path-blocked', 'egress-path-unverified', 'igw-not-attached'];

const none: Exclusions = {
  lambda: 'disabled',
  natGateway: 'disabled',
  internetGateway: 'disabled',
  egressOnlyInternetGateway: 'disabled',
};
const throughNatGateways: Exclusions = {
  ...none,
  lambda: 'enabled',
  natGateway: 'enabled',
  internetGateway: 'enabled',
};

const enforce = (n: Network, exclusions: Exclusions, state: EncryptionControl['state'] = 'available'): void => {
  n.vpc().encryptionControlMode = 'enforce';
  n.vpc().encryptionControl = { state, exclusions };
};

/** VPCs that enforce encryption in transit, by what they exclude from it. */
export const encryptionControls: readonly TruthRow[] = [
  {
    name: 'encryption is enforced, and Lambda, NAT gateways and internet gateways are excluded',
    change: (n) => enforce(n, throughNatGateways),
    ...allThree('reachable'),
    speaks: {},
    silent: [...silent, 'vpc-encryption-control-blocks'],
    page,
  },
  {
    name: 'encryption is enforced and Lambda is not excluded',
    change: (n) => enforce(n, { ...throughNatGateways, lambda: 'disabled' }),
    ...allThree('unknown'),
    speaks: warns,
    silent,
    page,
    uncertain: unsettled,
  },
  {
    name: 'encryption is enforced and NAT gateways are not excluded',
    change: (n) => enforce(n, { ...throughNatGateways, natGateway: 'disabled' }),
    asked: 'to',
    ...allThree('unknown'),
    speaks: warns,
    findings: 1,
    silent,
    page,
    uncertain: unsettled,
  },
  {
    name: 'encryption is enforced and internet gateways are not excluded',
    change: (n) => enforce(n, { ...throughNatGateways, internetGateway: 'disabled' }),
    ...allThree('unknown'),
    speaks: warns,
    findings: 1,
    silent,
    page,
    uncertain: unsettled,
  },
  {
    name: 'encryption is enforced and nothing is excluded: one finding',
    change: (n) => enforce(n, none),
    ...allThree('unknown'),
    speaks: warns,
    findings: 1,
    silent,
    page,
    uncertain: unsettled,
  },
  {
    name: 'encryption is enforced while the exclusion of NAT gateways is still being made',
    change: (n) => enforce(n, { ...throughNatGateways, natGateway: 'enabling' }),
    ...allThree('unknown'),
    speaks: warns,
    silent,
    page,
    uncertain: 'the exclusion is not in force yet',
  },
  {
    name: 'encryption is enforced, and a NAT instance needs no exclusion for NAT gateways',
    change: (n) => {
      enforce(n, { ...throughNatGateways, natGateway: 'disabled' });
      addNatInstance(n);
      sendAll(n, n.route('private-a').target);
    },
    ...allThree('reachable'),
    speaks: outOfSight,
    silent: ['path-blocked', 'igw-not-attached', 'vpc-encryption-control-blocks'],
    open: ['nat-gateway-cross-az'],
    page,
  },
  {
    name: 'a switch to enforcement that is under way, with all exclusions in force',
    change: (n) => enforce(n, throughNatGateways, 'enforce-in-progress'),
    ...allThree('reachable'),
    speaks: {},
    silent: [...silent, 'vpc-encryption-control-blocks'],
    page,
  },
  {
    name: 'encryption that was enforced and whose control is deleted',
    change: (n) => enforce(n, none, 'deleted'),
    ...allThree('reachable'),
    speaks: {},
    silent: [...silent, 'vpc-encryption-control-blocks'],
    page,
  },
  {
    name: 'a control in mode monitor that is on its way to enforcement, without exclusions',
    change: (n) => {
      enforce(n, none, 'enforce-in-progress');
      n.vpc().encryptionControlMode = 'monitor';
    },
    ...allThree('unknown'),
    speaks: warns,
    silent,
    page,
    uncertain: 'whether the new mode is in force already is not shown',
  },
  {
    name: 'encryption is enforced, and one subnet has no default route: no exclusion would help it',
    change: (n) => {
      enforce(n, none);
      n.removeRoute('private-a');
    },
    verdicts: { 'private-a': 'blocked', 'private-b': 'unknown', 'private-c': 'unknown' },
    verdict: 'partial',
    speaks: { ...warns, 'no-internet-route': 'warning' },
    silent: ['path-blocked', 'egress-path-unverified'],
    open: ['inconsistent-subnet-egress'],
    page,
  },
  {
    name: 'encryption is enforced over IPv6 with the egress-only internet gateway excluded',
    change: (n) => {
      addIpv6(n);
      enforce(n, { ...none, lambda: 'enabled', egressOnlyInternetGateway: 'enabled' });
    },
    target: 'internet6',
    ...allThree('reachable'),
    speaks: {},
    silent: [...silent, 'vpc-encryption-control-blocks'],
    page,
  },
  {
    name: 'encryption is enforced over IPv6 with every gateway but the egress-only one excluded',
    change: (n) => {
      addIpv6(n);
      enforce(n, throughNatGateways);
    },
    target: 'internet6',
    ...allThree('unknown'),
    speaks: warns,
    findings: 1,
    silent,
    page,
    uncertain: unsettled,
  },
  {
    name: 'encryption is enforced and one subnet goes around the NAT gateways that are not excluded',
    change: (n) => {
      enforce(n, { ...throughNatGateways, natGateway: 'disabled' });
      addNatInstance(n);
    },
    verdicts: { 'private-a': 'reachable', 'private-b': 'unknown', 'private-c': 'unknown' },
    verdict: 'unknown',
    speaks: { ...warns, ...outOfSight, 'inconsistent-subnet-egress': 'warning' },
    silent: ['path-blocked', 'igw-not-attached'],
    open: ['nat-gateway-cross-az'],
    page,
    uncertain: unsettled,
  },
];
