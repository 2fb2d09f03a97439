import { defineRule, fixBy, wholeFunction } from './rule.ts';
import { thenPublish, vpcConfigCommand } from './shared/vpc-config.ts';
import { privateSubnets } from './shared/ways-out.ts';

export default defineRule({
  id: 'single-az',
  severity: 'warning',
  title: 'All subnets of the function are in one Availability Zone',
  symptom: 'When that zone has a problem, the function cannot run at all.',
  why: 'Lambda can place execution environments only in the zones of the subnets that the function names.',
  fix: 'Attach the function to subnets in at least two zones.',
  traps:
    'Several subnets in one zone still count as one zone. Zones are compared by their id, since names differ between accounts.',
  references: [
    'https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/lambda-controls.html',
  ],
  raCode: null,
  needs: ['subnets'],
  *check(context) {
    const { fn, subnets } = context;
    if (fn.network.kind !== 'vpc' || subnets.length === 0 || subnets.length < fn.network.subnetIds.length) return;
    const zones = new Set(subnets.map((subnet) => subnet.availabilityZoneId ?? subnet.availabilityZone));
    const [zone] = zones;
    if (zones.size !== 1 || zone === null || zone === undefined) return;
    const other = privateSubnets(context.hints, subnets[0]?.vpcId ?? '').find(
      ({ availabilityZoneId }) => availabilityZoneId !== null && availabilityZoneId !== zone,
    );
    const such =
      other === undefined ? 'that has the same way out' : `such as ${other.id} in ${other.availabilityZoneId}`;
    yield {
      resource: fn.arn,
      where: wholeFunction(
        context,
        'warning',
        subnets.map(({ id }) => ({ resource: id, note: `is in zone ${zone}` })),
      ),
      message: `${fn.name} runs in one Availability Zone only, ${zone}: a problem of that zone stops the function.`,
      fix: fixBy(
        `Add a subnet in another zone ${such}.${thenPublish(fn)}`,
        vpcConfigCommand(fn, [...fn.network.subnetIds, other?.id ?? '<subnet in another zone>']),
      ),
    };
  },
});
