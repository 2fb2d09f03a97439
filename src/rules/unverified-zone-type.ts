import { defineRule } from './rule.ts';
import { unusualPlace, zoneFix } from './shared/unusual-zone.ts';

export default defineRule({
  id: 'unverified-zone-type',
  severity: 'warning',
  title: 'A subnet of the function is in a zone in which Lambda may not run it',
  symptom:
    'An update of the function is refused for the zone of a subnet, or the function never gets an interface there.',
  why: 'AWS documents Lambda for the Availability Zones of a Region. Local Zones, Wavelength Zones and Outposts are other places, and in a constrained zone AWS may refuse what it has not there yet.',
  fix: 'Attach the function to subnets in ordinary Availability Zones of its Region.',
  traps:
    'It changes no answer: the answers are about packets from the subnet, if the function runs there. Which Availability Zones Lambda refuses is not published, so an ordinary zone is no promise.',
  references: [
    'https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html',
    'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-regions-availability-zones.html',
    'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AvailabilityZone.html',
  ],
  raCode: null,
  needs: ['availabilityZones', 'subnets'],
  *check(context) {
    const found = context.subnets.flatMap((subnet) => {
      const place = unusualPlace(context, subnet);
      return place === null ? [] : [{ subnet, place }];
    });
    const unwanted = found.map(({ subnet }) => subnet.id);
    for (const { subnet, place } of found) {
      const [where, meaning] = place;
      const evidence = [{ resource: subnet.id, note: where }];
      const here = { subnetIds: [subnet.id], targets: [], severity: 'warning', onlyByDefault: false } as const;
      yield {
        resource: subnet.id,
        where: { ...here, evidence, also: [] },
        message: `Subnet ${subnet.id} ${where}: ${meaning}.`,
        fix: zoneFix(context, unwanted),
      };
    }
  },
});
