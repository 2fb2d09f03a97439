import { defineRule, fixBy } from './rule.ts';
import { attachFix } from './shared/attach-fix.ts';

export default defineRule({
  id: 'eip-on-lambda-interface',
  severity: 'warning',
  title: 'The way out rests on a public address on an interface of Lambda',
  symptom:
    'The function reaches the internet for a while, and one day, often after an update or a quiet time, every call times out.',
  why: 'Lambda makes the network interfaces of a function and replaces them when it has to: after a change of the VPC configuration, when the function grows, or after weeks without a call. A public address that somebody put on such an interface does not move to the next one, and further interfaces never get one.',
  fix: 'Attach the function to private subnets whose route table sends 0.0.0.0/0 to a NAT gateway. If a fixed source address is needed, the Elastic IP address of the NAT gateway is one.',
  traps:
    'Whether calls work at this moment is open, so the answer is unknown and this is a warning. Without such an address the subnet is a plain public one, which public-subnet-no-nat says.',
  references: [
    'https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html',
    'https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc-internet.html',
  ],
  raCode: null,
  needs: ['networkInterfaces'],
  onlyOfTrouble: true,
  *check(context) {
    for (const question of context.openQuestions) {
      const { doubt } = question;
      if (doubt.kind !== 'public-address-on-lambda-interface') continue;
      yield {
        resource: doubt.resource,
        where: question,
        message: `Interface ${doubt.resource} of Lambda carries a public address and sends through ${doubt.internetGatewayId}: that works until Lambda replaces the interface, and its other interfaces have none.`,
        fix:
          attachFix(context, question.subnetIds) ??
          fixBy(
            'Make a NAT gateway in a public subnet, and attach the function to private subnets that send 0.0.0.0/0 to it.',
          ),
      };
    }
  },
});
