import type { Family } from '../../src/network/address.ts';
import { dualStackNetwork } from './dual-stack-network.ts';
import { type FarSubnet, farPlans, peerVpcId } from './far-plan.ts';
import { fromBlock, fromGroup } from './far-rules.ts';
import { addInterfaceEndpoint } from './interface-endpoint.ts';
import { smallNetwork } from './network.ts';
import { account, type Lists, networkAcl, networkAclRules, networkInterface, subnet, vpcId } from './resources.ts';
import { route, routeTable } from './routes.ts';

const addSubnet = (n: Lists, family: Family, id: FarSubnet, zone: string): void => {
  const added = subnet(id, farPlans.ipv4.subnets[id], zone);
  if (id === 'subnet-pa') added.vpcId = peerVpcId;
  if (family === 'ipv6')
    added.ipv6Cidrs.push({ cidr: farPlans.ipv6.subnets[id], state: 'associated', addressAttribute: 'public' });
  n.subnets.push(added);
};

const addAcls = (n: Lists, family: Family): void => {
  n.networkAcls.push(networkAcl('acl-data', ['subnet-da', 'subnet-db']), {
    ...networkAcl('acl-peer', ['subnet-pa']),
    vpcId: peerVpcId,
  });
  for (const acl of n.networkAcls.slice(-2))
    if (family === 'ipv6') acl.entries.push(...networkAclRules({ kind: 'ipv6', cidr: '::/0' }, 101));
};

const addTables = (n: Lists, family: Family): void => {
  const { plan, peerVpc } = farPlans[family];
  const peering = { kind: 'vpc-peering-connection', id: 'pcx-1' } as const;
  const data = routeTable('rtb-data', ['subnet-da', 'subnet-db'], null);
  if (family === 'ipv6') data.routes.push(route(plan.vpc, { kind: 'local' }, 'CreateRouteTable'));
  const peer = { ...routeTable('rtb-peer', ['subnet-pa'], null), vpcId: peerVpcId };
  peer.routes = [route(peerVpc, { kind: 'local' }, 'CreateRouteTable'), route(plan.vpc, peering)];
  n.routeTables.push(data, peer);
  for (const { id, routes } of n.routeTables)
    if (id === 'rtb-fa' || id === 'rtb-fb') routes.push(route(peerVpc, peering));
};

const addPeerVpc = (n: Lists, family: Family): void => {
  const [own] = n.vpcs;
  if (own === undefined) throw new Error('the small network has a VPC');
  const { plan, peerVpc } = farPlans[family];
  const ipv6 = (cidr: string) => ({ cidr, state: 'associated', addressAttribute: 'public' }) as const;
  const ranges = (cidr: string) =>
    family === 'ipv4' ? { cidrs: [cidr], ipv6Cidrs: [] } : { cidrs: [], ipv6Cidrs: [cidr] };
  const { cidrs, ipv6Cidrs } = ranges(peerVpc);
  n.vpcs.push({ ...own, id: peerVpcId, name: 'peer', cidrs, ipv6Cidrs: ipv6Cidrs.map(ipv6) });
  n.vpcPeeringConnections.push({
    id: 'pcx-1',
    status: 'active',
    requester: { vpcId, ownerId: account, region: 'eu-west-1', ...ranges(plan.vpc) },
    accepter: { vpcId: peerVpcId, ownerId: account, region: 'eu-west-1', ...ranges(peerVpc) },
  });
};

const places = {
  'eni-d1': ['subnet-da', 'sg-db'],
  'eni-d2': ['subnet-da', 'sg-db'],
  'eni-d3': ['subnet-db', 'sg-web'],
  'eni-near': ['subnet-fa', 'sg-db'],
  'eni-p1': ['subnet-pa', 'sg-peer'],
} as const;

const addInterfaces = (n: Lists, family: Family): void => {
  const { plan, addresses } = farPlans[family];
  n.securityGroups.push(
    { id: 'sg-db', name: 'db', vpcId, ingress: [fromGroup('sg-fn')], egress: [] },
    { id: 'sg-web', name: 'web', vpcId, ingress: [fromBlock(plan.vpc)], egress: [] },
    { id: 'sg-peer', name: 'peer', vpcId: peerVpcId, ingress: [fromBlock(plan.vpc)], egress: [] },
  );
  for (const id of ['eni-d1', 'eni-d2', 'eni-d3', 'eni-near', 'eni-p1'] as const) {
    const [subnetId, group] = places[id];
    const nic = networkInterface(id, subnetId, farPlans.ipv4.addresses[id] ?? '');
    nic.securityGroupIds = [group];
    if (subnetId === 'subnet-pa') nic.vpcId = peerVpcId;
    if (family === 'ipv6') nic.ipv6Addresses = [addresses[id] ?? ''];
    n.networkInterfaces.push(nic);
  }
};

/** A gateway endpoint of S3 that serves both functions. */
const addEndpoint = (n: Lists): void => {
  for (const list of n.prefixLists) if (list.id === 'pl-s3') list.name = 'com.amazonaws.eu-west-1.s3';
  n.vpcEndpoints.push({
    id: 'vpce-s3',
    name: null,
    vpcId,
    type: 'Gateway',
    serviceName: 'com.amazonaws.eu-west-1.s3',
    state: 'available',
    routeTableIds: ['rtb-fa', 'rtb-fb'],
    subnetIds: [],
    networkInterfaceIds: [],
    securityGroupIds: [],
    privateDnsEnabled: false,
  });
  for (const { id, routes } of n.routeTables)
    if (id === 'rtb-fa' || id === 'rtb-fb') routes.push(route('pl-s3', { kind: 'vpc-endpoint', id: 'vpce-s3' }));
};

/**
 * The small network with what functions call, all of which works: databases in two subnets and beside a function, one
 * in a peered VPC, S3 behind a gateway endpoint and SQS behind an interface endpoint.
 */
export const farNetwork = (family: Family) => (): Lists => {
  const n = family === 'ipv4' ? smallNetwork() : dualStackNetwork();
  addSubnet(n, family, 'subnet-da', '1');
  addSubnet(n, family, 'subnet-db', '2');
  addSubnet(n, family, 'subnet-pa', '1');
  addAcls(n, family);
  addTables(n, family);
  addPeerVpc(n, family);
  addInterfaces(n, family);
  addEndpoint(n);
  addInterfaceEndpoint(n, family);
  return n;
};
