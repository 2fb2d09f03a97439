import type { Fix } from '../model/report.ts';
import { type Attachment, attachedTo } from '../network/attachment.ts';
import { allOf, targetWords } from '../network/words.ts';
import { defineRule, fixBy, type RuleContext } from './rule.ts';
import type { Breach } from './shared/expected.ts';
import { someOf } from './shared/words.ts';

type Context = Pick<RuleContext, 'fn' | 'hints'>;

const attachmentOf = ({ fn, hints }: Context): Attachment | null => {
  const attached = attachedTo(hints, fn);
  return attached.kind === 'attached' ? attached.attachment : null;
};

const fromWhere = (context: Context, { subnetIds }: Breach): string => {
  const all = attachmentOf(context)?.subnetIds.length ?? 0;
  if (all === 0) return '';
  if (all === 1) return ' from its only subnet';
  return subnetIds.length === all
    ? ` from all ${all} of its subnets`
    : ` from ${subnetIds.length} of its ${all} subnets`;
};

const whatOf = ({ target, ranges }: Breach): string =>
  ranges.length === 0 ? targetWords(target) : `a part of ${targetWords(target)}, ${someOf(ranges)},`;

const fixOf = (context: Context, { routes, target }: Breach): Fix => {
  const { fn } = context;
  const attachment = attachmentOf(context);
  if (attachment === null)
    return fixBy(`Attach ${fn.name} to subnets of a VPC that have no way to ${targetWords(target)}.`);
  const groups = attachment.securityGroupIds;
  const takeOut = routes.length === 0 ? '' : `, or take ${someOf(routes)} out if no other function needs it`;
  return fixBy(
    `Narrow the egress rules of ${allOf(groups)} so that they leave out ${targetWords(target)}${takeOut}. If ${fn.name} may reach it, say so in the configuration.`,
    ...groups.map((id) => `aws ec2 describe-security-group-rules --filters Name=group-id,Values=${id}`),
  );
};

export default defineRule({
  id: 'forbidden-target-reachable',
  severity: 'error',
  title: 'The function reaches a target that is forbidden to it',
  symptom: 'Nothing fails: connections that the configuration forbids are open.',
  why: 'A security group lets everything out unless its egress rules are narrowed, and a subnet has every way out that its route table names. Nothing else keeps a function from addresses that it must not reach.',
  fix: 'Narrow the egress rules of the security groups of the function, or put it into subnets whose route table has no route to the target.',
  traps:
    'It speaks only of targets that a configuration file forbids, and as soon as any of it is proven to be reached: from one subnet, on some of the ports, or a few addresses. What cannot be told is no finding but makes the run incomplete. A path that the configuration of the network allows can still be closed elsewhere, by an endpoint policy for example.',
  references: [
    'https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html',
    'https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc-internet.html',
  ],
  raCode: null,
  needs: [],
  *check(context) {
    for (const breach of context.breaches)
      yield {
        resource: context.fn.arn,
        destination: breach.target,
        where: {
          subnetIds: breach.subnetIds,
          targets: [breach.target],
          severity: 'error',
          onlyByDefault: false,
          evidence: breach.evidence,
          also: [],
        },
        message: `${context.fn.name} reaches ${whatOf(breach)}${fromWhere(context, breach)}, which is ${breach.forbiddenBy}.`,
        fix: fixOf(context, breach),
      };
  },
});
