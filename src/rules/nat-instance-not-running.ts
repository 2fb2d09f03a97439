import { defineRule } from './rule.ts';
import { command } from './shared/command.ts';
import { fixInVpc } from './shared/fix-in-vpc.ts';
import { natGatewayFix } from './shared/nat-gateway-fix.ts';
import { interfaceOf, routeTo } from './shared/nat-instance.ts';

export default defineRule({
  id: 'nat-instance-not-running',
  severity: 'error',
  title: 'The NAT instance to which the route points does not run',
  symptom: 'Every connection from the subnets behind the NAT instance hangs until it times out.',
  why: 'A route to an instance or its interface stays in the table when the instance is stopped. Nothing forwards the packets any more.',
  fix: 'Start the instance. If it is gone, point the route at a NAT gateway or at another NAT instance.',
  traps:
    'AWS may show the route as a blackhole meanwhile; then the finding is about the route. An instance that is starting or stopping leaves the answer unknown.',
  references: [
    'https://docs.aws.amazon.com/vpc/latest/userguide/VPC_NAT_Instance.html',
    'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-instance-lifecycle.html',
  ],
  raCode: null,
  needs: ['instances', 'networkInterfaces'],
  onlyOfTrouble: true,
  *check(context) {
    for (const cause of context.causes('nat-instance-not-running')) {
      const { networkInterfaceId: eni, state } = cause.blocker;
      const instance = interfaceOf(context.world, eni)?.instanceId ?? null;
      const start = command`aws ec2 start-instances --instance-ids ${instance ?? '<NAT instance>'}`;
      yield {
        resource: eni,
        where: cause,
        message:
          instance === null
            ? `Interface ${eni}, to which the route points, is ${state}, so nothing forwards the packets of the function.`
            : `NAT instance ${instance} behind ${eni} is ${state}, so nothing forwards the packets of the function.`,
        fix:
          instance !== null && state === 'stopped'
            ? fixInVpc(context, cause, `Start ${instance}.`, [start])
            : natGatewayFix(context, cause, routeTo(context, cause, eni, instance)),
      };
    }
  },
});
