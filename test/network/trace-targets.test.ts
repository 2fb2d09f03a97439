import { describe, expect, it } from 'vitest';
import { addFirewallEndpoint } from '../support/firewall.ts';
import type { Change } from '../support/network.ts';
import { addPeerVpc } from '../support/peer-vpc.ts';
import { aclRule, addAclRules, groupRule } from '../support/resources.ts';
import { addDatabase, addInterface, interfaceId, port5432, sendThroughPrivateNatGateway } from '../support/targets.ts';
import { places, sent } from './sent-packets.ts';

const toDatabase = { destination: '10.0.40.7', destinationPort: 5432 } as const;

describe('a packet to another interface of the VPC', () => {
  it("meets the network ACLs of both subnets, the far interface's groups and the far table, in order", () => {
    const found = sent(addDatabase, toDatabase);
    expect(found).toMatchObject({ outcome: 'works', stoppedBy: null });
    expect(places(found)).toEqual([
      'security-group-egress',
      'network-acl-egress',
      'route',
      'network-acl-ingress',
      'target',
      'route',
      'route',
      'network-acl-egress',
      'network-acl-ingress',
    ]);
  });

  it('meets nothing but the groups inside its subnet', () => {
    const near: Change = (n) => {
      const ingress = [groupRule('10.0.0.0/16', port5432)];
      addInterface(n, 'private-a', '10.0.11.40', n.addSecurityGroup('db', { ingress }));
    };
    expect(places(sent(near, { ...toDatabase, destination: '10.0.11.40' }))).toEqual([
      'security-group-egress',
      'target',
    ]);
  });

  it('is stopped by the group of the interface, and fails where no subnet has the address', () => {
    expect(sent(addDatabase, { ...toDatabase, destinationPort: 22 })).toMatchObject({
      outcome: 'fails',
      stoppedBy: interfaceId('10.0.40.7'),
    });
    const outcomes = ['10.0.40.8', '10.0.99.8'].map(
      (destination) => sent(addDatabase, { ...toDatabase, destination }).outcome,
    );
    expect(outcomes).toEqual(['unknown', 'fails']);
  });

  it('gets no further than a firewall endpoint that failed', () => {
    const failed: Change = (n) => {
      addDatabase(n, groupRule('10.0.11.0/24', [22, 22]));
      const { endpoint, target } = addFirewallEndpoint(n, 'public-a');
      endpoint.state = 'failed';
      n.addRoute('private-a', '10.0.40.0/24', target);
    };
    const found = sent(failed, toDatabase);
    expect(found).toMatchObject({ outcome: 'fails', stoppedBy: 'vpce-0f1e2d3c4b5a69788' });
    expect(places(found).at(-1)).toBe('vpc-endpoint');
  });

  it("behind a NAT gateway has its address, and its reply the NAT gateway's port", () => {
    const inside: Change = (n) => {
      addDatabase(n, groupRule('10.0.1.26/32', port5432));
      sendThroughPrivateNatGateway(n, '10.0.40.0/24');
      addAclRules(n, 'data', 'egress', aclRule(90, 'deny', '10.0.1.26/32', [50_000, 50_000]));
    };
    const ports = [49_999, 50_000, 50_001];
    expect(ports.map((natPort) => sent(inside, { ...toDatabase, natPort }).outcome)).toEqual([
      'works',
      'fails',
      'works',
    ]);
  });
});

describe('a packet to a peered VPC', () => {
  it('needs the way back, which a NAT gateway does not', () => {
    const oneWay: Change = (n) => {
      addPeerVpc(n);
      n.removeRoute('peer', '10.0.0.0/16');
    };
    const byNat: Change = (n) => {
      oneWay(n);
      n.removeRoute('private-a', '10.1.0.0/16');
      sendThroughPrivateNatGateway(n, '10.1.0.0/16');
      n.addRoute('public', '10.1.0.0/16', { kind: 'vpc-peering-connection', id: 'pcx-0f1e2d3c4b5a69788' });
    };
    const target = { ...toDatabase, destination: '10.1.40.7' };
    expect([sent(oneWay, target).outcome, sent(byNat, target).outcome]).toEqual(['fails', 'works']);
  });
});
