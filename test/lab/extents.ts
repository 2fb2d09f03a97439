import { faults } from './faults.ts';
import { hostFaults } from './host-faults.ts';
import { ipv6Faults } from './ipv6-faults.ts';
import type { Extent } from './scene-tests.ts';

export const internetExtent: Extent = {
  networks: 50,
  leastConnections: 4000,
  reasons: [
    'blackhole',
    'default-route-to-peering',
    'internet-gateway-not-attached',
    'nat-gateway-address',
    'nat-gateway-no-way-out',
    'nat-gateway-not-available',
    'nat-instance nat-instance-security-group',
    'nat-instance-source-dest-check',
    'network-acl-egress function egress',
    'network-acl-egress nat egress',
    'network-acl-ingress function ingress',
    'network-acl-ingress nat ingress',
    'no-route',
    'public-subnet',
    'security-group-egress security-group-egress',
  ],
  faults,
  faultsWithin: 30,
};

export const hostsExtent: Extent = {
  networks: 25,
  leastConnections: 2000,
  reasons: [
    'blackhole',
    'network-acl-egress function egress',
    'network-acl-egress target egress',
    'network-acl-ingress function ingress',
    'network-acl-ingress target ingress',
    'no-subnet',
    'security-group-egress security-group-egress',
    'target target-security-group',
  ],
  faults: hostFaults,
  faultsWithin: 25,
};

export const ipv6Extent: Extent = {
  networks: 25,
  leastConnections: 1600,
  reasons: [
    'blackhole',
    'egress-only-internet-gateway-not-attached',
    'ipv6-flag-off',
    'ipv6-private-range',
    'ipv6-subnet',
    'nat-gateway-ipv6',
    'network-acl-egress function egress',
    'network-acl-egress target egress',
    'network-acl-ingress function ingress',
    'network-acl-ingress target ingress',
    'no-route',
    'no-subnet',
    'security-group-egress security-group-egress',
    'target target-security-group',
  ],
  faults: ipv6Faults,
  faultsWithin: 25,
};
