import { useRegionalNatGateway } from '../support/regional-nat-gateway.ts';
import { testRule } from '../support/rule-test.ts';

const associate = (zone: string, id: string): string =>
  `aws ec2 associate-nat-gateway-address --nat-gateway-id ${id} --availability-zone-id ${zone} --allocation-ids '<allocation id of an Elastic IP address>'`;

testRule('regional-nat-az-gap', {
  passes: {
    'manual mode with all zones': (n) => void useRegionalNatGateway(n, 'manual'),
    'automatic mode with all zones': (n) => void useRegionalNatGateway(n, 'automatic'),
    'it does not say its mode': (n) => {
      useRegionalNatGateway(n, 'automatic', ['a', 'b']).autoProvisionZones = null;
    },
    'the function does not use the zone': (n) => {
      useRegionalNatGateway(n, 'manual', ['a', 'b']);
      n.network().subnetIds = [n.subnet('private-a').id, n.subnet('private-b').id];
    },
    'the address of the zone failed, which is another finding': (n) => {
      for (const address of useRegionalNatGateway(n, 'manual').addresses)
        if (address.availabilityZoneId === 'euw1-az3') address.status = 'failed';
    },
    'automatic mode, and no route leads to it': (n) => {
      const target = { ...n.route('private-a').target };
      const zonal = { ...n.natGateway('nat-c') };
      useRegionalNatGateway(n, 'automatic', ['a', 'b']);
      n.all.natGateways.push(zonal);
      n.route('private-c').target = { ...target, ...{ kind: 'nat-gateway', id: zonal.id } };
    },
  },
  flags: {
    'manual mode without one zone': [
      (n) => void useRegionalNatGateway(n, 'manual', ['a', 'b']),
      {
        severity: 'error',
        message: /addresses only in euw1-az1 and euw1-az2: packets from subnet-\w+ in euw1-az3 are dropped .inferred/,
        resource: (n) => n.natGateway('regional').id,
        commands: (n) => [associate('euw1-az3', n.natGateway('regional').id)],
      },
    ],
    'manual mode without two zones': [
      (n) => void useRegionalNatGateway(n, 'manual', ['a']),
      {
        severity: 'error',
        message: /in euw1-az2 and euw1-az3 are dropped/,
        resource: (n) => n.natGateway('regional').id,
        commands: (n) => ['euw1-az2', 'euw1-az3'].map((zone) => associate(zone, n.natGateway('regional').id)),
      },
    ],
    'automatic mode that has not grown into one zone': [
      (n) => void useRegionalNatGateway(n, 'automatic', ['a', 'b']),
      {
        severity: 'note',
        message: /no address in zone euw1-az3 yet/,
        resource: (n) => n.natGateway('regional').id,
        fixCommand: /^aws ec2 describe-nat-gateways/,
      },
    ],
  },
  skips: { natGateways: (n) => void useRegionalNatGateway(n, 'manual', ['a', 'b']) },
});
