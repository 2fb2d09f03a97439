import type { WorldKind } from './recipes.ts';

const everyFamily: Readonly<Record<string, RegExp>> = {
  'a security group without a matching egress rule': /^security-group-egress .*: no egress rule/,
  'a numbered rule of a network ACL on the way out': /^network-acl-egress .*: rule \d/,
  'the final rule of a network ACL on the way out': /^network-acl-egress .*: rule \*/,
  'a numbered rule of a network ACL on the way in': /^network-acl-ingress .*: rule \d/,
  'the final rule of a network ACL on the way in': /^network-acl-ingress .*: rule \*/,
  'no route': /^route .*: no route/,
  'a blackhole': /^route .* is a blackhole/,
  'a gateway route table that drops the replies': /^route rtb-edge: the gateway route table/,
  'an internet gateway of another VPC or of none': /^internet-gateway .*: is not attached/,
  'an internet gateway that is gone': /^internet-gateway .*: is not there/,
  'VPC Block Public Access': /^internet-gateway .*: VPC Block Public Access/,
  'a peering connection': /^peering-connection /,
  'a transit gateway that is not attached in the zone': /^transit-gateway .*: has no attachment/,
  'a transit gateway without a route table for the attachment':
    /^transit-gateway .*: the attachment has no route table/,
  'a transit gateway without a route': /^transit-gateway .*: the transit gateway has no route/,
  'a blackhole of a transit gateway': /^transit-gateway .*: the route of the transit gateway/,
  'an endpoint that is gone': /^vpc-endpoint .*: is not there/,
};

const ipv4: Readonly<Record<string, RegExp>> = {
  'a NAT gateway whose own route leads back to it': /^route .*: leads back to nat-/,
  'a NAT instance whose own route leads back to it': /^route .*: leads back to eni-/,
  'an interface of Lambda at an internet gateway': /^internet-gateway .*: needs a public IPv4 address/,
  'a NAT gateway that is gone': /^nat-gateway .*: is not there/,
  'a NAT gateway that failed or is deleted': /^nat-gateway .*: state/,
  'a NAT gateway without an address': /^nat-gateway .*: its primary address/,
  'a private NAT gateway': /^nat-gateway .*: has no public address/,
  'a regional NAT gateway without an address in the zone': /^nat-gateway .*: its addresses in the zone/,
  'an instance that does not run': /^nat-instance .*: i-1 is |^nat-instance .*: belongs to no instance/,
  'a source/destination check': /^nat-instance .*: source\/destination check/,
  'a NAT instance without a public address': /^nat-instance .*: public address/,
  'a group of a NAT instance that keeps the function out': /^nat-instance .*: no ingress rule/,
  'a group of a NAT instance that lets nothing out': /^nat-instance .*: no egress rule/,
};

const ipv6: Readonly<Record<string, RegExp>> = {
  'a function that may not send IPv6': /^network-interface .*: Ipv6AllowedForDualStack/,
  'a subnet without a public IPv6 range': /^network-interface .*: the IPv6 range of its subnet/,
  'an egress-only internet gateway of another VPC or of none': /^egress-only-internet-gateway .*: is not attached/,
  'an egress-only internet gateway that is gone': /^egress-only-internet-gateway .*: is not there/,
  'VPC Block Public Access at an egress-only internet gateway': /^egress-only.*: VPC Block Public Access/,
  'a NAT gateway that takes no IPv6': /^nat-gateway .*: takes only 64:ff9b/,
};

const targets: Readonly<Record<string, RegExp>> = {
  'a security group without a matching egress rule': /^security-group-egress .*: no egress rule/,
  'a numbered rule of a network ACL on the way out': /^network-acl-egress .*: rule \d/,
  'the final rule of a network ACL on the way out': /^network-acl-egress .*: rule \*/,
  'a numbered rule of a network ACL on the way in': /^network-acl-ingress .*: rule \d/,
  'the final rule of a network ACL on the way in': /^network-acl-ingress .*: rule \*/,
  'a group of the far interface': /^target .*: no ingress rule/,
  'an address in no subnet': /^target .*: lies in no subnet/,
  'no route': /^route .*: no route/,
  'a peering connection that is not active': /^peering-connection .*: is /,
  'a peering connection to another network': /^peering-connection .*: serves only/,
  'an internet gateway before a private address': /^internet-gateway .*: takes no private/,
};

const targets6: Readonly<Record<string, RegExp>> = {
  ...targets,
  'an egress-only internet gateway before a private address': /^egress-only-internet-gateway .*: takes no private/,
};

/** What must stop packets in 1 % of the worlds of a kind or more, as `where resource: rule` of the trace shows it. */
export const stopKinds: Readonly<Record<WorldKind, Readonly<Record<string, RegExp>>>> = {
  ipv4: { ...everyFamily, ...ipv4 },
  ipv6: { ...everyFamily, ...ipv6 },
  targets,
  targets6,
};

/** What may stop packets besides; worlds of another kind are about it. */
const rarely: Readonly<Record<WorldKind, Readonly<Record<string, RegExp>>>> = {
  ipv4: {},
  ipv6: {},
  targets: stopKinds.ipv4,
  targets6: {
    ...stopKinds.ipv6,
    'a NAT gateway that cannot send what it turns into IPv4': /^nat-gateway .*: turns IPv6 into IPv4/,
  },
};

/** Every kind of place that can stop a packet in the worlds of a kind; the first that fits names it. */
export const allStopKinds = (kind: WorldKind): Readonly<Record<string, RegExp>> => ({
  ...stopKinds[kind],
  ...rarely[kind],
});
