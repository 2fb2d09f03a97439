import type { NetworkInterface } from '../../src/model/kinds/network-interfaces.ts';
import type { SecurityGroup, SecurityGroupRule } from '../../src/model/kinds/security-groups.ts';
import { addIpv6, ipv6AclRule, setIpv6AclRules } from './ipv6.ts';
import type { Mutable, Network } from './network.ts';
import { aclRule, addAclRules, groupReference, groupRule } from './resources.ts';

/** PostgreSQL. */
export const port5432 = [5432, 5432] as const;

/** The three private subnets of the correct network. */
export const privateSubnets = ['private-a', 'private-b', 'private-c'] as const;

/** A VPC that belongs to the same account and has no part in the function's network. */
export const otherVpcId: `vpc-${string}` = 'vpc-0f0e0d0c0b0a09080';

interface SubnetPlan {
  readonly cidr: string;
  /** The subnet of the correct network in whose zone this one is. */
  readonly beside: string;
  readonly vpcId?: `vpc-${string}`;
  /** Name of the route table and of the network ACL, both new unless another new subnet has them already. */
  readonly rules: string;
}

/** A network ACL without subnets that lets everything through. */
const addOpenAcl = (n: Network, name: string, vpcId: `vpc-${string}`): void => {
  n.all.networkAcls.push({ id: `acl-0${name}`, name, vpcId, isDefault: false, subnetIds: [], entries: [] });
  for (const direction of ['ingress', 'egress'] as const)
    for (const [ruleNumber, action] of [
      [100, 'allow'],
      [32767, 'deny'],
    ] as const)
      addAclRules(n, name, direction, aclRule(ruleNumber, action, '0.0.0.0/0', 'all'));
};

/** Moves a subnet to a network ACL of its own, which at first lets everything through. */
export const moveToOwnAcl = (n: Network, subnet: string, acl: string): void => {
  const { id, vpcId } = n.subnet(subnet);
  for (const other of n.all.networkAcls) other.subnetIds = other.subnetIds.filter((subnetId) => subnetId !== id);
  addOpenAcl(n, acl, vpcId);
  n.networkAcl(acl).subnetIds.push(id);
};

/** A route table with nothing but the route of the VPC itself, and an open network ACL. */
const addRules = (n: Network, name: string, vpcId: `vpc-${string}`, vpcCidr: string): void => {
  n.all.routeTables.push({ id: `rtb-0${name}`, name, vpcId, associations: [], routes: [] });
  n.addRoute(name, vpcCidr, { kind: 'local' }, { origin: 'CreateRouteTable' });
  addOpenAcl(n, name, vpcId);
};

/** A further subnet; its route table and its network ACL bear the same name. */
export const addSubnet = (n: Network, name: string, { cidr, beside, vpcId, rules }: SubnetPlan): void => {
  const vpc = vpcId ?? n.vpc().id;
  if (!n.all.routeTables.some((table) => table.name === rules))
    addRules(n, rules, vpc, vpcId === undefined ? '10.0.0.0/16' : '10.1.0.0/16');
  const id = `subnet-0${name}` as const;
  n.all.subnets.push({ ...n.subnet(beside), id, name, vpcId: vpc, cidr, ipv6Cidrs: [] });
  const association = { id: `rtbassoc-0${name}`, main: false, gatewayId: null, state: 'associated' } as const;
  n.routeTable(rules).associations.push({ ...association, subnetId: id });
  n.networkAcl(rules).subnetIds.push(id);
};

/** The id that `addInterface` gives to the interface with an address. */
export const interfaceId = (address: string) => `eni-0${address.replaceAll('.', '')}` as const;

/** An interface in use, with its groups. */
export const addInterface = (
  n: Network,
  subnet: string,
  address: string,
  ...groups: SecurityGroup['id'][]
): Mutable<NetworkInterface> => {
  const { id: subnetId, vpcId } = n.subnet(subnet);
  const item: Mutable<NetworkInterface> = {
    id: interfaceId(address),
    vpcId,
    subnetId,
    ownerId: '123456789012',
    interfaceType: 'interface',
    ofLambda: false,
    status: 'in-use',
    sourceDestCheck: true,
    instanceId: null,
    securityGroupIds: groups,
    privateIpAddresses: [{ address, publicIp: null, primary: true }],
    ipv6Addresses: [],
  };
  n.all.networkInterfaces.push(item);
  return item;
};

/** A subnet for databases, `data-a`, with a route table and a network ACL of its own, both named `data`. */
export const addDataSubnet = (n: Network): void =>
  addSubnet(n, 'data-a', { cidr: '10.0.40.0/24', beside: 'private-a', rules: 'data' });

/**
 * A database at 10.0.40.7 port 5432 in `data-a`. Its group `db` lets in what is given: by default what carries the
 * function's group; it lets nothing out, since replies need no rule.
 * https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html
 */
export const addDatabase = (n: Network, ...ingress: SecurityGroupRule[]): void => {
  addDataSubnet(n);
  const fromFunction = groupReference(n.securityGroup().id, port5432);
  const group = n.addSecurityGroup('db', { ingress: ingress.length === 0 ? [fromFunction] : ingress });
  addInterface(n, 'data-a', '10.0.40.7', group);
};

/** The correct network with a database, and a change to it. */
export const withDatabase =
  (change: (n: Network) => void) =>
  (n: Network): void => {
    addDatabase(n);
    change(n);
  };

/**
 * A dual-stack network with a database that also listens at 2001:db8:1234:1a40::7; its group lets in the VPC's IPv6
 * range.
 */
export const addIpv6Database = (n: Network): void => {
  addIpv6(n);
  addDatabase(n, groupRule('2001:db8:1234:1a00::/56', port5432));
  n.addRoute('data', '2001:db8:1234:1a00::/56', { kind: 'local' }, { origin: 'CreateRouteTable' });
  const range = { state: 'associated', addressAttribute: 'public' } as const;
  n.subnet('data-a').ipv6Cidrs.push({ ...range, cidr: '2001:db8:1234:1a40::/64' });
  n.networkInterface('10.0.40.7').ipv6Addresses.push('2001:db8:1234:1a40::7');
  for (const direction of ['ingress', 'egress'] as const)
    setIpv6AclRules(n, 'data', direction, ipv6AclRule(101, 'allow', '::/0', 'all'));
};

/**
 * A private NAT gateway at 10.0.1.26 in public-a, through which private-a reaches one destination.
 * https://docs.aws.amazon.com/vpc/latest/userguide/vpc-nat-gateway.html
 */
export const sendThroughPrivateNatGateway = (n: Network, destination: string): void => {
  const id = 'nat-0f0e0d0c0b0a09080';
  const nic = addInterface(n, 'public-a', '10.0.1.26');
  Object.assign(nic, { interfaceType: 'nat_gateway', sourceDestCheck: false });
  const address = { allocationId: null, publicIp: null, privateIp: '10.0.1.26', networkInterfaceId: nic.id };
  const state = { availabilityZoneId: 'euw1-az1', isPrimary: true, status: 'succeeded', failureMessage: null } as const;
  const addresses = [{ ...address, ...state }];
  n.all.natGateways.push({ ...n.natGateway('nat-a'), id, name: 'inside', connectivityType: 'private', addresses });
  n.addRoute('private-a', destination, { kind: 'nat-gateway', id });
};

/** Takes the default routes of the three private subnets away. */
export const removeDefaultRoutes = (n: Network): void => {
  for (const subnet of privateSubnets) n.removeRoute(subnet);
};
