import { DescribeAvailabilityZonesResult$ } from '@aws-sdk/client-ec2';
import { itemsOf } from '../world.ts';
import { toXml } from '../xml.ts';
import type { Ec2Action } from './describe.ts';
import { word } from './words.ts';

const name = 'DescribeAvailabilityZones';

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeAvailabilityZones.html: an answer without pages. */
export const describeAvailabilityZones: Ec2Action = {
  name,
  answer(_parameters, world) {
    const zones = itemsOf(world.sections.availabilityZones, world, 'ec2', name);
    return toXml(DescribeAvailabilityZonesResult$, {
      AvailabilityZones: zones.map((zone) => ({
        ZoneId: zone.id,
        ZoneName: zone.name,
        ZoneType: word(zone.zoneType),
        State: word(zone.state),
        RegionName: world.region,
        OptInStatus: 'opt-in-not-required',
        Messages: [],
      })),
    });
  },
};
