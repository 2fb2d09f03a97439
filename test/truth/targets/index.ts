import type { TruthRow } from '../row.ts';
import { addressBlocks } from './address-blocks.ts';
import { addressesOfAws } from './addresses-of-aws.ts';
import { behindDevices } from './behind-devices.ts';
import { dns } from './dns.ts';
import { dnsServers } from './dns-servers.ts';
import { dns64 } from './dns64.ts';
import { dns64Gates } from './dns64-gates.ts';
import { dns64Names } from './dns64-names.ts';
import { endpointFamilies } from './endpoint-families.ts';
import { endpointLookAlikes } from './endpoint-look-alikes.ts';
import { endpointNames } from './endpoint-names.ts';
import { endpointsOutOfSight } from './endpoints-out-of-sight.ts';
import { fileSystems } from './file-systems.ts';
import { gatewayEndpointGates } from './gateway-endpoint-gates.ts';
import { gatewayEndpoints } from './gateway-endpoints.ts';
import { groupsOfInterfaces } from './groups-of-interfaces.ts';
import { interfaceEndpoints } from './interface-endpoints.ts';
import { interfaces, sameAddresses } from './interfaces.ts';
import { namesOfServices } from './names-of-services.ts';
import { otherAddresses } from './other-addresses.ts';
import { peering } from './peering.ts';
import { peeringLimits } from './peering-limits.ts';
import { privateAddresses } from './private-addresses.ts';
import { privateDnsOff } from './private-dns-off.ts';
import { propagatedRoutes } from './propagated-routes.ts';
import { publicAddresses } from './public-addresses.ts';
import { servicesWithoutEndpoint } from './services-without-endpoint.ts';
import { targetNetworkAcls } from './target-network-acls.ts';
import { transitGatewayAssociations } from './transit-gateway-associations.ts';
import { transitGatewayRoutes } from './transit-gateway-routes.ts';
import { transitGateways } from './transit-gateways.ts';
import { unreadEndpointInterfaces } from './unread-endpoint-interfaces.ts';
import { unreadPeers } from './unread-peers.ts';
import { unreadRanges } from './unread-ranges.ts';

/** Targets other than the internet, by topic. */
export const targets: Readonly<Record<string, readonly TruthRow[]>> = {
  'gateway endpoints': gatewayEndpoints,
  'gates before gateway endpoints': gatewayEndpointGates,
  'interface endpoints': interfaceEndpoints,
  'names of interface endpoints': endpointNames,
  'interface endpoints without private DNS': privateDnsOff,
  'families of interface endpoints': endpointFamilies,
  'interfaces of endpoints that could not be read': unreadEndpointInterfaces,
  'endpoints that look alike': endpointLookAlikes,
  'endpoints out of sight': endpointsOutOfSight,
  'other names of services': namesOfServices,
  'services whose ranges were not read': unreadRanges,
  'services without an endpoint': servicesWithoutEndpoint,
  'file systems': fileSystems,
  'private addresses': privateAddresses,
  'network ACLs on the way to private addresses': targetNetworkAcls,
  'blocks of addresses': addressBlocks,
  'addresses of AWS itself': addressesOfAws,
  'addresses past the local route': otherAddresses,
  'announced routes beside the local one': propagatedRoutes,
  'private addresses behind devices': behindDevices,
  'public addresses': publicAddresses,
  interfaces,
  'VPCs with the same addresses': sameAddresses,
  'groups of interfaces': groupsOfInterfaces,
  'peered VPCs': peering,
  'where peering ends': peeringLimits,
  'peered VPCs that could not be read': unreadPeers,
  'networks behind transit gateways': transitGateways,
  'associations with route tables of transit gateways': transitGatewayAssociations,
  'routes of transit gateways': transitGatewayRoutes,
  'names of targets': dns,
  'DNS servers': dnsServers,
  'addresses that DNS64 makes up': [...dns64, ...dns64Gates, ...dns64Names],
};
