import { allOf, targetWords } from '../network/words.ts';
import { defineRule, fixBy, type Observation } from './rule.ts';
import { observed } from './shared/observed.ts';
import { thenPublish, vpcConfigCommand } from './shared/vpc-config.ts';
import { someOf } from './shared/words.ts';

export default defineRule({
  id: 'inconsistent-subnet-egress',
  severity: 'warning',
  title: 'The function reaches a target from some of its subnets and not from others',
  symptom:
    'The same call works in one execution environment and times out in the next. Retries inside one environment never help, and a deployment seems to cure it for a while.',
  why: 'Lambda chooses one of the subnets of the function for each execution environment. A function is only as reachable as the worst of its subnets, and how Lambda spreads environments over subnets is not documented.',
  fix: 'Mend what the finding about the failing subnet names, or take that subnet off the function until it is mended.',
  traps:
    'Different route tables and a NAT gateway in each zone are as they should be: outcomes are compared, not tables. A subnet whose outcome cannot be told also counts as different from one that works. If no subnet is proven to work, nothing is said here.',
  references: [
    'https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html',
    'https://docs.aws.amazon.com/lambda/latest/dg/troubleshooting-networking.html',
  ],
  raCode: null,
  needs: [],
  *check(context) {
    const { fn, observations } = context;
    for (const target of new Set(observations.map((observation) => observation.target))) {
      const all = observations.filter((observation) => observation.target === target);
      const withVerdict = (...verdicts: Observation['verdict'][]): string[] =>
        all.filter(({ verdict }) => verdicts.includes(verdict)).map(({ subnetId }) => subnetId);
      const working = withVerdict('reachable');
      const blocked = withVerdict('blocked');
      const partial = withVerdict('partial');
      const open = withVerdict('unknown');
      const failing = [...blocked, ...partial];
      if (working.length === 0 || working.length === all.length) continue;
      const phrases = [
        `reaches ${targetWords(target)} from ${working.length} of its ${all.length} subnets`,
        ...(blocked.length === 0 ? [] : [`fails from ${blocked.length} of ${all.length}`]),
        ...(partial.length === 0 ? [] : [`works only in part from ${partial.length} of ${all.length}`]),
        ...(open.length === 0 ? [] : [`for ${open.length} of ${all.length} it cannot be told`]),
      ];
      const evidence = all.map((observation) => observed(context.hints, observation));
      const place = { targets: [target], severity: 'warning', onlyByDefault: false, evidence, also: [] } as const;
      yield {
        resource: fn.arn,
        where: { subnetIds: [...failing, ...open], ...place },
        message: `${fn.name} ${allOf(phrases)}: Lambda chooses the subnet, so the same call ${failing.length === 0 ? 'may work in one execution environment and time' : 'works in one execution environment and times'} out in another.`,
        fix:
          failing.length === 0
            ? fixBy(`Find out what happens to packets from ${someOf(open)}; the other findings say what is not known.`)
            : fixBy(
                `Mend ${someOf(failing)} as the other findings say; until then, take ${failing.length === 1 ? 'it' : 'them'} off the function.${thenPublish(fn)}`,
                vpcConfigCommand(fn, [...working, ...open]),
              ),
      };
    }
  },
});
