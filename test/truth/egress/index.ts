import type { TruthRow } from '../row.ts';
import { encryptionControls } from './encryption-controls.ts';
import { firewalls } from './firewalls.ts';
import { ipv6Routes } from './ipv6.ts';
import { ipv6Functions } from './ipv6-functions.ts';
import { ipv6Gates } from './ipv6-gates.ts';
import { ipv6Gateways } from './ipv6-gateways.ts';
import { ipv6Packets } from './ipv6-packets.ts';
import { lookAlikes } from './look-alikes.ts';
import { moreSpecificRoutes } from './more-specific-routes.ts';
import { natGatewayAddresses } from './nat-gateway-addresses.ts';
import { moreNatInstances } from './nat-instances.ts';
import { ownRouteTables } from './own-route-tables.ts';
import { regionalNatGateways } from './regional-nat-gateways.ts';
import { sharedVpcs } from './shared-vpcs.ts';
import { transitGatewayInternet } from './transit-gateway-internet.ts';
import { unknownFacts } from './unknown-facts.ts';
import { unreadSubnets } from './unread-subnets.ts';
import { vpcFeatures } from './vpc-features.ts';

/** Further ways out and what stops them, by topic. */
export const egress: Readonly<Record<string, readonly TruthRow[]>> = {
  'regional NAT gateways': regionalNatGateways,
  'addresses of NAT gateways': natGatewayAddresses,
  'more NAT instances': moreNatInstances,
  'routes of IPv6': ipv6Routes,
  'gateways of IPv6': ipv6Gateways,
  'network ACLs and security groups of IPv6': ipv6Gates,
  'functions and IPv6': ipv6Functions,
  'what random IPv6 packets brought to light': ipv6Packets,
  'more specific routes': moreSpecificRoutes,
  'the internet by the route table of a transit gateway': transitGatewayInternet,
  firewalls,
  'unknown facts': unknownFacts,
  'shared VPCs': sharedVpcs,
  'unread subnets': unreadSubnets,
  'route tables that cannot be told': ownRouteTables,
  'features of the VPC': vpcFeatures,
  'encryption controls': encryptionControls,
  'look-alikes': lookAlikes,
};
