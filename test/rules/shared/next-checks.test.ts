import { describe, expect, it } from 'vitest';
import { nextCheckOf } from '../../../src/rules/shared/next-checks.ts';

const leaves = (resource: string, what: string) => nextCheckOf({ kind: 'out-of-sight', resource, what });

describe('what to check next', () => {
  it.each([
    ['tgw-0b7a', 'tgw-0b7a takes the packet on', /transit gateway.*egress VPC/s, /transit-gateway-id,Values=tgw-0b7a$/],
    ['vgw-0b7a', 'rtb-01 sends 0.0.0.0/0 → vgw-0b7a', /VPN or Direct Connect/, /vpn-gateway-id,Values=vgw-0b7a$/],
    ['vpce-0b7a', 'a GatewayLoadBalancer endpoint', /policy of the firewall/, /--vpc-endpoint-ids vpce-0b7a$/],
    ['lgw-0b7a', 'a local gateway', /local gateway/, /local-gateway-id,Values=lgw-0b7a$/],
    ['cagw-0b7a', 'a carrier gateway', /carrier/, /--carrier-gateway-ids cagw-0b7a$/],
    ['nat-0b7a', 'a regional NAT gateway', /proxy or firewall/, /--nat-gateway-ids nat-0b7a$/],
    [
      'arn:aws:networkmanager::123456789012:core-network/core-network-0b7a',
      'a core network',
      /segment/,
      /--core-network-id core-network-0b7a$/,
    ],
    ['arn:aws:odb:eu-west-1:123456789012:odb-network/odbnet_0b7a', 'an ODB network', /ODB/, /odbnet_0b7a$/],
  ])('behind %s', (resource, what, text, command) => {
    const next = leaves(resource, what);
    expect(next.text).toMatch(text);
    expect(next.commands[0]).toMatch(command);
  });

  it('is about the target of the route where a route table sends the packets on', () => {
    const { commands } = leaves('rtb-01', "rtb-01 sends the NAT gateway's packets on by 0.0.0.0/0 → tgw-0b7a");
    expect(commands[0]).toContain('tgw-0b7a');
  });

  it('over NAT64 is the addresses that the function uses, not the NAT gateway', () => {
    const next = leaves('subnet-01', 'names also get addresses of 64:ff9b::/96, for which rtb-01 has ::/0 → nat-0b7a');
    expect(next.text).toContain('begin with 64:ff9b::');
  });

  it('is the family that does not work where a name has addresses of both, not what stands behind an endpoint', () => {
    const what = (name: string) =>
      `${name} has addresses of both families, and the program chooses: over IPv4 it fails, over IPv6 it works`;
    const { text, commands } = leaves('vpce-0b7a', what('vpce-0b7a'));
    expect(text).toMatch(/^Mend the family that does not work/);
    expect(commands[0]).toContain('--vpc-endpoint-ids vpce-0b7a');
    expect(leaves('db.example', what('db.example')).commands).toEqual([]);
  });

  it('is the name itself, or the machine that was asked, where DNS knows no such name', () => {
    const what = 'gone.example.com could not be resolved on this machine: there is no such name';
    expect(leaves('gone.example.com', what).text).toMatch(/^Correct the name, .* --resolve on a machine that asks/);
  });

  it('is to read the network again, since a snapshot cannot be resolved later', () => {
    const what = 'the addresses of db.example.com are not known; --resolve asks this machine for them';
    expect(leaves('db.example.com', what).text).toMatch(/^Read the network again with --resolve/);
  });

  it('is to wait while a resource changes its state', () => {
    const next = nextCheckOf({ kind: 'in-transition', resource: 'tgw-attach-0b7a', state: 'pending' });
    expect(next).toEqual({ text: 'Run the diagnosis again when tgw-attach-0b7a has settled.', commands: [] });
  });

  it('says something about a place that it does not know', () => {
    expect(leaves('xyz-1', 'something new').text).not.toBe('');
  });
});
