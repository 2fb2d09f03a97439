import type { NetworkAclEntry } from '../../src/model/kinds/network-acls.ts';
import type { NetworkInterface } from '../../src/model/kinds/network-interfaces.ts';
import type { RouteTarget } from '../../src/model/kinds/route-tables.ts';
import type { SecurityGroupRule } from '../../src/model/kinds/security-groups.ts';
import type { Mutable, Network } from './network.ts';

type Ports = readonly [from: number, to: number] | 'all';

const rulePorts = (ports: Ports) =>
  ports === 'all' ? { kind: 'all' as const } : { kind: 'range' as const, from: ports[0], to: ports[1] };

/** One IPv4 rule of a network ACL: TCP with a port range, or every protocol with all ports. */
export const aclRule = (
  ruleNumber: number,
  action: 'allow' | 'deny',
  cidr: string,
  ports: Ports,
): Omit<NetworkAclEntry, 'direction'> => ({
  ruleNumber,
  action,
  protocol: ports === 'all' ? '-1' : '6',
  cidr: { kind: 'ipv4', cidr },
  ports: rulePorts(ports),
});

type AclRule = ReturnType<typeof aclRule>;
type Direction = NetworkAclEntry['direction'];

/** Puts further rules into one direction of a network ACL. */
export const addAclRules = (n: Network, acl: string, direction: Direction, ...rules: AclRule[]): void => {
  n.networkAcl(acl).entries.push(...rules.map((rule) => ({ ...rule, direction })));
};

/** Replaces all rules of one direction of a network ACL but the final deny. */
export const setAclRules = (n: Network, acl: string, direction: Direction, ...rules: AclRule[]): void => {
  const target = n.networkAcl(acl);
  target.entries = target.entries.filter((entry) => entry.direction !== direction || entry.ruleNumber === 32767);
  addAclRules(n, acl, direction, ...rules);
};

/** A security group rule for TCP, or for every protocol where all ports are meant. */
export const groupRule = (peer: string, ports: Ports): Mutable<SecurityGroupRule> => ({
  protocol: ports === 'all' ? '-1' : '6',
  ports: rulePorts(ports),
  peer: peer.includes(':') ? { kind: 'ipv6', cidr: peer } : { kind: 'ipv4', cidr: peer },
});

/** A security group rule whose other end is another group. */
export const groupReference = (id: `sg-${string}`, ports: Ports): Mutable<SecurityGroupRule> => ({
  ...groupRule('0.0.0.0/0', ports),
  peer: {
    kind: 'security-group',
    id,
    vpcId: null,
    ownerId: '123456789012',
    peeringConnectionId: null,
    peeringStatus: null,
  },
});

/**
 * A NAT instance in public-a that does everything right, to which private-a's default route points.
 * https://docs.aws.amazon.com/vpc/latest/userguide/VPC_NAT_Instance.html
 */
export const addNatInstance = (n: Network): Mutable<NetworkInterface> => {
  const group = n.addSecurityGroup('nat-instance', {
    ingress: [groupRule('10.0.0.0/16', [443, 443])],
    egress: [groupRule('0.0.0.0/0', 'all')],
  });
  n.all.instances.push({ id: 'i-0d3c2b1a0f9e8d7c6', name: 'nat-instance', vpcId: n.vpc().id, state: 'running' });
  const nic: Mutable<NetworkInterface> = {
    id: 'eni-0c9b8a7f6e5d4c3b2',
    vpcId: n.vpc().id,
    subnetId: n.subnet('public-a').id,
    ownerId: '123456789012',
    interfaceType: 'interface',
    ofLambda: false,
    status: 'in-use',
    sourceDestCheck: false,
    instanceId: n.instance('nat-instance').id,
    securityGroupIds: [group],
    privateIpAddresses: [{ address: '10.0.1.80', publicIp: '203.0.113.80', primary: true }],
    ipv6Addresses: [],
  };
  n.all.networkInterfaces.push(nic);
  n.route('private-a').target = { kind: 'network-interface', id: nic.id, instanceId: nic.instanceId };
  return nic;
};

/** Sends the default route of all three private subnets to one target. */
export const sendAll = (n: Network, target: RouteTarget, destination?: string): void => {
  for (const zone of ['a', 'b', 'c']) n.route(`private-${zone}`, destination).target = { ...target };
};

/** Another account's transit gateway, attached in the zones of some subnets, as the target of a route. */
export const addTransitGateway = (n: Network, ...subnets: string[]): RouteTarget => {
  const transitGatewayId = 'tgw-0b7a6f5e4d3c2b1a0';
  const id = 'tgw-attach-0e5d4c3b2a1f0e9d8';
  const subnetIds = subnets.map((name) => n.subnet(name).id);
  const value = { transitGatewayOwnerId: '999999999999', vpcOwnerId: '123456789012', association: null };
  const routing = { status: 'known', value } as const;
  const shared = { id, transitGatewayId, vpcId: n.vpc().id, subnetIds } as const;
  n.all.transitGatewayVpcAttachments.push({ ...shared, state: 'available', routing: { ...routing } });
  return { kind: 'transit-gateway', id: transitGatewayId };
};

/** A customer's prefix list, or one whose entries could not be read. */
export const addPrefixList = (n: Network, name: string, cidrs: string[] | 'denied'): `pl-${string}` => {
  const id = `pl-0${name}` as const;
  const action = 'ec2:GetManagedPrefixListEntries';
  n.all.prefixLists.push({
    id,
    name,
    ownerId: '123456789012',
    cidrs:
      cidrs === 'denied'
        ? { status: 'unavailable', action, reason: 'access denied' }
        : { status: 'known', value: cidrs },
  });
  return id;
};

/** An active peering connection with a network of the same account, as the target of a route. */
export const addPeering = (n: Network): RouteTarget => {
  const side = { ownerId: '123456789012', region: 'eu-west-1', ipv6Cidrs: [] };
  const id = 'pcx-0f1e2d3c4b5a69788';
  n.all.vpcPeeringConnections.push({
    id,
    status: 'active',
    requester: { ...side, vpcId: n.vpc().id, cidrs: ['10.0.0.0/16'] },
    accepter: { ...side, vpcId: 'vpc-0f0e0d0c0b0a09080', cidrs: ['10.1.0.0/16'] },
  });
  return { kind: 'vpc-peering-connection', id };
};

/** Another account owns the VPC and its subnets and shares them with the function's account. */
export const shareVpc = (n: Network): void => {
  n.vpc().ownerId = '210987654321';
  for (const subnet of n.all.subnets) subnet.ownerId = '210987654321';
};
