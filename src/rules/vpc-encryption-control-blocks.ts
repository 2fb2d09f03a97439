import { enforcementText } from '../network/encryption-exclusions.ts';
import { lookup } from '../network/world.ts';
import { defineRule, wholeFunction } from './rule.ts';
import { describeControl, excludeCommand } from './shared/encryption-exclusion-fix.ts';
import { fixInVpc } from './shared/fix-in-vpc.ts';

export default defineRule({
  id: 'vpc-encryption-control-blocks',
  severity: 'warning',
  title: 'VPC Encryption Controls may stop the function or its way out',
  symptom:
    'With enforcement on, functions cannot be attached any more or calls to public addresses hang, although routes and rules look right.',
  why: 'In mode enforce a VPC lets through only traffic that AWS encrypts by itself. Lambda, NAT gateways and internet gateways carry other traffic, so each of them needs an exclusion. In mode monitor nothing is dropped; AWS only reports what would be.',
  fix: 'Exclude Lambda and each gateway on the way out from the encryption controls, or attach the function to a VPC without enforcement.',
  traps:
    'AWS keeps resources without an exclusion out of such a VPC and does not say what becomes of packets where one is there, so the answer is unknown and this a warning. Where every exclusion that a path needs is in force, nothing is said. Mode monitor is a note. Whether the function could be attached at all is said by its state.',
  references: ['https://docs.aws.amazon.com/vpc/latest/userguide/vpc-encryption-controls.html'],
  raCode: null,
  needs: ['vpcs'],
  *check(context) {
    const named = new Set<string>();
    for (const question of context.openQuestions) {
      const { doubt } = question;
      if (doubt.kind !== 'encryption-controls') continue;
      named.add(doubt.resource);
      yield {
        resource: doubt.resource,
        where: question,
        message: `Encryption Controls of ${doubt.resource} are ${enforcementText(doubt)}: AWS prevents their use in a VPC that enforces encryption, so whether packets get out is open.`,
        fix: fixInVpc(context, question, 'Exclude what the function uses on its way out.', [
          describeControl(doubt.resource),
          excludeCommand(doubt),
        ]),
      };
    }
    for (const vpcId of new Set(context.subnets.map((subnet) => subnet.vpcId))) {
      const vpc = lookup(context.world.vpcs, vpcId);
      if (vpc.status !== 'found' || vpc.item.encryptionControlMode !== 'monitor' || named.has(vpcId)) continue;
      const where = wholeFunction(context, 'note', [{ resource: vpcId, note: 'Encryption Controls in mode monitor' }]);
      yield {
        resource: vpcId,
        where,
        message: `Encryption Controls of ${vpcId} are in mode monitor: nothing is dropped, and enforcement would stop the function unless Lambda and the gateways on its way out are excluded.`,
        fix: fixInVpc(context, where, 'Set the exclusions before the mode is changed to enforce.', [
          describeControl(vpcId),
        ]),
      };
    }
  },
});
