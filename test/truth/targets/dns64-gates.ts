import { addNat64Routes, withDns64, zones } from '../../support/dns64.ts';
import { deleteS3Endpoint } from '../../support/endpoints.ts';
import { ipv6AclRule, setIpv6AclRules } from '../../support/ipv6.ts';
import { aclRule, addAclRules } from '../../support/resources.ts';
import { pages } from '../pages.ts';
import type { TruthRow } from '../row.ts';
import { blockedBy, unknown } from './outcomes.ts';

const page = pages.nat64;

/** What stops packets to addresses that DNS64 makes up. */
export const dns64Gates: readonly TruthRow[] = [
  {
    name: 'DNS64 with a route to NAT gateways, and a network ACL that lets nothing out over IPv6',
    change: withDns64((n) => {
      addNat64Routes(n);
      setIpv6AclRules(n, 'private', 'egress', ipv6AclRule(101, 'allow', '2000::/3', 'all'));
    }),
    target: 'secretsmanager',
    ...blockedBy('aws-service-unreachable'),
    silent: ['path-blocked', 'egress-path-unverified'],
    page,
  },
  {
    name: 'DNS64 with a route to NAT gateways, and a network ACL that drops all replies over IPv6',
    change: withDns64((n) => {
      addNat64Routes(n);
      setIpv6AclRules(n, 'private', 'ingress', ipv6AclRule(101, 'allow', '::/0', [443, 443]));
    }),
    target: 'secretsmanager',
    ...blockedBy('aws-service-unreachable'),
    silent: ['path-blocked', 'egress-path-unverified'],
    page,
  },
  {
    name: 'DNS64 with a route to NAT gateways, and a network ACL that drops half of the replies over IPv6',
    change: withDns64((n) => {
      addNat64Routes(n);
      setIpv6AclRules(n, 'private', 'ingress', ipv6AclRule(101, 'allow', '::/0', [32_768, 65_535]));
    }),
    target: 'secretsmanager',
    ...unknown,
    silent: ['aws-service-unreachable', 'no-internet-route', 'path-blocked'],
    page,
    uncertain: 'whether programs take the addresses that DNS64 makes up is theirs to choose',
  },
  {
    name: 'DNS64 with a route to NAT gateways, and a network ACL that lets out over IPv6 to what stands for other addresses',
    change: withDns64((n) => {
      addNat64Routes(n);
      deleteS3Endpoint(n);
      setIpv6AclRules(n, 'private', 'egress', ipv6AclRule(101, 'allow', '64:ff9b::808:0/112', 'all'));
    }),
    target: 's3',
    ...blockedBy('aws-service-unreachable'),
    silent: ['path-blocked', 'egress-path-unverified'],
    page,
  },
  {
    name: 'DNS64 with a route to NAT gateways, and S3 without an endpoint and a default route',
    change: withDns64((n) => {
      addNat64Routes(n);
      deleteS3Endpoint(n);
    }),
    target: 's3',
    ...unknown,
    silent: ['aws-service-unreachable', 'no-internet-route', 'path-blocked'],
    page,
    uncertain: 'whether programs take the addresses that DNS64 makes up is theirs to choose',
  },
  {
    name: 'DNS64 with a route to NAT gateways that failed',
    change: withDns64((n) => {
      addNat64Routes(n);
      for (const zone of zones) n.natGateway(`nat-${zone}`).state = 'failed';
    }),
    target: 'secretsmanager',
    ...blockedBy('aws-service-unreachable'),
    silent: ['path-blocked', 'egress-path-unverified'],
    page: pages.natGatewayState,
  },
  {
    name: 'DNS64 with a route to NAT gateways that are being made',
    change: withDns64((n) => {
      addNat64Routes(n);
      for (const zone of zones) n.natGateway(`nat-${zone}`).state = 'pending';
    }),
    target: 'secretsmanager',
    ...unknown,
    silent: ['aws-service-unreachable', 'no-internet-route', 'path-blocked'],
    page: pages.natGatewayState,
    uncertain: 'a NAT gateway that is being made may soon serve',
  },
  {
    name: 'DNS64 with a route to NAT gateways whose own subnets have no default route',
    change: withDns64((n) => {
      addNat64Routes(n);
      n.removeRoute('public');
    }),
    target: 'secretsmanager',
    ...blockedBy('aws-service-unreachable'),
    silent: ['path-blocked', 'egress-path-unverified'],
    page,
  },
  {
    name: 'DNS64 with a route to NAT gateways whose own subnets let nothing out on port 443',
    change: withDns64((n) => {
      addNat64Routes(n);
      addAclRules(n, 'public', 'egress', aclRule(90, 'deny', '0.0.0.0/0', [443, 443]));
    }),
    target: 'secretsmanager',
    ...blockedBy('aws-service-unreachable'),
    silent: ['path-blocked', 'egress-path-unverified'],
    page: pages.natGatewayTroubleshooting,
  },
  {
    name: 'DNS64 with a route to NAT gateways whose own subnets let no reply in over IPv4',
    change: withDns64((n) => {
      addNat64Routes(n);
      addAclRules(n, 'public', 'ingress', aclRule(90, 'deny', '0.0.0.0/0', [1024, 65_535]));
    }),
    target: 'secretsmanager',
    ...blockedBy('aws-service-unreachable'),
    silent: ['path-blocked', 'egress-path-unverified'],
    page: pages.natGatewayTroubleshooting,
  },
];
