import { command } from './command.ts';

/** A kind of place in which a path leaves sight, and what to look at there. */
export interface KindOfPlace {
  /** Finds the id in a doubt. */
  readonly id: RegExp;
  readonly text: string;
  readonly commands: (id: string) => readonly string[];
}

/** Doubts about names and about instances, which speak of ids only beside what is not known. */
export const namePlaces: readonly KindOfPlace[] = [
  {
    id: /(?<=the addresses of )\S+(?= are not known)/,
    text: 'Read the network again with --resolve, on a machine that asks the same DNS servers as the function.',
    commands: () => [],
  },
  {
    id: /\S+(?= could not be resolved on this machine)/,
    text: 'Correct the name, or read the network again with --resolve on a machine that asks the same DNS servers as the function.',
    commands: () => [],
  },
  {
    id: /\S+(?= has addresses of both families, and)/,
    text: 'Mend the family that does not work, or leave it out: of an endpoint by its DNS record type, of a function by Ipv6AllowedForDualStack.',
    commands: (id) =>
      id.startsWith('vpce-')
        ? [
            command`aws ec2 describe-vpc-endpoints --vpc-endpoint-ids ${id} --query ${'VpcEndpoints[].[IpAddressType,DnsOptions,Groups,NetworkInterfaceIds]'}`,
          ]
        : [],
  },
  {
    id: /(?<=\baddresses of )64:ff9b::\/96(?=, )/,
    text: 'See which addresses the function connects to: those that begin with 64:ff9b:: go over NAT64. With a way over IPv4 as well the answer is certain.',
    commands: () => [],
  },
  {
    id: /(?<=whether the instances in )subnet-\w+/,
    text: 'Look whether the subnets give their instances addresses, and at the instances that the capacity provider runs there.',
    commands: (id) => [
      command`aws ec2 describe-subnets --subnet-ids ${id} --query ${'Subnets[].[MapPublicIpOnLaunch,AssignIpv6AddressOnCreation]'}`,
      command`aws ec2 describe-instances --include-managed-resources --filters Name=subnet-id,Values=${id}`,
    ],
  },
  {
    id: /(?<=the public addresses of )\S+/,
    text: 'Look up the addresses of the service and see whether they are among those that fail.',
    commands: () => [],
  },
  {
    id: /(?<=the DNS servers of )vpc-\w+/,
    text: 'Ask one of the DNS servers for the name of the service: a private address is that of the endpoint.',
    commands: (id) => [command`aws ec2 describe-vpcs --vpc-ids ${id} --query ${'Vpcs[].DhcpOptionsId'}`],
  },
  {
    id: /(?<=whether )vpce-\w+(?= answers only inbound resolvers)/,
    text: 'Look at the DNS options of the endpoint: with PrivateDnsOnlyForInboundResolverEndpoint the function goes past it.',
    commands: (id) => [
      command`aws ec2 describe-vpc-endpoints --vpc-endpoint-ids ${id} --query ${'VpcEndpoints[].DnsOptions'}`,
    ],
  },
  {
    id: /(?<=name of [\w.-]+ leads to (?:addresses that )?)vpce-\w+/,
    text: 'Look at the private DNS names of the endpoint. The usual name of the service in its region is sure to be one of them.',
    commands: (id) => [
      command`aws ec2 describe-vpc-endpoints --vpc-endpoint-ids ${id} --query ${'VpcEndpoints[].[ServiceName,PrivateDnsEnabled,DnsEntries]'}`,
    ],
  },
  {
    id: /(?<=packets to )\S+(?= stay in vpc-\w+)/,
    text: 'Give one of the two VPCs other addresses, or ask for an address that only the other one has: VPCs with the same addresses cannot be connected.',
    commands: () => [],
  },
  {
    id: /\beni-\w+(?= is attached to nothing)|\beni-\w+(?=, is )/,
    text: 'Look at what the interface is attached to: only a running one answers.',
    commands: (id) => [command`aws ec2 describe-network-interfaces --network-interface-ids ${id}`],
  },
  {
    id: /(?<=AWS itself answers at )\S+(?=,)/,
    text: 'Ask the function itself: no rule or route of the VPC stands before this address.',
    commands: () => [],
  },
  {
    id: /(?<=\bendpoint for )[\w.-]+/,
    text: 'Ask the owner of the other network or of the VPC whether it has an endpoint for the service, and whether a private hosted zone gives its addresses to this VPC.',
    commands: () => ['aws route53 list-hosted-zones'],
  },
];
