import { defineRule, fixBy } from './rule.ts';
import { interfaceOf } from './shared/nat-instance.ts';

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
  *check({ causes, world }) {
    for (const cause of causes('nat-instance-not-running')) {
      const { networkInterfaceId: eni, state } = cause.blocker;
      const instance = interfaceOf(world, eni)?.instanceId ?? null;
      const table = cause.evidence.find(({ resource }) => resource.startsWith('rtb-'))?.resource ?? '<route table>';
      const gateway = `aws ec2 replace-route --route-table-id ${table} --destination-cidr-block 0.0.0.0/0 --nat-gateway-id <NAT gateway>`;
      const attach = `aws ec2 attach-network-interface --network-interface-id ${eni} --device-index 1 --instance-id <NAT instance>`;
      yield {
        resource: eni,
        where: cause,
        message:
          instance === null
            ? `Interface ${eni}, to which the route points, is ${state}, so nothing forwards the packets of the function.`
            : `NAT instance ${instance} (${eni}) is ${state}, so nothing forwards the packets of the function.`,
        fix:
          instance !== null && state === 'stopped'
            ? fixBy(`Start ${instance}.`, `aws ec2 start-instances --instance-ids ${instance}`)
            : fixBy(
                `Point the route of ${table} at a NAT gateway${instance === null ? `, or attach ${eni} to a NAT instance` : ''}.`,
                gateway,
                ...(instance === null ? [attach] : []),
              ),
      };
    }
  },
});
