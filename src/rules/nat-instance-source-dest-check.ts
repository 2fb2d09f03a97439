import { defineRule } from './rule.ts';
import { command } from './shared/command.ts';
import { fixInVpc } from './shared/fix-in-vpc.ts';
import { natInstanceText } from './shared/nat-instance.ts';

export default defineRule({
  id: 'nat-instance-source-dest-check',
  severity: 'error',
  title: 'The source/destination check of a NAT instance is on',
  symptom:
    'Every connection from the subnets behind the NAT instance hangs until it times out, although the instance runs.',
  why: 'An interface with the check on drops each packet that is neither from nor to an address of its own. A NAT instance forwards packets of others, so nothing gets past it.',
  fix: 'Turn the check off on the interface to which the route points.',
  traps:
    'The check belongs to an interface. On an instance with several interfaces, the one that counts is the one in the route, whatever the attribute of the instance says.',
  references: ['https://docs.aws.amazon.com/vpc/latest/userguide/VPC_NAT_Instance.html'],
  raCode: 'ENI_SOURCE_DEST_CHECK_RESTRICTION',
  needs: ['networkInterfaces'],
  onlyOfTrouble: true,
  *check(context) {
    for (const cause of context.causes('nat-instance-source-dest-check')) {
      const { networkInterfaceId } = cause.blocker;
      yield {
        resource: networkInterfaceId,
        where: cause,
        message: `${natInstanceText(context.world, networkInterfaceId)} has its source/destination check on, so it drops every packet that it should forward.`,
        fix: fixInVpc(context, cause, `Turn the check of ${networkInterfaceId} off.`, [
          command`aws ec2 modify-network-interface-attribute --network-interface-id ${networkInterfaceId} --no-source-dest-check`,
        ]),
      };
    }
  },
});
