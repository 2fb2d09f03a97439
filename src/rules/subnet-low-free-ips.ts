import { defineRule } from './rule.ts';
import { command } from './shared/command.ts';
import { fixInVpc } from './shared/fix-in-vpc.ts';
import { thenPublish, vpcConfigCommand } from './shared/vpc-config.ts';

const few = 8;

export default defineRule({
  id: 'subnet-low-free-ips',
  severity: 'warning',
  title: 'A subnet of the function has hardly any free IPv4 addresses',
  symptom:
    'The function works until Lambda needs one more network interface in the subnet. Then updates fail with SubnetOutOfIPAddresses, and calls can fail with SubnetIPAddressLimitReachedException.',
  why: 'Lambda takes one address of the subnet for each network interface that it makes, and it makes one for each combination of subnet and security groups, and more when many connections are open. Everything else in the subnet takes addresses from the same pool.',
  fix: 'Free addresses that nothing uses, or attach the function to larger subnets. A subnet cannot be enlarged; a VPC can get a further range with new subnets.',
  traps:
    'Interfaces that exist keep working when no address is free. The number counts IPv4 addresses that anything in the subnet may take, without the five that AWS reserves. One interface serves many executions, so the number says nothing about concurrency.',
  references: [
    'https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html',
    'https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html',
  ],
  raCode: null,
  needs: ['subnets'],
  *check(context) {
    const { fn, subnets } = context;
    for (const { id, cidr, vpcId, availabilityZone, availableIpAddressCount: free } of subnets) {
      if (free === null || free >= few || cidr === null || fn.network.kind !== 'vpc') continue;
      const count =
        free === 0 ? 'no free IPv4 address' : free === 1 ? '1 free IPv4 address' : `${free} free IPv4 addresses`;
      const evidence = [{ resource: id, note: `${cidr} has ${count}` }];
      const where = {
        subnetIds: [id],
        targets: [],
        severity: 'warning',
        onlyByDefault: false,
        evidence,
        also: [],
      } as const;
      yield {
        resource: id,
        where,
        message: `Subnet ${id} has ${count}${free === 0 ? '' : ' left'}: interfaces that exist keep working, and Lambda ${free === 0 ? 'cannot make' : 'soon cannot make'} another one there.`,
        fix: fixInVpc(
          context,
          where,
          `Find addresses that nothing uses, or add a larger subnet of the same zone with the same way out.${thenPublish(fn)}`,
          [
            command`aws ec2 describe-network-interfaces --filters Name=subnet-id,Values=${id} Name=status,Values=available`,
            command`aws ec2 create-subnet --vpc-id ${vpcId} --availability-zone ${availabilityZone ?? '<zone>'} --cidr-block ${'<free range of the VPC>'}`,
            vpcConfigCommand(fn, [...fn.network.subnetIds, '<new subnet>']),
          ],
        ),
      };
    }
  },
});
