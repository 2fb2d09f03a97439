import { onProvider } from '../support/capacity-provider.ts';
import type { Network } from '../support/network.ts';
import { testRule } from '../support/rule-test.ts';

const inLocalZone = (n: Network): void => {
  for (const zone of n.all.availabilityZones) if (zone.id === 'euw1-az1') zone.zoneType = 'local-zone';
};
const resource = (n: Network): string => n.subnet('private-a').id;

testRule('unverified-zone-type', {
  passes: {
    'a zone that is impaired today': (n) => {
      for (const zone of n.all.availabilityZones) zone.state = 'impaired';
    },
    'a zone of which nothing is known': (n) => n.all.availabilityZones.splice(0),
    'a Local Zone in which the function has no subnet': (n) => {
      inLocalZone(n);
      n.network().subnetIds = [n.subnet('private-b').id, n.subnet('private-c').id];
    },
  },
  flags: {
    'a Local Zone': [
      inLocalZone,
      {
        severity: 'warning',
        resource,
        message:
          /^Subnet subnet-\w+ is in euw1-az1, a Local Zone: whether Lambda can run orders-api there is not documented\.$/,
        commands: (n) => [
          `aws lambda update-function-configuration --function-name orders-api --vpc-config SubnetIds=${n.subnet('private-b').id},${n.subnet('private-c').id},SecurityGroupIds=${n.securityGroup().id}`,
        ],
      },
    ],
    'an Outpost': [
      (n) => {
        n.subnet('private-a').outpostArn = 'arn:aws:outposts:eu-west-1:123456789012:outpost/op-0a1b2c3d4e5f60718';
      },
      { severity: 'warning', resource, message: /is on Outpost arn:aws:outposts:\S+op-0a1b2c3d4e5f60718: / },
    ],
    'a constrained zone': [
      (n) => {
        for (const zone of n.all.availabilityZones) if (zone.id === 'euw1-az1') zone.state = 'constrained';
      },
      { severity: 'warning', resource, message: /is in euw1-az1, which AWS calls constrained: / },
    ],
    'a zone of a new type, and no other subnet': [
      (n) => {
        for (const zone of n.all.availabilityZones) if (zone.id === 'euw1-az1') zone.zoneType = 'unknown:orbital-zone';
        n.network().subnetIds = [n.subnet('private-a').id];
      },
      {
        severity: 'warning',
        resource,
        message: /is in euw1-az1, a zone of type orbital-zone: /,
        fixCommand: /SubnetIds='<subnets in other zones>'/,
      },
    ],
    'instances of a capacity provider in a Local Zone': [
      onProvider(inLocalZone),
      {
        severity: 'warning',
        resource,
        message: /Local Zone/,
        fixCommand: /^aws ec2 describe-availability-zones .*Values=euw1-az1,euw1-az2,euw1-az3$/,
      },
    ],
  },
  skips: { availabilityZones: inLocalZone, subnets: inLocalZone },
});
