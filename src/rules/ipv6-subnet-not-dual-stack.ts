import { defineRule, fixBy } from './rule.ts';
import { fixInVpc } from './shared/fix-in-vpc.ts';
import { ipv6RangeCommands } from './shared/ipv6-range-commands.ts';
import { thenPublish, vpcConfigCommand } from './shared/vpc-config.ts';

export default defineRule({
  id: 'ipv6-subnet-not-dual-stack',
  severity: 'error',
  title: 'A subnet of a function that may use IPv6 is not dual-stack',
  symptom: 'Calls to addresses that have IPv6 only fail from this subnet, and so from some execution environments.',
  why: 'A network interface gets an IPv6 address only from an IPv6 range of its subnet. Lambda uses IPv6 in dual-stack subnets, which have a range of both families; it does not run functions in subnets that have IPv6 only.',
  fix: 'Associate an IPv6 range with the subnet, or attach the function to dual-stack subnets only.',
  traps:
    'A range that is being associated leaves the answer open. A private IPv6 range is a range and leads nowhere, which ipv6-no-egress says. Nothing is said unless the internet over IPv6 is asked for.',
  references: ['https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html'],
  raCode: null,
  needs: ['subnets'],
  onlyOfTrouble: true,
  *check(context) {
    const { fn, subnets, hints } = context;
    for (const cause of context.causes('ipv6-subnet')) {
      const { subnetId, ipv6Native } = cause.blocker;
      const others = fn.network.kind === 'vpc' ? fn.network.subnetIds.filter((id) => id !== subnetId) : [];
      yield {
        resource: subnetId,
        where: cause,
        message: ipv6Native
          ? `Subnet ${subnetId} has IPv6 only, which Lambda does not support: ${fn.name} gets no address there.`
          : `Subnet ${subnetId} has no IPv6 range, so ${fn.name} has no IPv6 address there and reaches nothing over IPv6.`,
        fix: ipv6Native
          ? fixBy(
              `Use a dual-stack subnet instead.${thenPublish(fn)}`,
              vpcConfigCommand(fn, [...others, '<dual-stack subnet>']),
            )
          : fixInVpc(
              context,
              cause,
              `Associate an IPv6 range with ${subnetId}.`,
              ipv6RangeCommands(
                hints,
                subnets.filter(({ id }) => id === subnetId),
              ),
            ),
      };
    }
  },
});
