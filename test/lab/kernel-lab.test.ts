import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { Snapshot } from '../../src/model/snapshot.ts';
import { randomFrom } from '../fuzz/random.ts';
import { type Change, healthy, network } from '../support/network.ts';
import { addNatInstance, groupRule } from '../support/resources.ts';
import { expectByHand, lambdaIn } from './by-hand.ts';
import { build } from './comparison.ts';
import { engineOf } from './engine-answer.ts';
import { hostsExtent, internetExtent, ipv6Extent } from './extents.ts';
import { hostVariants } from './host-variants.ts';
import { ipv6Variants } from './ipv6-variants.ts';
import { type Lab, startLab } from './lab.ts';
import { linuxPortsOnly, portPairs } from './port-pairs.ts';
import type { Probe } from './probes.ts';
import { describeScene } from './scene-tests.ts';
import { scenes } from './scenes.ts';
import { measuredShare, toleranceOf } from './shares.ts';
import { symptoms } from './symptoms.ts';
import { variants } from './variants.ts';

const started = await startLab();

const lab = (): Lab => {
  if (started === null) throw new Error('the lab is not there');
  return started;
};

afterAll(() => started?.close());

describe.skipIf(started === null)('real TCP connections in Linux network namespaces', () => {
  it.each(variants)('$name', async ({ change, works }) => {
    const snapshot = change === null ? healthy : network(change);
    const { subnetId, from } = lambdaIn(snapshot, 'private-a');
    await expectByHand(lab(), snapshot, 'orders-api', portPairs(subnetId, from), works);
  });

  it.each(hostVariants)('to a host: $name', async ({ change, to, works }) => {
    const snapshot = network(change);
    const { subnetId, from } = lambdaIn(snapshot, 'private-a');
    for (const own of [from, '10.0.11.199'])
      await expectByHand(lab(), snapshot, 'orders-api', portPairs(subnetId, own, to), works);
  });

  it.each(ipv6Variants)('over IPv6: $name', async ({ change, to, works }) => {
    const snapshot = network(change);
    const { subnetId } = lambdaIn(snapshot, 'private-a');
    await expectByHand(lab(), snapshot, 'orders-api', portPairs(subnetId, '2001:db8:1234:1a11::57', to), works);
  });

  it.each(symptoms)('the built-in network %s, %s', async (name, functionName, bySubnet) => {
    const file = new URL(`../../fixtures/${name}/snapshot.json`, import.meta.url);
    const snapshot = Snapshot.parse(JSON.parse(readFileSync(file, 'utf8')));
    for (const [subnet, works] of Object.entries(bySubnet)) {
      const { subnetId, from } = lambdaIn(snapshot, subnet);
      await expectByHand(lab(), snapshot, functionName, portPairs(subnetId, from), works);
    }
  });

  it('private and shared addresses are not behind an internet gateway and no part of the internet', async () => {
    const place = lambdaIn(healthy, 'private-a');
    const probes = ['172.16.5.5', '172.31.255.255', '192.168.1.1', '100.64.0.1', '100.127.255.255'].map(
      (to, index): Probe => ({ ...place, fromPort: 4000 + index, to, toPort: 443, natPort: 5000 + index }),
    );
    await build(lab(), healthy, 'orders-api', probes, 'chosen');
    expect(await lab().call(probes, 300)).toEqual(probes.map(() => ({ failed: 'ETIMEDOUT' })));
    const engine = engineOf(healthy, 'orders-api');
    expect(probes.map((probe) => engine.answer(probe).outcome)).toEqual(probes.map(() => 'not asked'));
  });
});

describeScene(started, scenes.overIpv4, internetExtent);
describeScene(started, scenes.toHosts, hostsExtent);
describeScene(started, scenes.overIpv6, ipv6Extent);

/** Of the 64,512 ports from 1024 on, 28,233 are those from which Linux connects. */
const linux = 28_233 / 64_512;

const natInstanceWithBoth: Change = (n) => {
  linuxPortsOnly.both(n);
  addNatInstance(n);
  n.securityGroup('nat-instance').ingress = [groupRule('10.0.0.0/16', 'all')];
};

describe.skipIf(started === null)('the share of connections that work', () => {
  const target = { to: '93.184.216.34', toPort: 443 };

  it.each([
    ["43.76 %, with the function's network ACL", linuxPortsOnly.function, linux, linux ** 2],
    ["43.76 %, with the NAT gateway's network ACL", linuxPortsOnly.nat, linux, linux ** 2],
    ['19.15 %, with both, since the NAT gateway chooses a port of its own', linuxPortsOnly.both, linux ** 2, linux],
    ['43.76 %, with both and a NAT instance, which keeps the port', natInstanceWithBoth, linux, linux ** 2],
  ] satisfies [string, Change, number, number][])('is %s', async (_, change, share, otherShare) => {
    const snapshot = network(change);
    const probe = { ...lambdaIn(snapshot, 'private-a'), ...target };
    expect(engineOf(snapshot, 'orders-api').share(probe)).toBeCloseTo(share, 12);
    const count = 3000;
    const measured = await measuredShare(lab(), snapshot, randomFrom(43), probe, count);
    expect(Math.abs(measured - share)).toBeLessThan(toleranceOf(share, count));
    expect(Math.abs(measured - otherShare)).toBeGreaterThan(toleranceOf(otherShare, count));
  });
});
