import { defineRule } from './rule.ts';
import { blockPublicAccessOptions, exclusionFix } from './shared/exclusion-fix.ts';

const deviceOf = {
  'nat-gateway': 'NAT gateway',
  'nat-instance': 'NAT instance',
  'internet-gateway': 'function',
  'egress-only-internet-gateway': 'function',
};

const gatewayOf = (via: keyof typeof deviceOf): string =>
  via === 'egress-only-internet-gateway' ? 'egress-only internet gateway' : 'internet gateway';

export default defineRule({
  id: 'bpa-blocks-egress',
  severity: 'error',
  title: 'VPC Block Public Access shuts the internet gateway for the subnet that uses it',
  symptom:
    'Every call to a public address hangs until it times out, although route tables, security groups, network ACLs and the NAT gateway look right.',
  why: 'In mode block-bidirectional nothing passes an internet gateway, NAT gateways included. In mode block-ingress NAT gateways and egress-only internet gateways still work, and every other use of an internet gateway is shut in both directions, so a NAT instance gets nothing out; this last part is inferred from the examples that AWS gives.',
  fix: 'Exclude the subnet of the NAT gateway with mode allow-egress. A NAT instance needs an exclusion with mode allow-bidirectional, or a NAT gateway in its place.',
  traps:
    "The subnet that counts is the one that touches the internet gateway, not the function's own. Exclusions are taken from what the subnet reports. In a shared VPC the mode of the account that owns the subnet counts. While a change of the mode is in progress the answer is open and the finding a warning.",
  references: [
    'https://docs.aws.amazon.com/vpc/latest/userguide/security-vpc-bpa-basics.html',
    'https://docs.aws.amazon.com/vpc/latest/userguide/security-vpc-bpa-example.html',
  ],
  raCode: 'VPC_BLOCK_PUBLIC_ACCESS_ENABLED',
  needs: ['subnets', 'vpcBlockPublicAccessOptions', 'vpcBlockPublicAccessExclusions'],
  onlyOfTrouble: true,
  *check(context) {
    for (const cause of context.causes('block-public-access')) {
      const { subnetId, mode, via } = cause.blocker;
      const isInferred = mode === 'block-ingress';
      yield {
        resource: subnetId,
        where: cause,
        message: `VPC Block Public Access is ${mode} for ${subnetId}, from which the ${deviceOf[via]} sends to the ${gatewayOf(via)}: the packets are dropped${isInferred ? ' (inferred from the examples of AWS, where public instances cannot reach out either)' : ''}.`,
        fix: exclusionFix(context, cause.blocker),
      };
    }
    const options = blockPublicAccessOptions(context);
    if (options?.state !== 'update-in-progress') return;
    for (const question of context.openQuestions) {
      const { doubt } = question;
      if (doubt.kind !== 'block-public-access-changing') continue;
      yield {
        resource: doubt.resource,
        where: question,
        message: `VPC Block Public Access of this account is being changed (mode ${options.mode ?? 'unknown'}): whether ${doubt.resource} still reaches the internet gateway is open.`,
        fix: {
          text: 'Wait until the state is update-complete, then run this again.',
          commands: ['aws ec2 describe-vpc-block-public-access-options'],
          actor: 'you',
        },
      };
    }
  },
});
