import { lookup } from '../network/world.ts';
import { defineRule, wholeFunction } from './rule.ts';
import { command } from './shared/command.ts';
import { fixInVpc } from './shared/fix-in-vpc.ts';

export default defineRule({
  id: 'dedicated-tenancy-vpc',
  severity: 'note',
  title: 'The VPC has dedicated instance tenancy, which Lambda does not support',
  symptom: 'The function cannot be attached to the VPC, or its VPC configuration cannot be changed any more.',
  why: 'AWS says that Lambda functions cannot connect directly to a VPC with dedicated instance tenancy. A VPC can be changed from dedicated to default tenancy and never back.',
  fix: 'Change the tenancy of the VPC to default, which leaves running instances as they are, or attach the function to a VPC with default tenancy that is peered with this one.',
  traps:
    'Tenancy is no rule for packets: a function that is attached reaches what its network lets it reach, so the answer is not touched. Whether Lambda could attach the function is said by its state.',
  references: [
    'https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html',
    'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/change-tenancy-vpc.html',
  ],
  raCode: null,
  needs: ['vpcs'],
  *check(context) {
    for (const vpcId of new Set(context.subnets.map((subnet) => subnet.vpcId))) {
      const vpc = lookup(context.world.vpcs, vpcId);
      if (vpc.status !== 'found' || vpc.item.instanceTenancy !== 'dedicated') continue;
      const where = wholeFunction(context, 'note', [{ resource: vpcId, note: 'InstanceTenancy dedicated' }]);
      yield {
        resource: vpcId,
        where,
        message: `${vpcId}, to which ${context.fn.name} is attached, has dedicated instance tenancy, and AWS says that Lambda functions cannot connect to such a VPC: a change of its VPC configuration can be refused.`,
        fix: fixInVpc(context, where, 'Change the tenancy of the VPC to default; running instances keep theirs.', [
          command`aws ec2 modify-vpc-tenancy --vpc-id ${vpcId} --instance-tenancy default`,
        ]),
      };
    }
  },
});
