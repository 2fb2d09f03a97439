import { defineRule } from './rule.ts';
import { command } from './shared/command.ts';
import { fixInVpc } from './shared/fix-in-vpc.ts';
import { natInstanceText } from './shared/nat-instance.ts';

export default defineRule({
  id: 'nat-instance-sg-blocks-function',
  severity: 'error',
  title: 'A security group of the NAT instance stops the traffic of the function',
  symptom: 'Connections hang until they time out, although the NAT instance runs and others may get through it.',
  why: 'Packets arrive at a NAT instance with the address of the function and the port of the far side. Its security groups have to let them in from the subnets of the function and out again to the internet; a NAT gateway has no security group, which is why this is forgotten after a move.',
  fix: 'Let tcp 443 in from the subnets, or from the security group, of the function, and let it out to 0.0.0.0/0.',
  traps:
    'The rules of all its groups add up. Replies need no rule. A rule for the group of the function covers all of its subnets.',
  references: [
    'https://docs.aws.amazon.com/vpc/latest/userguide/VPC_NAT_Instance.html',
    'https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html',
  ],
  raCode: null,
  needs: ['networkInterfaces', 'securityGroups'],
  onlyOfTrouble: true,
  *check(context) {
    for (const cause of context.causes('nat-instance-security-group')) {
      const { networkInterfaceId: eni, securityGroupIds, direction, peer } = cause.blocker;
      const own = context.subnets.flatMap(({ id, cidr }) =>
        cause.subnetIds.includes(id) && cidr !== null ? [cidr] : [],
      );
      const peers = direction === 'ingress' && own.length > 0 ? own : [peer];
      const ranges = `IpProtocol=tcp,FromPort=443,ToPort=443,IpRanges=[${peers.map((cidr) => `{CidrIp=${cidr}}`).join(',')}]`;
      const way = direction === 'ingress' ? `in from all of ${peers.join(', ')}` : 'out to the internet';
      yield {
        resource: eni,
        where: cause,
        message: `${natInstanceText(context.world, eni)} does not let tcp 443 ${way} by its security groups (${securityGroupIds.join(', ')}), so it drops requests of the function.`,
        fix: fixInVpc(context, cause, `Add an ${direction} rule to a security group of ${eni}.`, [
          command`aws ec2 authorize-security-group-${direction} --group-id ${securityGroupIds[0] ?? '<security group>'} --ip-permissions ${ranges}`,
        ]),
      };
    }
  },
});
