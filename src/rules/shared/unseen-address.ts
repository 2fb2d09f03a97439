import { parseAddress } from '../../network/address.ts';
import type { Doubt } from '../../network/doubt.ts';
import { type Draft, fixBy, type OpenQuestion, type RuleContext } from '../rule.ts';
import { command } from './command.ts';
import { isPartial } from './words.ts';

type Context = Pick<RuleContext, 'fn' | 'observations' | 'openQuestions'>;

/** Whether the doubt is that no interface was seen at an address. */
export const isUnseenAddress = (doubt: Doubt): boolean =>
  doubt.kind === 'out-of-sight' && parseAddress(doubt.resource) !== null;

/** One finding for all such addresses of a target; nothing where others of its addresses are proven to fail. */
export const unseenAddress = (context: Context, question: OpenQuestion): Draft[] => {
  const [target = ''] = question.targets;
  if (isPartial(context, question)) return [];
  const addresses = context.openQuestions
    .filter(({ doubt, targets }) => isUnseenAddress(doubt) && targets.includes(target))
    .flatMap(({ doubt }) => ('resource' in doubt ? [doubt.resource] : []));
  const [first = ''] = addresses;
  return [
    {
      resource: target,
      where: question,
      message: `Whether ${context.fn.name} reaches ${target} depends on what answers there: no network interface was seen at ${addresses.length === 1 ? first : `some of its addresses, from ${first} on`}.`,
      fix: fixBy(
        'See which interface has the address; if it is in another network, its security groups and network ACL decide.',
        command`aws ec2 describe-network-interfaces --filters Name=addresses.private-ip-address,Values=${first}`,
      ),
    },
  ];
};
