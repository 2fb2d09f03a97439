import { defineRule, fixBy, wholeFunction } from './rule.ts';
import { vpcConfigCommand } from './shared/vpc-config.ts';

export default defineRule({
  id: 'not-in-vpc',
  severity: 'note',
  title: 'The function is not attached to a VPC',
  symptom:
    'Calls to public addresses work. Calls to private addresses, such as those of a database in a VPC, hang until they time out.',
  why: 'Without a VPC configuration Lambda runs the function in a network of its own, which has access to the internet and no access to any VPC of yours.',
  fix: 'Nothing, as long as the function needs public addresses only. To reach private addresses, attach it to private subnets of the VPC and give those subnets a NAT gateway if it needs the internet too.',
  traps:
    'A VPC configuration without subnets counts as none. A function on a capacity provider takes its network from there and is not meant here.',
  references: [
    'https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc-internet.html',
    'https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html',
  ],
  raCode: null,
  needs: [],
  *check(context) {
    const { fn } = context;
    const attached = fn.network.kind === 'vpc' && fn.network.subnetIds.length > 0;
    if (attached || fn.network.kind === 'capacity-provider') return;
    yield {
      resource: fn.arn,
      where: wholeFunction(context, 'note', [{ resource: fn.arn, note: 'has no subnets in its VPC configuration' }]),
      message: `${fn.name} is not attached to a VPC: Lambda gives it access to the internet, and private addresses of a VPC are out of its reach.`,
      fix: fixBy(
        'Leave it as it is if it needs public addresses only; otherwise attach it to private subnets.',
        vpcConfigCommand(fn, ['<private subnets>']),
      ),
    };
  },
});
