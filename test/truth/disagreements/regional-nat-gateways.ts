import { useRegionalNatGateway } from '../../support/regional-nat-gateway.ts';
import { addTransitGateway } from '../../support/resources.ts';
import { pages } from '../pages.ts';
import { allThree, type TruthRow } from '../row.ts';

const blocked = allThree('blocked');

/** Networks about regional NAT gateways on which random packets and the engine disagreed. Each was decided from the AWS pages. */
export const regionalNatGatewayDisagreements: readonly TruthRow[] = [
  {
    name: 'a regional NAT gateway in a mode that is not shown, one address of which failed and the others are not public',
    change: (n) => {
      const nat = useRegionalNatGateway(n, 'automatic');
      nat.autoProvisionZones = null;
      for (const address of nat.addresses.slice(1)) address.publicIp = null;
      for (const address of nat.addresses.slice(0, 1)) address.status = 'failed';
    },
    ...blocked,
    speaks: { 'nat-address-failed': 'error' },
    silent: ['path-blocked', 'regional-nat-az-gap'],
    page: pages.regionalNatGateways,
  },
  {
    name: 'a regional NAT gateway leads to an internet gateway that is gone, in a VPC that may not be read',
    change: (n) => {
      useRegionalNatGateway(n, 'automatic');
      n.all.internetGateways.length = 0;
      n.deny('vpcs');
    },
    ...blocked,
    speaks: { 'igw-not-attached': 'error', 'missing-permission': 'note' },
    silent: ['path-blocked'],
    page: pages.internetGateway,
  },
  {
    name: 'the table of a regional NAT gateway leads to a transit gateway to which the VPC has no attachment in use',
    change: (n) => {
      useRegionalNatGateway(n, 'automatic');
      n.route('regional-nat').target = { ...addTransitGateway(n, 'private-a') };
      for (const attachment of n.all.transitGatewayVpcAttachments) attachment.state = 'failed';
    },
    ...blocked,
    speaks: { 'tgw-attachment-az-gap': 'error' },
    silent: ['path-blocked', 'nat-gateway-no-igw-path'],
    page: pages.transitGateway,
  },
  {
    name: 'the table of a regional NAT gateway leads to a transit gateway that is attached in one zone',
    change: (n) => {
      useRegionalNatGateway(n, 'automatic');
      n.route('regional-nat').target = { ...addTransitGateway(n, 'private-a') };
    },
    ...allThree('unknown'),
    speaks: { 'egress-path-unverified': 'note' },
    silent: ['path-blocked', 'tgw-attachment-az-gap'],
    page: pages.transitGateway,
    uncertain: 'AWS does not say from which zone a regional NAT gateway sends, nor is it known what lies behind',
  },
];
