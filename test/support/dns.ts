import type { Network } from './network.ts';
import { groupRule } from './resources.ts';
import { addDataSubnet, addInterface } from './targets.ts';

/** Turns off the Amazon DNS server of the VPC. */
export const turnOffDns = (n: Network): void => {
  n.vpc().enableDnsSupport = { status: 'known', value: false };
};

/** What the VPC's DHCP option set names as DNS servers. */
export const useDnsServers = (n: Network, ...servers: string[]): void => {
  for (const options of n.all.dhcpOptions) options.domainNameServers = servers;
};

/** A DNS server at 10.0.40.53 that the VPC's DHCP option set names; its group lets the VPC in over UDP and TCP. */
export const addDnsServer = (n: Network): void => {
  addDataSubnet(n);
  const tcp = groupRule('10.0.0.0/16', [53, 53]);
  addInterface(
    n,
    'data-a',
    '10.0.40.53',
    n.addSecurityGroup('resolver', { ingress: [tcp, { ...tcp, protocol: '17' }] }),
  );
  useDnsServers(n, '10.0.40.53');
};
