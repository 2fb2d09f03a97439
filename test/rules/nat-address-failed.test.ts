import type { NatGatewayAddress } from '../../src/model/kinds/nat-gateways.ts';
import type { Mutable, Network } from '../support/network.ts';
import { useRegionalNatGateway } from '../support/regional-nat-gateway.ts';
import { testRule } from '../support/rule-test.ts';

const fail = (address: Mutable<NatGatewayAddress> | undefined): void => {
  if (address === undefined) throw new Error('no such address');
  Object.assign(address, { status: 'failed', publicIp: null, failureMessage: 'the address is in use' });
};

const failPrimary = (n: Network): void => fail(n.natGateway('nat-a').addresses[0]);

const addSecond = (n: Network, name = 'nat-a'): Mutable<NatGatewayAddress> => {
  const second = { ...n.natGateway(name).addresses[0], allocationId: 'eipalloc-00000000000000009', isPrimary: false };
  const address = { failureMessage: null, status: null, ...second } as const;
  const whole: Mutable<NatGatewayAddress> = {
    publicIp: null,
    privateIp: null,
    networkInterfaceId: null,
    availabilityZoneId: null,
    ...address,
  };
  n.natGateway(name).addresses.push(whole);
  return whole;
};

testRule('nat-address-failed', {
  passes: {
    'a second address that works': (n) => void addSecond(n),
    'a second address that is being taken away': (n) => {
      addSecond(n).status = 'disassociating';
    },
    'addresses of a NAT gateway that no route uses': (n) => {
      failPrimary(n);
      n.route('private-a').target = { ...n.route('private-b').target };
    },
    'a second address behind a network ACL that lets nothing out': (n) => {
      fail(addSecond(n));
      n.networkAcl('private').entries = [];
    },
  },
  flags: {
    'the primary address': [
      failPrimary,
      {
        severity: 'error',
        message: /^The primary address of NAT gateway nat-\w+ failed .the address is in use./,
        resource: (n) => n.natGateway('nat-a').id,
        fixCommand:
          /^aws ec2 replace-route --route-table-id rtb-\w+ --destination-cidr-block 0\.0\.0\.0\/0 --nat-gateway-id nat-/,
      },
    ],
    'a second address': [
      (n) => fail(addSecond(n)),
      {
        severity: 'warning',
        message: /could not use eipalloc-00000000000000009 .the address is in use.: its other addresses carry/,
        resource: (n) => n.natGateway('nat-a').id,
        fixCommand: /^aws ec2 associate-nat-gateway-address --nat-gateway-id nat-\w+ --allocation-ids/,
      },
    ],
    'the address of one zone of a regional NAT gateway in manual mode': [
      (n) => fail(useRegionalNatGateway(n, 'manual').addresses[2]),
      {
        severity: 'error',
        message:
          /all of its addresses in euw1-az3 failed .the address is in use.: packets from there are dropped .inferred/,
        resource: (n) => n.natGateway('regional').id,
        fixCommand: /--availability-zone-id euw1-az3 /,
      },
    ],
  },
  skips: { natGateways: failPrimary },
});
