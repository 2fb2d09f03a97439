/** What a trap is proven by: rows of the truth table, or the reason why it is none of this table's business yet. */
type Proof = readonly [string, ...string[]] | { readonly notHere: string };

const services = 'it is about endpoints of AWS services, which are no target yet';
const privateTargets = 'it is about targets inside private networks, which are no target yet';
const role = "it is about the function's execution role, which is not read yet";

/**
 * Where a careless reading of a network gives a wrong verdict, in two kinds: it says that all is well where something
 * is broken (T1 to T18), or that something is broken where all is well (T19 to T43).
 */
export const traps: Readonly<Record<string, Proof>> = {
  /** Only $LATEST is looked at. */
  T1: ['a published version keeps the subnets that it was published with'],
  /** An available NAT gateway is taken for one that works. */
  T2: [
    'the public table has no default route',
    'the NAT subnet lets no reply in',
    'the internet gateway is detached while the routes still say active',
    'block-bidirectional stops NAT gateways',
    'the primary address of a NAT gateway failed beside a second one that works',
  ],
  /** Only the first subnet is looked at. */
  T3: ['one of two subnets is public', 'a manual regional NAT gateway that does not cover one zone'],
  /** A route to a NAT gateway whose state is blackhole. */
  T4: ['the default route of all tables is a blackhole'],
  /** Only the literal 0.0.0.0/0 is looked at. */
  T5: [
    'the internet as two halves instead of 0.0.0.0/0',
    'a prefix list that holds 0.0.0.0/0 is a default route',
    'a blackhole never falls back to a shorter prefix',
    'a quarter of the addresses to a peering connection while the default route works',
    'the internet over IPv6 as two halves of 2000::/3',
  ],
  /** Replies, rule order and ports of network ACLs. */
  T6: [
    'the network ACL lets no reply in',
    'replies allowed to 32768-65535 only',
    'a deny with a lower number than the allow',
    'a deny with a higher number than the allow',
    'rule numbers are numbers: 200 allows before 1000 denies',
    'port 443 allowed in tests the destination port of the reply, not its source',
  ],
  /** A group that lets port 443 out, to the wrong place. */
  T7: ['egress to the VPC only', "egress to the NAT gateways' addresses only", 'egress to another group only'],
  /** 0.0.0.0/0 taken for IPv6 too. */
  T8: [
    'no ::/0 route: 0.0.0.0/0 carries no IPv6',
    'a prefix list that holds 0.0.0.0/0 only is none for IPv6',
    'a group that lets 0.0.0.0/0 out lets no IPv6 out',
    'a network ACL without IPv6 rules, as a default one has whose rules were edited',
    'an IPv6 default route carries no IPv4',
  ],
  /** The function's IPv6 flag is not looked at. */
  T9: ['dual-stack subnets with a way out, and a function that may not use IPv6'],
  /** VPC Block Public Access taken for harmless. */
  T10: [
    'block-ingress stops a NAT instance',
    'block-bidirectional stops NAT gateways',
    'block-bidirectional stops egress-only internet gateways',
    'block-ingress stops IPv6 through the internet gateway in both directions',
  ],
  T11: { notHere: services },
  T12: { notHere: services },
  /** A NAT gateway in a private subnet, or on the table of the function. */
  T13: [
    'a NAT gateway in the very subnet that it serves',
    "the NAT gateway's subnet uses the function's own table",
    'the subnet of one NAT gateway is on the main table, which is local only',
  ],
  /** A failed or unfinished update. */
  T14: ['the last update failed: the configuration before it serves', 'the last update is in progress'],
  /** A transit gateway without an attachment in the zone. */
  T15: [
    'a default route to a transit gateway that is not attached in one zone',
    '::/0 to a transit gateway that is not attached in one zone',
  ],
  /** A private NAT gateway taken for a way to the internet. */
  T16: ['a private NAT gateway in front of an internet gateway'],
  /** A default route to a peering connection. */
  T17: ['a default route to a peering connection', '::/0 to a peering connection'],
  /** A manual regional NAT gateway with an uncovered zone. */
  T18: ['a manual regional NAT gateway that does not cover one zone'],
  /** A subnet on the main table taken for one without a table. */
  T19: [
    'a subnet without an association of its own uses a main table with a NAT gateway',
    'subnets without an association of their own use a main table that is local only',
    'subnets on the main table of their own VPC, beside a VPC whose main table leads to an internet gateway',
  ],
  /** A table for each zone taken for a mistake. */
  T20: ['a private subnet in each zone behind the NAT gateway of its zone'],
  /** A regional NAT gateway, which stands in no subnet. */
  T21: [
    'one regional NAT gateway for three zones',
    'a regional NAT gateway needs no public subnet',
    'a regional NAT gateway in whose description a subnet stands anyway, the very subnet that it serves',
    'network ACLs of subnets in which a regional NAT gateway does not stand',
  ],
  /** The words for an attached gateway. */
  T22: [
    'a private subnet in each zone behind the NAT gateway of its zone',
    'the attachment says attached instead of available',
    'the attachment of the egress-only internet gateway says available instead of attached',
  ],
  T23: { notHere: 'the collector writes the states of endpoints in lower case, which its own test proves' },
  /** What a participant of a shared VPC cannot see. */
  T24: [
    'a participant of a shared VPC cannot see the NAT gateways of the owner',
    'a participant of a shared VPC cannot see the egress-only internet gateway of the owner',
    'a participant of a shared VPC cannot see the firewall endpoint of the owner',
    "a participant of a shared VPC cannot see the attachment of the owner's transit gateway",
  ],
  /** A group of another VPC. */
  T25: ['a group that belongs to another VPC'],
  /** A function on a capacity provider. */
  T26: ['a function on a capacity provider takes its network from there'],
  /** A network that is private by design. */
  T27: [
    'no default route in any table, nobody asked for the internet',
    'no default route, and a variable that names a proxy',
  ],
  /** No rules for DNS, which the Amazon resolver does without. */
  T28: ['egress to port 443 is enough', 'only port 443 out is enough'],
  /** A function's group without ingress rules. */
  T29: ['a private subnet in each zone behind the NAT gateway of its zone'],
  T30: { notHere: privateTargets },
  /** A NAT instance with its public address on another interface. */
  T31: [
    'a NAT instance whose public address is on its other interface',
    'a route by instance id to an instance with two interfaces',
  ],
  /** A NAT gateway's subnet that leads to a firewall. */
  T32: ['a firewall endpoint between the NAT gateways and the internet gateway, with a table at the edge'],
  T33: { notHere: services },
  /** A blackhole that takes nothing of what is asked. */
  T34: ['a blackhole on a route that the internet does not use', 'a blackhole on ::/0, and nobody asked for IPv6'],
  T35: { notHere: role },
  T36: { notHere: role },
  /** A NAT gateway that is being deleted, or was, and is still listed. */
  T37: [
    'a NAT gateway being deleted may still forward',
    'a NAT gateway that was deleted and that no route uses',
    'a regional NAT gateway that is being deleted may still forward',
  ],
  T38: { notHere: privateTargets },
  /** Tables that are no tables of a subnet. */
  T39: [
    'a gateway (edge) route table is no table of a subnet',
    'a table that no subnet uses leads to the internet gateway',
  ],
  /** No free address. */
  T40: ['no free address in one subnet: interfaces that exist keep working'],
  /** An empty VPC configuration. */
  T41: ['a VPC configuration without subnets is none'],
  /** The main table by name, and associations that are changing. */
  T42: [
    'the main table is known by its flag and not by its name',
    'a table that is still being associated and would change the way',
  ],
  /** Ranges compared as text. */
  T43: [
    'a range that only begins with the same letters is denied',
    "two halves of the function's subnet are denied, its range itself is in no rule",
    '::/0 in another spelling',
    'ranges of the subnets in another spelling',
  ],
};

/** Wrong answers that tools for such networks are known to give, each with the rows that show the right one. */
export const knownMistakes: Readonly<Record<string, readonly [string, ...string[]]>> = {
  "another VPC's main table taken for the subnet's own": [
    'subnets on the main table of their own VPC, beside a VPC whose main table leads to an internet gateway',
    'a main table that leads to a NAT gateway, beside a VPC whose main table leads to an internet gateway',
  ],
  'a function whose subnets were not read said to be in no zone': ['subnets may not be read'],
  'subnets counted as zones': ['two subnets in one zone'],
  'a blackhole skipped when the longest prefix is chosen': [
    'a blackhole never falls back to a shorter prefix',
    'a blackhole takes half of the internet',
    'a blackhole on ::/0',
  ],
  'a network ACL that allows everything said to block': [
    'a private subnet in each zone behind the NAT gateway of its zone',
  ],
  'rules of a network ACL read without their order': [
    'a deny with a lower number than the allow',
    'a deny with a higher number than the allow',
    'rules in no order and without the final deny',
  ],
  'rules of a network ACL read without their protocol': ['only UDP replies allowed', 'UDP denied before the allow'],
  'replies said to pass since one of a few sampled ports does': [
    'one port of 64,512 is open for the replies',
    'only the ports that a spot check would try are open for the replies',
  ],
  'an internet gateway said to be enough without a public address': [
    'a function in the three public subnets',
    'an address out of a public range of the VPC is no public address for the internet gateway',
  ],
  'a NAT gateway said to be enough whatever its state': ['all NAT gateways failed', 'all NAT gateways pending'],
  'a NAT gateway said to be enough whatever its subnet': [
    'the public table has no default route',
    'the NAT subnet keeps the function out',
    'a NAT gateway in the very subnet that it serves',
  ],
  'NAT gateways counted whatever their state': ['a NAT gateway in each zone, two of which failed'],
  'a NAT gateway without a subnet not understood': ['one regional NAT gateway for three zones'],
  'a private NAT gateway not understood': ['a private NAT gateway in front of an internet gateway'],
  'a NAT gateway with several addresses not understood': ['a NAT gateway with eight addresses, all fine'],
  'routes to interfaces and instances left out': [
    'a NAT instance that does everything the API shows right',
    'a route to a NAT instance by its instance id, with one interface',
  ],
  'routes to egress-only internet gateways left out': ['dual-stack subnets behind an egress-only internet gateway'],
};
