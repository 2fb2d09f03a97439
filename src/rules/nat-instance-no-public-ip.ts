import type { NetworkInterface } from '../model/kinds/network-interfaces.ts';
import { defineRule } from './rule.ts';
import { command } from './shared/command.ts';
import { fixInVpc } from './shared/fix-in-vpc.ts';
import { interfaceOf, natInstanceText } from './shared/nat-instance.ts';

/** The address that a system sends from unless it is told otherwise has no public one. */
const lacksPublicAddress = (eni: NetworkInterface | null): boolean =>
  eni?.privateIpAddresses.every(({ publicIp, primary }) => publicIp === null || primary === false) ?? false;

const hasNone = (eni: NetworkInterface | null): boolean =>
  eni?.privateIpAddresses.every(({ publicIp }) => publicIp === null) ?? false;

const associate = (eni: string): string =>
  command`aws ec2 associate-address --network-interface-id ${eni} --allocation-id ${'<allocation id of an Elastic IP address>'}`;

export default defineRule({
  id: 'nat-instance-no-public-ip',
  severity: 'error',
  title: 'The NAT instance has no public address',
  symptom: 'Every connection from the subnets behind the NAT instance hangs until it times out.',
  why: 'A NAT instance sends with an address of its own, and an internet gateway translates only private addresses that have a public one. A public address that is not an Elastic IP is lost when the instance stops.',
  fix: 'Associate an Elastic IP with the interface of the NAT instance.',
  traps:
    'Some designs route to one interface and send from a second one with the public address. That can work, so it is a warning and the answer is unknown.',
  references: [
    'https://docs.aws.amazon.com/vpc/latest/userguide/VPC_NAT_Instance.html',
    'https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html',
  ],
  raCode: null,
  needs: ['networkInterfaces'],
  onlyOfTrouble: true,
  *check(context) {
    const { causes, openQuestions, world } = context;
    for (const cause of causes('nat-instance-no-public-address')) {
      const eni = cause.blocker.networkInterfaceId;
      yield {
        resource: eni,
        where: cause,
        message: `${natInstanceText(world, eni)} has no public address, so the internet gateway drops what it sends.`,
        fix: fixInVpc(context, cause, `Allocate an Elastic IP and associate it with ${eni}.`, [
          'aws ec2 allocate-address --domain vpc',
          associate(eni),
        ]),
      };
    }
    for (const question of openQuestions) {
      const { doubt } = question;
      if (doubt.kind !== 'not-evaluated' || !lacksPublicAddress(interfaceOf(world, doubt.resource))) continue;
      const place = hasNone(interfaceOf(world, doubt.resource))
        ? 'on another interface'
        : 'for a second private address';
      yield {
        resource: doubt.resource,
        where: question,
        atMost: 'warning',
        message: `${natInstanceText(world, doubt.resource)} has a public address ${place} only, and whether it sends from that one is out of sight.`,
        fix: fixInVpc(
          context,
          question,
          'Check on the instance that traffic leaves by the interface with the public address, or give this one an Elastic IP too.',
          [associate(doubt.resource)],
        ),
      };
    }
  },
});
