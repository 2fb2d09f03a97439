import { defineRule } from './rule.ts';
import { defaultRouteFix } from './shared/default-route-fix.ts';
import { someOf } from './shared/words.ts';

export default defineRule({
  id: 'ipv6-only-egress',
  severity: 'warning',
  title: 'The function reaches the internet over IPv6 and not over IPv4',
  symptom:
    'Calls to hosts that have IPv6 addresses work, calls to all others time out, and so do calls to AWS services whose usual endpoint has IPv4 only.',
  why: 'A host name without an IPv6 address can be reached over IPv4 only. The usual endpoints of many AWS services are of that kind; most services have dual-stack endpoints under other names, which the SDKs use only if they are told to.',
  fix: 'Add a NAT gateway route for IPv4, or set AWS_USE_DUALSTACK_ENDPOINT to true for the function and make sure that every other host has IPv6.',
  traps:
    'It can be meant so: a network without NAT gateways costs less. Nothing is said unless both the internet and the internet over IPv6 are asked for.',
  references: [
    'https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html',
    'https://docs.aws.amazon.com/sdkref/latest/guide/feature-endpoints.html',
  ],
  raCode: null,
  needs: [],
  *check(context) {
    const { fn, observations } = context;
    const idsWith = (target: string, verdict: string): string[] =>
      observations.filter((seen) => seen.target === target && seen.verdict === verdict).map(({ subnetId }) => subnetId);
    const overIpv6 = idsWith('internet6', 'reachable');
    const ids = idsWith('internet', 'blocked').filter((id) => overIpv6.includes(id));
    if (ids.length === 0) return;
    const where = {
      subnetIds: ids,
      targets: ['internet'],
      severity: 'warning',
      onlyByDefault: false,
      evidence: ids.map((resource) => ({ resource, note: 'works over IPv6 and fails over IPv4' })),
      also: [],
    } as const;
    const dualStack = ` Or set AWS_USE_DUALSTACK_ENDPOINT=true for ${fn.name}, which lets calls to AWS services use IPv6.`;
    yield {
      resource: fn.arn,
      where,
      message: `${fn.name} reaches the internet over IPv6 and not over IPv4 from ${someOf(ids)}: hosts and AWS endpoints without an IPv6 address time out.`,
      fix: defaultRouteFix(context, where, dualStack),
    };
  },
});
