import { addInterfaceEndpoint } from '../../support/endpoints.ts';
import { addPeerVpc } from '../../support/peer-vpc.ts';
import { addTransitGateway, setAclRules, shareVpc } from '../../support/resources.ts';
import { otherVpcId, privateSubnets, removeDefaultRoutes } from '../../support/targets.ts';
import { pages } from '../pages.ts';
import { allThree, type TruthRow } from '../row.ts';
import { readMatters, readMattersNot, unknown } from './outcomes.ts';

const target = 'secretsmanager';
const page = pages.ec2Permissions;
const silent = ['aws-service-unreachable', 'no-internet-route', 'path-blocked', 'endpoint-not-available'];
const central = 'a private hosted zone, which is not read, may give the addresses of an endpoint in another VPC';

/** Endpoints that may not be read, or that another VPC or another account may hold. */
export const endpointsOutOfSight: readonly TruthRow[] = [
  {
    name: 'endpoints may not be read: one with private DNS and a closed group would stop what the NAT gateways carry',
    change: (n) => n.deny('vpcEndpoints'),
    target,
    ...allThree('unknown'),
    speaks: readMatters,
    silent,
    page,
  },
  {
    name: 'endpoints may not be read and there is no default route',
    change: (n) => {
      n.deny('vpcEndpoints');
      removeDefaultRoutes(n);
    },
    target,
    ...allThree('unknown'),
    speaks: readMatters,
    silent,
    page,
  },
  {
    name: 'endpoints may not be read while the group lets nothing out',
    change: (n) => {
      n.deny('vpcEndpoints');
      n.securityGroup().egress = [];
    },
    target: 's3',
    ...allThree('blocked'),
    speaks: { 'sg-egress-blocks-destination': 'error', ...readMattersNot },
    silent,
    page: pages.securityGroupRules,
  },
  {
    name: 'endpoints may not be read while the network ACL lets no reply in: an endpoint in the same subnet does not meet it',
    change: (n) => {
      n.deny('vpcEndpoints');
      setAclRules(n, 'private', 'ingress');
    },
    target,
    ...allThree('unknown'),
    speaks: readMatters,
    silent,
    page: pages.networkAcls,
  },
  {
    name: 'a closed endpoint with private DNS in a VPC whose DNS attributes may not be read',
    change: (n) => {
      addInterfaceEndpoint(n, target);
      n.securityGroup('endpoints').ingress = [];
      const action = 'ec2:DescribeVpcAttribute';
      n.vpc().enableDnsHostnames = { status: 'unavailable', action, reason: 'access denied' };
    },
    target,
    ...allThree('unknown'),
    speaks: readMatters,
    silent: [...silent, 'interface-endpoint-private-dns-off'],
    page: pages.dnsAttributes,
  },
  {
    name: 'a participant of a shared VPC without a default route cannot see the endpoints of the owner',
    change: (n) => {
      shareVpc(n);
      n.all.vpcEndpoints.length = 0;
      removeDefaultRoutes(n);
    },
    target,
    ...allThree('unknown'),
    speaks: { 'shared-vpc-limited-visibility': 'note' },
    silent,
    open: ['egress-path-unverified'],
    page: pages.vpcSharingPermissions,
    uncertain: 'only the owner of the VPC can describe it',
  },
  {
    name: 'no endpoint and no default route, and a transit gateway that may lead to a central endpoint',
    change: (n) => {
      const transitGateway = addTransitGateway(n, ...privateSubnets);
      removeDefaultRoutes(n);
      for (const table of privateSubnets) n.addRoute(table, '10.0.0.0/8', transitGateway);
    },
    target,
    ...unknown,
    silent,
    page: pages.privateLink,
    uncertain: central,
  },
  {
    name: 'an endpoint of the service in a peered VPC, and no default route',
    change: (n) => {
      addPeerVpc(n);
      addInterfaceEndpoint(n, target, { vpcId: otherVpcId });
      removeDefaultRoutes(n);
    },
    target,
    ...unknown,
    silent,
    page: pages.peering,
    uncertain: central,
  },
];
