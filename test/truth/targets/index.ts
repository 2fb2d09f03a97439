import type { TruthRow } from '../row.ts';
import { addressBlocks } from './address-blocks.ts';
import { behindDevices } from './behind-devices.ts';
import { dns } from './dns.ts';
import { dnsServers } from './dns-servers.ts';
import { dns64 } from './dns64.ts';
import { dns64Gates } from './dns64-gates.ts';
import { dns64Names } from './dns64-names.ts';
import { endpointLookAlikes } from './endpoint-look-alikes.ts';
import { endpointNames } from './endpoint-names.ts';
import { endpointsOutOfSight } from './endpoints-out-of-sight.ts';
import { fileSystems } from './file-systems.ts';
import { gatewayEndpointGates } from './gateway-endpoint-gates.ts';
import { gatewayEndpoints } from './gateway-endpoints.ts';
import { groupsOfInterfaces } from './groups-of-interfaces.ts';
import { interfaceEndpoints } from './interface-endpoints.ts';
import { interfaces } from './interfaces.ts';
import { otherAddresses } from './other-addresses.ts';
import { peering } from './peering.ts';
import { peeringLimits } from './peering-limits.ts';
import { privateAddresses } from './private-addresses.ts';
import { publicAddresses } from './public-addresses.ts';
import { servicesWithoutEndpoint } from './services-without-endpoint.ts';
import { targetNetworkAcls } from './target-network-acls.ts';
import { transitGateways } from './transit-gateways.ts';

/** Targets other than the internet, by topic. */
export const targets: Readonly<Record<string, readonly TruthRow[]>> = {
  'gateway endpoints': gatewayEndpoints,
  'gates before gateway endpoints': gatewayEndpointGates,
  'interface endpoints': interfaceEndpoints,
  'names of interface endpoints': endpointNames,
  'endpoints that look alike': endpointLookAlikes,
  'endpoints out of sight': endpointsOutOfSight,
  'services without an endpoint': servicesWithoutEndpoint,
  'file systems': fileSystems,
  'private addresses': privateAddresses,
  'network ACLs on the way to private addresses': targetNetworkAcls,
  'blocks of addresses': addressBlocks,
  'addresses past the local route': otherAddresses,
  'private addresses behind devices': behindDevices,
  'public addresses': publicAddresses,
  interfaces,
  'groups of interfaces': groupsOfInterfaces,
  'peered VPCs': peering,
  'where peering ends': peeringLimits,
  'networks behind transit gateways': transitGateways,
  'names of targets': dns,
  'DNS servers': dnsServers,
  'addresses that DNS64 makes up': [...dns64, ...dns64Gates, ...dns64Names],
};
