import { attachedTo } from '../network/attachment.ts';
import { defineRule, fixBy, wholeFunction } from './rule.ts';
import { command } from './shared/command.ts';

export default defineRule({
  id: 'lambda-managed-instances',
  severity: 'note',
  title: 'The function runs on instances of a capacity provider and uses their network',
  symptom:
    'A VPC configuration of the function changes nothing, and where the network has no way out logs are missing.',
  why: 'Lambda Managed Instances are EC2 instances in the subnets of a capacity provider. All that a function on them sends leaves through these subnets, and so do its logs and traces, which Lambda otherwise takes past the VPC.',
  fix: 'Give the subnets of the capacity provider a way to CloudWatch Logs and, if the function is traced, to X-Ray: a NAT gateway, or interface endpoints.',
  traps:
    'It says that nothing is wrong. In a public subnet an instance with a public address reaches the internet, as an interface of Lambda never does; the addresses are not read, so that such an answer is unknown. AWS does not say which ports instances send from, so that a network ACL that closes a part of them leaves the answer unknown as well.',
  references: [
    'https://docs.aws.amazon.com/lambda/latest/dg/lambda-managed-instances.html',
    'https://docs.aws.amazon.com/lambda/latest/dg/lambda-managed-instances-capacity-providers.html',
  ],
  raCode: null,
  needs: [],
  *check(context) {
    const { fn, hints } = context;
    if (fn.network.kind !== 'capacity-provider') return;
    const { capacityProviderArn: arn } = fn.network;
    const attached = attachedTo(hints, fn);
    const seen =
      attached.kind === 'attached'
        ? `has ${[...attached.attachment.subnetIds, ...attached.attachment.securityGroupIds].join(', ')}`
        : 'has subnets and security groups that are not known';
    yield {
      resource: arn,
      where: wholeFunction(context, 'note', [{ resource: arn, note: seen }]),
      message: `${fn.name} runs on instances of capacity provider ${arn}: what it calls, its logs and its traces all leave through the network of the provider.`,
      fix: fixBy(
        'Ask for the services that take its logs and traces as well.',
        command`lambda-net-doctor ${fn.name} --to internet --to logs --to xray`,
      ),
    };
  },
});
