import { command } from './command.ts';
import { type KindOfPlace, namePlaces } from './next-names.ts';
import { ownPlaces } from './own-places.ts';

/** The more telling ones first: a doubt can speak of several. */
export const places: readonly KindOfPlace[] = [
  ...namePlaces,
  {
    id: /\bpcx-\w+/,
    text: "Look at the other side of the peering connection: its route table needs a route back to the function's subnets, and its network ACL and security groups have to let the function in.",
    commands: (id) => [command`aws ec2 describe-vpc-peering-connections --vpc-peering-connection-ids ${id}`],
  },
  {
    id: /(?<=\bto )tgw-attach-\w+/,
    text: "Look at what stands behind the attachment: its route tables, network ACLs and security groups have to let the packets on, for the internet through a NAT gateway and an internet gateway, and the route table with which it is associated needs a route back to the function's subnets.",
    commands: (id) => [
      command`aws ec2 describe-transit-gateway-attachments --transit-gateway-attachment-ids ${id}`,
      "aws ec2 search-transit-gateway-routes --transit-gateway-route-table-id '<route table of that attachment>' --filters Name=state,Values=active,blackhole",
    ],
  },
  {
    id: /\btgw-rtb-\w+/,
    text: 'Look at the route table of the transit gateway: which route takes the addresses, and where it leads.',
    commands: (id) => [
      command`aws ec2 search-transit-gateway-routes --transit-gateway-route-table-id ${id} --filters Name=state,Values=active,blackhole`,
    ],
  },
  {
    id: /\btgw-(?!attach|rtb)\w+/,
    text: "Look at the transit gateway: the route table of this VPC's attachment needs a route to what was asked for, for the internet a default route to an egress VPC with a NAT gateway and an internet gateway, and what it leads to needs a way back to the function's subnets.",
    commands: (id) => [
      command`aws ec2 describe-transit-gateway-attachments --filters Name=transit-gateway-id,Values=${id}`,
      "aws ec2 search-transit-gateway-routes --transit-gateway-route-table-id '<route table of the attachment>' --filters Name=state,Values=active,blackhole",
    ],
  },
  {
    id: /\bcore-network-\w+/,
    text: "Look at the core network: the segment of this VPC's attachment needs a route to a VPC with a way to the internet, and a way back.",
    commands: (id) => [
      command`aws networkmanager list-attachments --core-network-id ${id}`,
      command`aws networkmanager get-core-network --core-network-id ${id}`,
    ],
  },
  {
    id: /\bvgw-\w+/,
    text: 'Look at the network behind the VPN or Direct Connect connection: it needs a firewall rule and a route back for the subnets of the function, and for the internet a default route and address translation.',
    commands: (id) => [
      command`aws ec2 describe-vpn-connections --filters Name=vpn-gateway-id,Values=${id}`,
      'aws directconnect describe-virtual-interfaces',
    ],
  },
  {
    id: /\bvpce-\w+/,
    text: 'Look at what stands behind the endpoint: the policy of the firewall has to let the traffic out from the subnets of the function, the subnet of the endpoint needs a way on, and replies have to return through the same endpoint.',
    commands: (id) => [
      command`aws ec2 describe-vpc-endpoints --vpc-endpoint-ids ${id}`,
      "aws network-firewall describe-firewall --firewall-name '<firewall of the endpoint>'",
    ],
  },
  {
    id: /\blgw-\w+/,
    text: 'Look at the route table of the local gateway and at the network of the Outpost behind it.',
    commands: (id) => [
      command`aws ec2 describe-local-gateway-route-tables --filters Name=local-gateway-id,Values=${id}`,
      "aws ec2 search-local-gateway-routes --local-gateway-route-table-id '<route table>' --filters Name=type,Values=static,propagated",
    ],
  },
  {
    id: /\bcagw-\w+/,
    text: 'Look at the carrier gateway: interfaces need a carrier address, and the network of the carrier has to pass the traffic on.',
    commands: (id) => [command`aws ec2 describe-carrier-gateways --carrier-gateway-ids ${id}`],
  },
  ...ownPlaces,
  {
    id: /\bodbnet_\w+/,
    text: 'Look at the ODB network and at the peering between it and this VPC; it mostly leads to databases and not to the internet.',
    commands: (id) => [command`aws odb get-odb-network --odb-network-id ${id}`],
  },
  {
    id: /\bnat-\w+/,
    text: 'Look at the NAT gateway: its addresses, the zones that it serves, and the proxy or firewall that may be attached to it.',
    commands: (id) => [command`aws ec2 describe-nat-gateways --nat-gateway-ids ${id}`],
  },
  {
    id: /\bpl-\w+/,
    text: 'Look at the entries of the prefix list: the route with the longest prefix wins.',
    commands: (id) => [command`aws ec2 get-managed-prefix-list-entries --prefix-list-id ${id}`],
  },
  {
    id: /\beni-\w+/,
    text: 'Look at the interface: what it is attached to, and whether that forwards packets.',
    commands: (id) => [command`aws ec2 describe-network-interfaces --network-interface-ids ${id}`],
  },
  {
    id: /\bsg-\w+/,
    text: 'Look at the security group: whether it exists and what it lets through.',
    commands: (id) => [command`aws ec2 describe-security-groups --filters Name=group-id,Values=${id}`],
  },
  {
    id: /\bi-[0-9a-f]{8,17}\b/,
    text: 'Look at the instance: whether it exists, runs and forwards packets.',
    commands: (id) => [command`aws ec2 describe-instances --filters Name=instance-id,Values=${id}`],
  },
  {
    id: /\bigw-\w+/,
    text: 'Look at the internet gateway: whether it exists and is attached to the VPC.',
    commands: (id) => [command`aws ec2 describe-internet-gateways --filters Name=internet-gateway-id,Values=${id}`],
  },
  {
    id: /\brtb-\w+/,
    text: 'Look at the route table and at where the route that wins leads.',
    commands: (id) => [command`aws ec2 describe-route-tables --route-table-ids ${id}`],
  },
  {
    id: /\bsubnet-\w+/,
    text: 'Look at the subnet, and at VPC Block Public Access of the account that owns it.',
    commands: (id) => [
      command`aws ec2 describe-subnets --filters Name=subnet-id,Values=${id}`,
      'aws ec2 describe-vpc-block-public-access-options',
    ],
  },
  {
    id: /\bvpc-\w+/,
    text: 'Look at the VPC and at its encryption controls, which have to exclude Lambda, NAT gateways and internet gateways where they are enforced.',
    commands: (id) => [
      command`aws ec2 describe-vpcs --vpc-ids ${id}`,
      command`aws ec2 describe-vpc-encryption-controls --vpc-ids ${id}`,
    ],
  },
];
