import { DescribeAvailabilityZonesCommand, type AvailabilityZone as RawZone } from '@aws-sdk/client-ec2';
import { AvailabilityZone } from '../model/kinds/availability-zones.ts';
import { optionalWord, required, setOf, text } from './answer.ts';
import { defineCollector } from './collector.ts';

export const fromAws = (raw: RawZone): AvailabilityZone => ({
  id: required(AvailabilityZone.shape.id, raw.ZoneId),
  name: text(raw.ZoneName),
  zoneType: optionalWord(AvailabilityZone.shape.zoneType.unwrap(), raw.ZoneType),
  state: optionalWord(AvailabilityZone.shape.state.unwrap(), raw.State),
});

/**
 * Asked for all zones, since a subnet that is shared by another account can be in a zone that this one has not turned
 * on. The snapshot keeps those of its subnets.
 */
export default defineCollector({
  kind: 'availabilityZones',
  actions: ['ec2:DescribeAvailabilityZones'],
  scope: 'region',
  async collect(aws) {
    const command = new DescribeAvailabilityZonesCommand({ AllAvailabilityZones: true });
    return setOf((await aws.ec2.send(command, aws.options)).AvailabilityZones).map(fromAws);
  },
  belongs: ({ id }, { referenced }) => referenced.has(id),
});
