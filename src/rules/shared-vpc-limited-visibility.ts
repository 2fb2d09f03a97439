import { defineRule } from './rule.ts';
import { firstSubnetOf } from './shared/nat-gateway-fix.ts';
import { nextCheckOf } from './shared/next-checks.ts';

export default defineRule({
  id: 'shared-vpc-limited-visibility',
  severity: 'note',
  title: 'The path uses something that only the account that shares the VPC can see',
  symptom: 'The answer is unknown: it may all work.',
  why: 'A participant of a shared VPC can use the NAT gateways, internet gateways, endpoints and attachments of the owner, and may not describe all of them. An id that is missing from the lists of this account is not gone for that reason.',
  fix: 'Run the diagnosis with a role of the account that owns the VPC, or let its owner look at the resource that the finding names.',
  traps:
    'It never says that something is broken. In a VPC of the own account a resource that is missing is gone, and other findings say so.',
  references: [
    'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-share-limitations.html',
    'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-sharing.html',
  ],
  raCode: null,
  needs: [],
  onlyOfTrouble: true,
  *check(context) {
    const { fn, openQuestions } = context;
    for (const question of openQuestions) {
      const { doubt } = question;
      if (doubt.kind !== 'hidden') continue;
      const subnet = firstSubnetOf(context, question);
      const owner = subnet?.ownerId ? `account ${subnet.ownerId}` : 'the account';
      const depends = doubt.resource.startsWith('an endpoint') ? 'may depend' : 'depends';
      yield {
        resource: doubt.resource,
        where: question,
        message: `${fn.name} ${depends} on ${doubt.resource}, which belongs to ${owner} that shares ${subnet?.vpcId ?? 'the VPC'} and cannot be seen from this one: whether packets pass is open.`,
        fix: { ...nextCheckOf(doubt), actor: 'owner-account' },
      };
    }
  },
});
