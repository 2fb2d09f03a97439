import type { VpcEndpoint } from '../../src/model/kinds/vpc-endpoints.ts';
import { addInterfaceEndpoint } from './endpoints.ts';
import { addIpv6, ipv6AclRule, setIpv6AclRules } from './ipv6.ts';
import type { Mutable, Network } from './network.ts';
import { groupRule } from './resources.ts';

const vpcRange = { ipv4: '10.0.0.0/16', ipv6: '2001:db8:1234:1a00::/56' } as const;

type Family = keyof typeof vpcRange;

/** Lets the VPC in to the endpoint over these families only. */
export const letIn = (n: Network, ...families: readonly Family[]): void => {
  n.securityGroup('endpoints').ingress = families.map((family) => groupRule(vpcRange[family], [443, 443]));
};

/**
 * A dual-stack network with an interface endpoint whose interface has addresses of both families and whose names have
 * records of both; the VPC is let in over both.
 * https://docs.aws.amazon.com/vpc/latest/privatelink/privatelink-access-aws-services.html
 */
export const addDualStackEndpoint = (n: Network, service: string): Mutable<VpcEndpoint> => {
  addIpv6(n);
  const endpoint = addInterfaceEndpoint(n, service);
  endpoint.ipAddressType = 'dualstack';
  endpoint.dnsRecordIpType = 'dualstack';
  n.addRoute('endpoints', vpcRange.ipv6, { kind: 'local' }, { origin: 'CreateRouteTable' });
  const range = { state: 'associated', addressAttribute: 'public' } as const;
  n.subnet('endpoints-a').ipv6Cidrs.push({ ...range, cidr: '2001:db8:1234:1a51::/64' });
  n.networkInterface('10.0.51.10').ipv6Addresses.push('2001:db8:1234:1a51::10');
  for (const direction of ['ingress', 'egress'] as const)
    setIpv6AclRules(n, 'endpoints', direction, ipv6AclRule(101, 'allow', '::/0', 'all'));
  letIn(n, 'ipv4', 'ipv6');
  return endpoint;
};

/** The dual-stack network with a dual-stack endpoint of one service, and a change to it. */
export const withDualStackEndpoint =
  (service: string, change: (n: Network, endpoint: Mutable<VpcEndpoint>) => void) =>
  (n: Network): void =>
    change(n, addDualStackEndpoint(n, service));

/** Makes it an endpoint of IPv6 alone, which stands in a subnet of IPv6 alone. */
export const takeIpv4FromEndpoint = (n: Network, endpoint: Mutable<VpcEndpoint>): void => {
  endpoint.ipAddressType = 'ipv6';
  endpoint.dnsRecordIpType = 'ipv6';
  n.networkInterface('10.0.51.10').privateIpAddresses = [];
  Object.assign(n.subnet('endpoints-a'), { cidr: null, ipv6Native: true });
};
