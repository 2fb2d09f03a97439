import type { SecurityGroupRule } from '../../src/model/kinds/security-groups.ts';
import type { VpcPeeringConnection } from '../../src/model/kinds/vpc-peering-connections.ts';
import type { Mutable, Network } from './network.ts';
import { addPeering, groupReference, groupRule } from './resources.ts';
import { addInterface, addSubnet, otherVpcId, port5432, privateSubnets } from './targets.ts';

/** Connects the function's VPC with 10.1.0.0/16, to which all three private tables have a route. */
export const peer = (n: Network): Mutable<VpcPeeringConnection> => {
  const target = addPeering(n);
  for (const table of privateSubnets) n.addRoute(table, '10.1.0.0/16', target);
  const [connection] = n.all.vpcPeeringConnections;
  if (connection === undefined) throw new Error('the network lacks the peering connection');
  return connection;
};

/**
 * A second VPC of the same account and Region behind an active peering connection: a database at 10.1.40.7 port 5432 in
 * `peer-a`, whose route table and network ACL are named `peer` and whose group `peerdb` lets in the function's VPC.
 * Both sides have their routes. https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-routing.html
 */
export const addPeerVpc = (n: Network, ...ingress: SecurityGroupRule[]): Mutable<VpcPeeringConnection> => {
  const connection = peer(n);
  n.all.vpcs.push({ ...n.vpc(), id: otherVpcId, name: 'peer', cidrs: ['10.1.0.0/16'], ipv6Cidrs: [] });
  addSubnet(n, 'peer-a', { cidr: '10.1.40.0/24', beside: 'private-a', vpcId: otherVpcId, rules: 'peer' });
  n.addRoute('peer', '10.0.0.0/16', { kind: 'vpc-peering-connection', id: connection.id });
  const rules = ingress.length === 0 ? [groupRule('10.0.0.0/16', port5432)] : ingress;
  const group = n.addSecurityGroup('peerdb', { ingress: rules });
  n.securityGroup('peerdb').vpcId = otherVpcId;
  addInterface(n, 'peer-a', '10.1.40.7', group);
  return connection;
};

/** The correct network with a peered VPC, and a change to it. */
export const withPeerVpc =
  (change: (n: Network, connection: Mutable<VpcPeeringConnection>) => void) =>
  (n: Network): void =>
    change(n, addPeerVpc(n));

/** A rule of the peer's group that names the function's group across the peering connection. */
export const acrossPeering = (n: Network, peeringStatus: string): Mutable<SecurityGroupRule> => {
  const rule = groupReference(n.securityGroup().id, port5432);
  if (rule.peer.kind !== 'security-group') throw new Error('a reference names a group');
  Object.assign(rule.peer, { vpcId: n.vpc().id, peeringConnectionId: 'pcx-0f1e2d3c4b5a69788', peeringStatus });
  return rule;
};
