import { describe, expect, it } from 'vitest';
import { parseTarget } from '../../src/cli/target.ts';
import { diagnose } from '../../src/diagnose.ts';
import type { ResolvedHost } from '../../src/model/resolved-host.ts';
import { addIpv6, withIpv6 } from '../support/ipv6.ts';
import { type Change, healthy, network } from '../support/network.ts';
import { groupRule } from '../support/resources.ts';
import { removeDefaultRoutes } from '../support/targets.ts';

const answerTo = (target: string, resolvedHosts: readonly ResolvedHost[] | undefined, change?: Change) => {
  const snapshot = { ...(change === undefined ? healthy : network(change)), ...(resolvedHosts && { resolvedHosts }) };
  const { functions } = snapshot.sections;
  const { document } = diagnose(snapshot, {
    functions: functions.status === 'collected' ? functions.items : [],
    questions: [{ target: parseTarget(target), origin: 'to', askedBecause: 'asked with --to' }],
    allHops: false,
    rules: null,
    toolVersion: '0.0.0',
  });
  return document.functions[0]?.answers[0];
};

const resolved: readonly ResolvedHost[] = [
  { status: 'resolved', host: 'api.example.com', addresses: ['1.1.1.1', '8.8.8.8', '2606:4700::1'] },
  { status: 'failed', host: 'gone.example.com', reason: 'there is no such name' },
];

describe('a host name', () => {
  it('leads to the addresses that the snapshot holds', () => {
    expect(answerTo('api.example.com:443', resolved)).toMatchObject({ verdict: 'reachable' });
    expect(answerTo('api.example.com:443', resolved, removeDefaultRoutes)).toMatchObject({ verdict: 'blocked' });
  });

  it('is judged by all of them', () => {
    const change: Change = (n) => {
      for (const subnet of ['private-a', 'private-b', 'private-c']) {
        n.removeRoute(subnet);
        n.addRoute(subnet, '1.0.0.0/8', { kind: 'nat-gateway', id: n.natGateway('nat-a').id });
      }
    };
    expect(answerTo('api.example.com:443', resolved, change)).toMatchObject({ verdict: 'partial' });
  });

  it('with addresses of both families is unknown where the function sends both and only one works', () => {
    const withoutIpv4 = withIpv6((n) => {
      for (const subnet of ['private-a', 'private-b', 'private-c']) n.removeRoute(subnet);
    });
    expect(answerTo('api.example.com:443', resolved, addIpv6)).toMatchObject({ verdict: 'reachable' });
    expect(answerTo('api.example.com:443', resolved, withoutIpv4)).toMatchObject({
      verdict: 'unknown',
      because: expect.stringContaining('has addresses of both families, and the program chooses: over IPv4 it fails'),
    });
  });

  it('with IPv4 addresses alone may be called over NAT64, one with IPv6 addresses keeps these', () => {
    const onlyNat64 = withIpv6((n) => {
      for (const subnet of ['private-a', 'private-b', 'private-c']) {
        const { target } = n.route(subnet);
        n.removeRoute(subnet);
        n.removeRoute(subnet, '::/0');
        n.addRoute(subnet, '64:ff9b::/96', target);
        n.subnet(subnet).enableDns64 = true;
      }
    });
    const onlyIpv4 = [{ status: 'resolved', host: 'api.example.com', addresses: ['1.1.1.1', '8.8.8.8'] }] as const;
    expect(answerTo('api.example.com:443', resolved, onlyNat64)).toMatchObject({ verdict: 'blocked' });
    expect(answerTo('api.example.com:443', onlyIpv4, onlyNat64)).toMatchObject({
      verdict: 'unknown',
      because: expect.stringContaining('so names also get addresses of 64:ff9b::/96, for which rtb-'),
    });
    const onlyPrivate = [{ status: 'resolved', host: 'api.example.com', addresses: ['192.168.1.7'] }] as const;
    expect(answerTo('api.example.com:443', onlyPrivate, onlyNat64)).toMatchObject({ verdict: 'blocked' });
  });

  it('without addresses is unknown where the group lets out over IPv6 alone, and blocked where the function sends none', () => {
    const overIpv6 = withIpv6((n) => {
      n.securityGroup().egress = [groupRule('::/0', 'all')];
    });
    const overNone = withIpv6((n) => {
      n.securityGroup().egress = [groupRule('::/0', 'all')];
      n.network().ipv6AllowedForDualStack = false;
    });
    expect(answerTo('api.example.com:443', undefined, overIpv6)).toMatchObject({ verdict: 'unknown' });
    expect(answerTo('api.example.com:443', undefined, overNone)).toMatchObject({ verdict: 'blocked' });
  });

  it('without addresses is unknown, with the flag to add or with why there are none', () => {
    expect(answerTo('api.example.com:443', undefined)).toMatchObject({
      verdict: 'unknown',
      because: expect.stringContaining('--resolve asks this machine for them'),
    });
    expect(answerTo('gone.example.com:443', resolved)).toMatchObject({
      verdict: 'unknown',
      because: expect.stringContaining('gone.example.com could not be resolved on this machine: there is no such name'),
    });
  });

  it('that the function cannot resolve is unknown whatever this machine says', () => {
    const change: Change = (n) => {
      n.vpc().enableDnsSupport = { status: 'unavailable', action: 'ec2:DescribeVpcAttribute', reason: 'access denied' };
    };
    expect(answerTo('gone.example.com:443', resolved, change)).toMatchObject({ verdict: 'unknown' });
  });
});

describe('a host name of AWS', () => {
  it('of this region is the service', () => {
    expect(answerTo('sqs.eu-west-1.amazonaws.com', undefined)).toMatchObject({ target: 'sqs', verdict: 'reachable' });
  });

  it.each(['sqs.us-east-1.amazonaws.com', 'sts.amazonaws.com', 'iam.amazonaws.com:443'])(
    '%s goes the public way and needs no addresses',
    (target) => {
      expect(answerTo(target, undefined)).toMatchObject({ target, verdict: 'reachable' });
      expect(answerTo(target, undefined, removeDefaultRoutes)).toMatchObject({ target, verdict: 'blocked' });
    },
  );
});
