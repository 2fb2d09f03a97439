import { fromAws } from '../../src/collectors/mount-targets.ts';
import { MountTarget } from '../../src/model/kinds/access-points.ts';
import { describeMapper } from './mapper.ts';

const required = {
  MountTargetId: 'fsmt-1',
  FileSystemId: 'fs-1',
  SubnetId: 'subnet-1',
  LifeCycleState: 'available',
} as const;
const bare = {
  id: 'fsmt-1',
  vpcId: null,
  subnetId: 'subnet-1',
  availabilityZoneId: null,
  networkInterfaceId: null,
  ipAddress: null,
  ipv6Address: null,
  state: 'available',
} as const;

describeMapper(MountTarget, fromAws, {
  maps: {
    'all fields': [
      {
        ...required,
        VpcId: 'vpc-1',
        AvailabilityZoneId: 'euw1-az1',
        AvailabilityZoneName: 'eu-west-1a',
        NetworkInterfaceId: 'eni-1',
        IpAddress: '10.0.51.9',
        Ipv6Address: '2001:db8::9',
        OwnerId: '123456789012',
      },
      {
        ...bare,
        vpcId: 'vpc-1',
        availabilityZoneId: 'euw1-az1',
        networkInterfaceId: 'eni-1',
        ipAddress: '10.0.51.9',
        ipv6Address: '2001:db8::9',
      },
    ],
    'what AWS always sends': [required, bare],
    'a state that it does not know': [
      { ...required, ...JSON.parse('{"LifeCycleState":"yawning"}') },
      { ...bare, state: 'unknown:yawning' },
    ],
  },
  refuses: {
    'a mount target without an id': { ...required, MountTargetId: undefined },
    'a mount target without a subnet': { ...required, SubnetId: undefined },
    'an interface id of another kind': { ...required, NetworkInterfaceId: 'i-1' },
  },
});
