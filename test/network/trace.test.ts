import { describe, expect, it } from 'vitest';
import type { Packet, Trace } from '../../src/network/trace.ts';
import { addIpv6, sendAllIpv6 } from '../support/ipv6.ts';
import type { Change } from '../support/network.ts';
import {
  aclRule,
  addAclRules,
  addNatInstance,
  addPeering,
  addTransitGateway,
  groupRule,
  setAclRules,
} from '../support/resources.ts';
import { groupId, places, sent } from './sent-packets.ts';

describe('a packet of a function behind a NAT gateway', () => {
  it('meets every place on the way out and back, in order', () => {
    expect(places(sent(null))).toEqual([
      'security-group-egress',
      'network-acl-egress',
      'route',
      'nat-gateway',
      'nat-gateway',
      'network-acl-ingress',
      'network-acl-egress',
      'route',
      'internet-gateway',
      'internet-gateway',
      'network-acl-ingress',
      'route',
      'route',
      'network-acl-egress',
      'network-acl-ingress',
    ]);
  });

  it('works in the correct network', () => {
    expect(sent(null)).toMatchObject({ outcome: 'works', stoppedBy: null });
  });

  it('ends at the first place that stops it', () => {
    const { outcome, hops, stoppedBy } = sent((n) => setAclRules(n, 'private', 'egress'));
    expect([outcome, stoppedBy]).toEqual(['fails', hops.at(-1)?.resource]);
    expect(hops.map(({ where }) => where)).toEqual(['security-group-egress', 'network-acl-egress']);
    expect(hops.at(-1)?.rule).toBe('rule 32767');
  });

  it('fails by its own port where the network ACL of its subnet closes that port', () => {
    const closed: Change = (n) =>
      addAclRules(n, 'private', 'ingress', aclRule(90, 'deny', '0.0.0.0/0', [40_000, 40_000]));
    const ports = [39_999, 40_000, 40_001];
    expect(ports.map((functionPort) => sent(closed, { functionPort }).outcome)).toEqual(['works', 'fails', 'works']);
  });

  it("fails by the NAT gateway's port where the network ACL of its subnet closes that port", () => {
    const closed: Change = (n) =>
      addAclRules(n, 'public', 'ingress', aclRule(90, 'deny', '0.0.0.0/0', [50_000, 50_000]));
    const ports = [49_999, 50_000, 50_001];
    expect(ports.map((natPort) => sent(closed, { natPort }).outcome)).toEqual(['works', 'fails', 'works']);
  });

  it('fails by its own address where a rule is narrower than the subnet', () => {
    const closed: Change = (n) => addAclRules(n, 'public', 'ingress', aclRule(90, 'deny', '10.0.11.56/31', 'all'));
    const sources = ['10.0.11.55', '10.0.11.56', '10.0.11.57', '10.0.11.58'];
    expect(sources.map((sourceAddress) => sent(closed, { sourceAddress }).outcome)).toEqual([
      'works',
      'fails',
      'fails',
      'works',
    ]);
  });

  it('takes the longest prefix, also above 128.0.0.0 and for a single address', () => {
    const holes: Change = (n) => {
      n.addRoute('private-a', '198.41.0.7/32', { kind: 'none' }, { state: 'blackhole' });
      n.addRoute('private-a', '128.0.0.0/1', n.route('private-a').target);
    };
    const destinations = ['198.41.0.6', '198.41.0.7', '198.41.0.8', '223.255.255.255'];
    expect(destinations.map((destination) => sent(holes, { destination }).outcome)).toEqual([
      'works',
      'fails',
      'works',
      'works',
    ]);
  });

  it('is stopped by something known behind something unknown', () => {
    const { outcome, hops } = sent((n) => {
      n.natGateway('nat-a').state = 'pending';
      n.internetGateway().attachments = [];
    });
    expect([outcome, hops.at(-1)?.where]).toEqual(['fails', 'internet-gateway']);
  });

  it('is unknown while nothing known stops it', () => {
    expect(sent((n) => n.deny('natGateways'))).toMatchObject({ outcome: 'unknown', stoppedBy: null });
  });

  it('is unknown where one of two equal routes works, and fails where neither does', () => {
    const twoLists = (n: Parameters<Change>[0], other: 'works' | 'drops'): void => {
      const { target } = n.route('private-a');
      n.removeRoute('private-a');
      for (const name of ['one', 'two']) {
        const id = `pl-0${name}` as const;
        n.all.prefixLists.push({ id, name, ownerId: null, cidrs: { status: 'known', value: ['0.0.0.0/0'] } });
        const works = name === 'one' && other === 'works';
        n.addRoute('private-a', id, works ? target : { kind: 'none' }, { state: works ? 'active' : 'blackhole' });
      }
    };
    expect(sent((n) => twoLists(n, 'works')).outcome).toBe('unknown');
    expect(sent((n) => twoLists(n, 'drops')).outcome).toBe('fails');
  });
});

describe('a packet that takes another way', () => {
  it('meets the groups of a NAT instance, which keeps its port', () => {
    const closed: Change = (n) => {
      addNatInstance(n);
      addAclRules(n, 'public', 'ingress', aclRule(90, 'deny', '0.0.0.0/0', [40_000, 40_000]));
    };
    expect(places(sent(closed)).filter((where) => where === 'nat-instance')).toHaveLength(5);
    expect([sent(closed).outcome, sent(closed, { functionPort: 40_001 }).outcome]).toEqual(['fails', 'works']);
  });

  it('ends at a peering connection, whatever its state', () => {
    const { outcome, stoppedBy } = sent((n) => {
      n.route('private-a').target = addPeering(n);
    });
    expect([outcome, stoppedBy]).toEqual(['fails', 'pcx-0f1e2d3c4b5a69788']);
  });

  it('goes out of sight at a transit gateway, but its reply still meets the network ACL', () => {
    const through: Change = (n) => {
      n.route('private-a').target = addTransitGateway(n, 'private-a');
      addAclRules(n, 'private', 'ingress', aclRule(90, 'deny', '0.0.0.0/0', [40_000, 40_000]));
    };
    expect([sent(through).outcome, sent(through, { functionPort: 40_001 }).outcome]).toEqual(['fails', 'unknown']);
  });
});

const ipv6 = { sourceAddress: '2001:db8:1234:1a11::7', destination: '2600:9000::1', ipv6Allowed: true } as const;

const sentOverIpv6 = (change: Change, over: Partial<Packet> = {}): Trace =>
  sent(
    (n) => {
      addIpv6(n);
      change(n);
    },
    { ...ipv6, ...over },
  );

describe('an IPv6 packet', () => {
  it("leaves by the function's interface, its gates and an egress-only internet gateway, and its reply comes back", () => {
    const found = sentOverIpv6(() => {});
    expect(found).toMatchObject({ outcome: 'works', stoppedBy: null });
    expect(places(found)).toEqual([
      'network-interface',
      'network-interface',
      'security-group-egress',
      'network-acl-egress',
      'route',
      'egress-only-internet-gateway',
      'egress-only-internet-gateway',
      'network-acl-ingress',
    ]);
  });

  it('is not sent by a function that may not, nor by a subnet without a range', () => {
    const noRange: Change = (n) => {
      n.subnet('private-a').ipv6Cidrs = [];
    };
    expect(places(sentOverIpv6(() => {}, { ipv6Allowed: false }))).toEqual(['network-interface']);
    expect(places(sentOverIpv6(noRange))).toEqual(['network-interface', 'network-interface']);
  });

  it('is covered by no rule and no route for IPv4, whatever its address', () => {
    const onlyIpv4: Change = (n) => {
      n.securityGroup().egress = [groupRule('0.0.0.0/0', 'all')];
    };
    expect(sentOverIpv6(onlyIpv4, { destination: '::a00:1' })).toMatchObject({ outcome: 'fails', stoppedBy: groupId });
    const noRoute = sentOverIpv6((n) => n.removeRoute('private-a', '::/0'), { destination: '::a00:1' });
    expect([noRoute.outcome, noRoute.hops.at(-1)?.rule]).toEqual(['fails', 'no route']);
  });

  it('is told apart to the last of 128 bits', () => {
    const hole: Change = (n) => n.addRoute('private-a', '2600:9000::1/128', { kind: 'none' }, { state: 'blackhole' });
    const destinations = ['2600:9000::', '2600:9000::1', '2600:9000::2'];
    expect(destinations.map((destination) => sentOverIpv6(hole, { destination }).outcome)).toEqual([
      'works',
      'fails',
      'works',
    ]);
  });

  it('ends at a NAT gateway, unless it stands for an IPv4 address, which is not followed', () => {
    const toNat: Change = (n) => sendAllIpv6(n, { kind: 'nat-gateway', id: n.natGateway('nat-a').id });
    const outcomes = ['2600:9000::1', '64:ff9b::c629:7'].map(
      (destination) => sentOverIpv6(toNat, { destination }).outcome,
    );
    expect(outcomes).toEqual(['fails', 'unknown']);
  });
});

describe('what cannot be sent', () => {
  it.each(['2001:db8::g', '10.0.0', 'example.com'])('refuses %s as an address', (destination) => {
    expect(() => sent(null, { destination })).toThrow(`${destination} is no IP address`);
  });

  it('refuses an IPv4 packet to an IPv6 address', () => {
    expect(() => sent(null, { destination: '2600::1' })).toThrow('2600::1, an address of another family');
  });
});

describe('a packet of an instance of a capacity provider', () => {
  const toInternetGateway: Change = (n) => {
    n.route('private-a').target = { kind: 'internet-gateway', id: n.internetGateway().id };
  };

  it('may have a public address in a public subnet, which an interface of Lambda has not', () => {
    expect(sent(toInternetGateway).outcome).toBe('fails');
    expect(sent(toInternetGateway, { onInstances: true }).outcome).toBe('unknown');
  });

  it('fails all the same where the internet gateway is not attached', () => {
    const detached: Change = (n) => {
      toInternetGateway(n);
      n.internetGateway().attachments = [];
    };
    expect(sent(detached, { onInstances: true })).toMatchObject({ outcome: 'fails' });
  });

  it('may have an IPv6 address where its subnet has a range, and has none elsewhere', () => {
    const over = {
      onInstances: true,
      ipv6Allowed: true,
      sourceAddress: '2001:db8:1234:1a11::57',
      destination: '2606:4700::1111',
    } as const;
    expect(sent(addIpv6, over).outcome).toBe('unknown');
    expect(sent(null, over).outcome).toBe('fails');
  });
});
