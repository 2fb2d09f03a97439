import { lookup } from '../network/world.ts';
import { defineRule, wholeFunction } from './rule.ts';
import { command } from './shared/command.ts';
import { fixInVpc } from './shared/fix-in-vpc.ts';

const describe = (vpcId: string): string =>
  command`aws ec2 describe-vpc-encryption-controls --filters Name=vpc-id,Values=${vpcId}`;

const exclude = command`aws ec2 modify-vpc-encryption-control --vpc-encryption-control-id ${'<encryption control>'} --mode enforce --lambda-exclusion enable --nat-gateway-exclusion enable --internet-gateway-exclusion enable --egress-only-internet-gateway-exclusion enable`;

export default defineRule({
  id: 'vpc-encryption-control-blocks',
  severity: 'warning',
  title: 'VPC Encryption Controls may stop the function or its way out',
  symptom:
    'With enforcement on, functions cannot be attached any more or calls to public addresses hang, although routes and rules look right.',
  why: 'In mode enforce a VPC lets through only traffic that AWS encrypts by itself. Lambda, NAT gateways and internet gateways carry other traffic, so each of them needs an exclusion. In mode monitor nothing is dropped; AWS only reports what would be.',
  fix: 'Exclude Lambda and each gateway on the way out from the encryption controls, or attach the function to a VPC without enforcement.',
  traps:
    'Which exclusions are in force is not read, so the answer is unknown and this a warning. Mode monitor is a note. Whether the function could be attached at all is said by its state.',
  references: ['https://docs.aws.amazon.com/vpc/latest/userguide/vpc-encryption-controls.html'],
  raCode: null,
  needs: ['vpcs'],
  *check(context) {
    for (const question of context.openQuestions) {
      const { doubt } = question;
      if (doubt.kind !== 'encryption-controls') continue;
      yield {
        resource: doubt.resource,
        where: question,
        message: `Encryption Controls of ${doubt.resource} are in mode ${doubt.mode}: unless Lambda and the gateways on the way out are excluded, packets to the internet are dropped.`,
        fix: fixInVpc(context, question, 'Look at the exclusions, and exclude what the function uses.', [
          describe(doubt.resource),
          exclude,
        ]),
      };
    }
    for (const vpcId of new Set(context.subnets.map((subnet) => subnet.vpcId))) {
      const vpc = lookup(context.world.vpcs, vpcId);
      if (vpc.status !== 'found' || vpc.item.encryptionControlMode !== 'monitor') continue;
      const where = wholeFunction(context, 'note', [{ resource: vpcId, note: 'Encryption Controls in mode monitor' }]);
      yield {
        resource: vpcId,
        where,
        message: `Encryption Controls of ${vpcId} are in mode monitor: nothing is dropped, and enforcement would stop the function unless Lambda and the gateways on its way out are excluded.`,
        fix: fixInVpc(context, where, 'Set the exclusions before the mode is changed to enforce.', [describe(vpcId)]),
      };
    }
  },
});
