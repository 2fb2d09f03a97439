import { doubtText } from '../network/doubt.ts';
import { doubtAboutNames, ownServers } from '../network/names.ts';
import { allOf } from '../network/words.ts';
import { defineRule, wholeFunction } from './rule.ts';
import { dnsAttributeCommands } from './shared/endpoint-commands.ts';
import { fixInVpc } from './shared/fix-in-vpc.ts';
import { namedTargets, vpcsOf } from './shared/named-targets.ts';

export default defineRule({
  id: 'vpc-dns-disabled',
  severity: 'warning',
  title: 'DNS support of the VPC is off',
  symptom:
    'Names are not resolved: calls fail with ENOTFOUND, EAI_AGAIN or "could not resolve host" before a packet is sent.',
  why: 'The attribute enableDnsSupport turns the DNS server of Amazon on for a VPC. While it is off that server answers nothing, and private names of endpoints and hosted zones do not work.',
  fix: 'Turn DNS support of the VPC on.',
  traps:
    'AWS does not say that functions use the resolver of their VPC, so this is a warning: it is inferred, and answers about services become unknown. With DNS servers of your own names may be resolved unless they forward to the resolver of the VPC. A target that was asked for by its address needs no name. DNS hostnames are another attribute, which only endpoints need.',
  references: [
    'https://docs.aws.amazon.com/vpc/latest/userguide/AmazonDNS-concepts.html',
    'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-dns-updating.html',
  ],
  raCode: null,
  needs: ['vpcs'],
  *check(context) {
    const targets = namedTargets(context);
    if (targets.length === 0) return;
    for (const vpc of vpcsOf(context.world, context)) {
      const { enableDnsSupport } = vpc;
      if (enableDnsSupport.status === 'unavailable' || enableDnsSupport.value) continue;
      const servers = ownServers(context.hints, vpc);
      const effect =
        servers.length === 0
          ? 'the resolver of the VPC answers nothing, so functions are inferred to resolve no names'
          : `private names fail, and all others if ${allOf(servers)} ${servers.length === 1 ? 'forwards' : 'forward'} to the resolver of the VPC (inferred)`;
      const evidence = [{ resource: vpc.id, note: 'has enableDnsSupport off' }];
      const doubt = doubtAboutNames(context.hints, vpc);
      const about = context.openQuestions.filter(
        (question) => doubt !== null && doubtText(question.doubt) === doubtText(doubt),
      );
      for (const where of [{ ...wholeFunction(context, 'warning', evidence), targets }, ...about])
        yield {
          resource: vpc.id,
          where,
          message: `DNS support of ${vpc.id} is off: ${effect}.`,
          fix: fixInVpc(
            context,
            where,
            `Turn DNS support of ${vpc.id} on.`,
            dnsAttributeCommands(context.hints, vpc.id),
          ),
        };
    }
  },
});
